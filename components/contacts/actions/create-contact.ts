import { action } from "../../../common/operations/action.ts";
import { createContact, somethingToAdd, createContactEndpoints } from "../../../common/operations/create-contact.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import app from "../../../common/highlevel.app.ts";
import { contactForm, newContactBody, newContactFields } from "../../../common/forms/contact-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-create-contact",
  name: "Create Contact",
  description: "Create a contact, with notes and tasks if you like. If it may exist already, use **Upsert Contact**. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/create-contact)",
  version: "0.1.0",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    ...newContactFields,
    tags: {
      propDefinition: [app, "tag", dependsOn("locationId")],
      type: "string[]",
      label: "Tags",
      description: "Tags for the contact. Choose them, or type new ones; HighLevel keeps tags in lower case",
      optional: true,
    },
    notes: {
      type: "string[]",
      label: "Notes",
      description: "Notes to add to the new contact, one per item. With notes or tasks, nothing is created if a contact with the same email or phone exists, and the phone needs its country code",
      optional: true,
    },
    tasks: {
      type: "string[]",
      label: "Tasks",
      description: "Tasks to add to the new contact, one per item: a title, or JSON such as `{ \"title\": \"Call back\", \"body\": \"About the offer\", \"dueDate\": \"2026-12-01T09:00:00-05:00\", \"assignedTo\": \"082goXVW3lIExEQPOnd3\" }`, where assignedTo is the ID of a user",
      optional: true,
    },
    taskDueInDays: {
      type: "integer",
      label: "Tasks Due in Days",
      description: "When tasks without a due date of their own are due, in days from now. Used only with Tasks",
      optional: true,
      default: 1,
      min: 0,
    },
    taskAssignedTo: {
      propDefinition: [app, "userId", dependsOn("locationId")],
      label: "Tasks Assigned To",
      description: "The user who gets the tasks that name no one. Choose one, or type an ID",
      optional: true,
    },
    continueWithContactId: {
      type: "string",
      label: "Continue with Contact",
      description: "Only to resume after an error of this step that names a contact's id: no contact is created, and the notes and tasks that are missing are added to this one",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(action({
    endpoints: createContactEndpoints,
    form: contactForm,
    body: newContactBody,
    rules: [somethingToAdd],
    run: createContact,
  }), refusedPhone),
};
