import { isEmpty } from "../actions/values.ts";
import { pollBudget } from "../polling/props.ts";
import { contactOption, contactSearch } from "../resources/contacts.ts";
import {
  businessesOfLocation, campaignsOfLocation, customFieldsOfLocation, tagsOfLocation, workflowsOfLocation,
} from "../resources/lookups.ts";
import { contactNotes, notes } from "../resources/notes.ts";
import { contactTasks, tasks } from "../resources/tasks.ts";
import type { App, Fields, Option, OptionsCall } from "../types.ts";
import { contactFilterDefinitions } from "./contact-filters.ts";
import { customFieldValueOptions } from "./custom-field-options.ts";
import { associationDefinitions } from "./definitions/associations.ts";
import { blogDefinitions } from "./definitions/blogs.ts";
import { calendarDefinitions } from "./definitions/calendars.ts";
import { calendarExtrasDefinitions } from "./definitions/calendars-extras.ts";
import { agencyDefinitions } from "./definitions/agencies.ts";
import { opportunityDefinitions } from "./definitions/opportunities.ts";
import { conversationDefinitions } from "./definitions/conversations.ts";
import { dropdown, withDraft } from "./dropdown.ts";
import { userOptions } from "./user-options.ts";

const named = (record: Fields): Option => ({ label: String(record.name ?? record.id), value: String(record.id) });
const byLocation = (app: App, { locationId }: OptionsCall) => ({ query: { locationId: app.locationId(locationId) } });
const inLocation = (app: App, { locationId }: OptionsCall) => ({ pathParams: { locationId: app.locationId(locationId) } });
const ofContact = (_: App, { contactId }: OptionsCall) => ({ pathParams: { contactId } });

/** Props that several operations share. Ids are dropdowns with names; a typed id is always accepted. */
export const propDefinitions = {
  ...contactFilterDefinitions,
  ...associationDefinitions,
  ...blogDefinitions,
  ...conversationDefinitions,
  ...agencyDefinitions,
  ...opportunityDefinitions,
  ...calendarDefinitions,
  ...calendarExtrasDefinitions,
  contactId: {
    type: "string",
    label: "Contact",
    description: "The contact. Choose one, search by name, email or phone, or type an ID",
    useQuery: true,
    options: dropdown({
      list: contactSearch,
      option: contactOption,
      searchesItself: true,
      call: (app, { locationId, query }) => ({ body: { locationId: app.locationId(locationId), ...(query && { query }) } }),
    }),
  },
  userId: {
    type: "string",
    label: "User",
    description: "A user of the sub-account. Choose one, or type an ID",
    useQuery: true,
    options: userOptions,
  },
  tag: {
    type: "string",
    label: "Tag",
    description: "A tag of the sub-account. Choose one, or type a new one; HighLevel keeps tags in lower case",
    useQuery: true,
    options: dropdown({
      list: tagsOfLocation,
      option: ({ name }) => ({ label: String(name), value: String(name) }),
      call: inLocation,
    }),
  },
  customField: {
    type: "string",
    label: "Custom Field",
    description: "A custom field of the sub-account. Choose one, or type its ID, key or name",
    useQuery: true,
    optional: true,
    options: dropdown({
      list: customFieldsOfLocation,
      option: (field) => ({ ...named(field), detail: isEmpty(field.fieldKey) ? undefined : String(field.fieldKey) }),
      call: (app, input) => ({ ...inLocation(app, input), query: { model: input.model ?? "contact" } }),
    }),
  },
  customFieldValue: {
    type: "string",
    label: "Custom Field Value",
    description: "The value in the form the field expects: text, a number, a date (2026-12-31), one of the field's options, several options separated by commas, or a link to a file",
    optional: true,
    options: customFieldValueOptions,
  },
  businessId: {
    type: "string",
    label: "Company",
    description: "A company of the sub-account (the API calls it a business). Choose one, or type an ID",
    useQuery: true,
    options: dropdown({ list: businessesOfLocation, option: named, call: byLocation }),
  },
  campaignId: {
    type: "string",
    label: "Campaign",
    description: "A campaign of the sub-account. Choose one, or type an ID",
    useQuery: true,
    options: dropdown({ list: campaignsOfLocation, option: (campaign) => withDraft(named(campaign), campaign), call: byLocation }),
  },
  workflowId: {
    type: "string",
    label: "Workflow",
    description: "A workflow of the sub-account. Choose one, or type an ID",
    useQuery: true,
    options: dropdown({ list: workflowsOfLocation, option: (workflow) => withDraft(named(workflow), workflow), call: byLocation }),
  },
  taskId: {
    type: "string",
    label: "Task",
    description: "A task of the chosen contact. Choose one, or type an ID",
    useQuery: true,
    options: dropdown({
      list: contactTasks,
      option: (task) => ({ label: tasks.label(task), value: tasks.id(task) }),
      call: ofContact,
    }),
  },
  noteId: {
    type: "string",
    label: "Note",
    description: "A note of the chosen contact. Choose one, or type an ID",
    useQuery: true,
    options: dropdown({
      list: contactNotes,
      option: (note) => ({ label: notes.label(note), value: notes.id(note) }),
      call: ofContact,
    }),
  },
  watchFields: {
    type: "string[]",
    label: "Fields to Watch",
    description: "Emit updates only if one of these fields changes. For a single custom field, type `customFields.` followed by its id. Leave it empty to watch all fields",
    optional: true,
  },
  pollBudget,
  fieldMap: {
    type: "object",
    label: "Field Map",
    description: "Rename the fields of the event: your name on the left, the path of the field in HighLevel's record on the right. Example: `{ \"subject\": \"title\", \"due\": \"dueDate\" }`. Leave it empty to emit the record as it is",
    optional: true,
  },
};
