import { isEmpty } from "../core/text/values.ts";
import { contactOption, contactSearch } from "../resources/contacts.ts";
import {
  businessesOfLocation, campaignsOfLocation, customFieldsOfLocation, tagsOfLocation, workflowsOfLocation,
} from "../resources/lookups.ts";
import { contactNotes, notes } from "../resources/notes.ts";
import { contactTasks, tasks } from "../resources/tasks.ts";
import { customFieldValueOptions } from "./custom-field-options.ts";
import { withDraft } from "./dropdown.ts";
import type { SharedProp } from "./dropdown.ts";
import { byLocation, bySearch, inLocation, named, ofContact } from "./parts.ts";
import { userOptions, userReads } from "./user-options.ts";

export const contactId: SharedProp = {
  type: "string",
  label: "Contact",
  description: "The contact. Choose one, search by name, email or phone, or type an ID",
  dropdown: {
    list: contactSearch,
    option: contactOption,
    searchesItself: true,
    call: bySearch,
  },
};

export const userId = {
  type: "string",
  label: "User",
  description: "A user of the sub-account. Choose one, or type an ID",
  useQuery: true,
  reads: userReads,
  options: userOptions,
};

export const tag: SharedProp = {
  type: "string",
  label: "Tag",
  description: "A tag of the sub-account. Choose one, or type a new one; HighLevel keeps tags in lower case",
  dropdown: {
    list: tagsOfLocation,
    option: ({ name }) => ({ label: String(name), value: String(name) }),
    call: inLocation,
  },
};

export const customField: SharedProp = {
  type: "string",
  label: "Custom Field",
  description: "A custom field of the sub-account. Choose one, or type its ID, key or name",
  optional: true,
  dropdown: {
    list: customFieldsOfLocation,
    option: (field) => ({ ...named(field), detail: isEmpty(field.fieldKey) ? undefined : String(field.fieldKey) }),
    call: (app, input) => ({ ...inLocation(app, input), query: { model: input.model ?? "contact" } }),
  },
};

export const customFieldValue = {
  type: "string",
  label: "Custom Field Value",
  description: "The value in the form the field expects: text, a number, a date (2026-12-31), one of the field's options, several options separated by commas, or a link to a file",
  optional: true,
  reads: [customFieldsOfLocation],
  options: customFieldValueOptions,
};

export const businessId: SharedProp = {
  type: "string",
  label: "Company",
  description: "A company of the sub-account (the API calls it a business). Choose one, or type an ID",
  dropdown: { list: businessesOfLocation, option: named, call: byLocation },
};

export const campaignId: SharedProp = {
  type: "string",
  label: "Campaign",
  description: "A campaign of the sub-account. Choose one, or type an ID",
  dropdown: { list: campaignsOfLocation, option: (campaign) => withDraft(named(campaign), campaign), call: byLocation },
};

export const workflowId: SharedProp = {
  type: "string",
  label: "Workflow",
  description: "A workflow of the sub-account. Choose one, or type an ID",
  dropdown: { list: workflowsOfLocation, option: (workflow) => withDraft(named(workflow), workflow), call: byLocation },
};

export const taskId: SharedProp = {
  type: "string",
  label: "Task",
  description: "A task of the chosen contact. Choose one, or type an ID",
  dropdown: { list: contactTasks, option: tasks, call: ofContact },
};

export const noteId: SharedProp = {
  type: "string",
  label: "Note",
  description: "A note of the chosen contact. Choose one, or type an ID",
  dropdown: { list: contactNotes, option: notes, call: ofContact },
};

export const watchFields = {
  type: "string[]",
  label: "Fields to Watch",
  description: "Emit updates only if one of these fields changes. For a single custom field, type `customFields.` followed by its id. Leave it empty to watch all fields",
  optional: true,
};

export const searchText = {
  type: "string",
  label: "Search Text",
  description: "Only records that HighLevel's search finds for this text, at most 75 characters",
  optional: true,
};

export const maxResults = {
  type: "integer",
  label: "Max Results",
  description: "How many records to return at most. They are read page by page; if there are more, the summary says so, and `hasMore` is exported as true",
  optional: true,
  default: 100,
  min: 1,
  max: 10_000,
};

export const returnFields = {
  type: "string[]",
  label: "Return Fields",
  description: "Return only these fields of each record, and its ID. Leave it empty to return all of them",
  optional: true,
};

export const fieldMap = {
  type: "object",
  label: "Field Map",
  description: "Rename the fields: your name on the left, the path of the field in HighLevel's record on the right. Example: `{ \"subject\": \"title\", \"due\": \"dueDate\" }`. Leave it empty to keep the record as it is",
  optional: true,
};
