import { ConfigurationError } from "#platform";
import { endpointOf } from "../api/endpoint.ts";
import * as api from "../api/endpoints.ts";
import { HighLevelError, reasonOf } from "../api/http/errors.ts";
import { unwrap } from "../api/http/shape.ts";
import { newContactBody } from "../forms/contact-fields.ts";
import { contacts } from "../resources/contacts.ts";
import { contactNotes } from "../resources/notes.ts";
import { contactTasks } from "../resources/tasks.ts";
import type { Rule } from "../input/rules.ts";
import type { Endpoint, Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { missingAttachments, readAttachments } from "./attachments.ts";
import type { Attachment } from "./attachments.ts";
import { callsOf, readFields } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { wholeNumber } from "../input/checks.ts";
import { contactByAddress, contactById } from "./find-contact.ts";
import { PartialFailureError } from "./partial-failure.ts";
import { idOf, withForm } from "./summary.ts";
import { counted, isEmpty } from "../core/text/values.ts";

/** Everything that {@link createContact} may call. */
export const createContactEndpoints: Endpoint[] = [api.createContact, api.getDuplicateContact, api.createNote, api.createTask, api.getContact, contactNotes, contactTasks, api.getLocation, ...callsOf(newContactBody)].map(endpointOf);

/**
 * HighLevel may allow duplicates; a repetition by hand after a failure must not make one all the same.
 * @throws ConfigurationError where the phone cannot be looked for, HighLevelError with the id of the contact that has the same
 */
async function refuseDuplicate(input: Input, { email, phone }: Fields): Promise<void> {
  const number = phone === undefined ? undefined : wholeNumber(phone, "Phone (looked up first, as there are Notes or Tasks)");
  for (const [name, address] of Object.entries({ email: { email }, phone: { number } })) {
    if (Object.values(address)[0] === undefined) continue;
    const contact = await contactByAddress(input, address);
    if (!contact) continue;
    const id = String(contact.id);
    throw new HighLevelError(
      `A contact with the same ${name} exists already: ${id}. Nothing was created. To add the notes and tasks that it lacks, run this again with Continue with Contact ${id}; to change it, use Update Contact or Upsert Contact.`,
      "duplicate", undefined, undefined, id,
    );
  }
}

const listed = (attachments: Attachment[]) => attachments.map(({ label }) => label).join(", ") || "nothing";

async function attach({ app, $ }: Input, contactId: string, attachments: Attachment[]): Promise<void> {
  for (const [index, { endpoint, body }] of attachments.entries()) {
    try {
      await app.request({ ...endpoint, pathParams: { contactId }, body, deadline: deadlineOf($), $ });
    } catch (error) {
      const [done, left] = [attachments.slice(0, index), attachments.slice(index)];
      throw new PartialFailureError(
        `The contact ${contactId} exists now, but not everything could be added to it. Added: ${listed(done)}. Not added: ${listed(left)}. `
        + `Run this again with Continue with Contact ${contactId}: no second contact is created, and only what is missing is added. The reason: ${reasonOf(error)}`,
        { contactId, added: done.map(({ label }) => label), missing: left.map(({ label }) => label) },
        error,
      );
    }
  }
}

/** " with 2 notes and 1 task" */
function withWhat(attachments: Attachment[]): string {
  const parts = (["note", "task"] as const)
    .map((kind) => counted(attachments.filter((attachment) => attachment.kind === kind).length, kind))
    .filter((text) => !text.startsWith("0 "));
  return parts.length > 0 ? ` with ${parts.join(" and ")}` : "";
}

/** Going on with a contact adds what is missing to it. */
export const somethingToAdd: Rule = { fields: ["notes", "tasks"], filled: "any", when: [{ field: "continueWithContactId" }], why: "They are what is added to the contact. To create one instead, clear Continue with Contact." };

async function goOn(input: Input, contactId: string, wanted: Attachment[]): Promise<Fields> {
  const contact = await contactById(input, contactId);
  const missing = await missingAttachments(input, contactId, wanted);
  await attach(input, contactId, missing);
  input.$.export("$summary", `Completed contact ${contacts.label({ ...contact, id: contactId })} (${contactId})${withWhat(missing) || "; nothing was missing"}`);
  return contact;
}

/**
 * Creates a contact, with notes and tasks where the form has some; all of the form is checked before.
 * Without them it is one call. With them, an existing contact with the same email or phone stops it.
 * @returns the contact
 * @throws PartialFailureError where the contact exists, but a note or task is missing
 */
export async function createContact(input: Input): Promise<Fields> {
  const { app, props, $ } = input;
  const attachments = await readAttachments(input);
  if (!isEmpty(props.continueWithContactId)) return goOn(input, String(props.continueWithContactId).trim(), attachments);
  const body = await readFields(newContactBody, input);
  if (Object.keys(body).length === 1) throw new ConfigurationError("The contact would be empty. Fill in at least one field, such as Email or Phone.");
  if (attachments.length > 0) await refuseDuplicate(input, body);
  const contact = unwrap(await app.request({ ...api.createContact, body, deadline: deadlineOf($), $ }), "contact");
  await attach(input, contacts.id(contact), attachments);
  $.export("$summary", `Created contact ${contacts.label(withForm(contact, props))} (${idOf(contact)})${withWhat(attachments)}`);
  return contact;
}
