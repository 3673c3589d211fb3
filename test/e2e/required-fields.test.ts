/**
 * Each action with the required fields of its form and no others, against the sandbox, which checks as HighLevel does: it goes
 * through, or what is missing is said in the words of the form.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { readManifest } from "../../local/cli/catalog.ts";
import { defineProps, resolveOptions, runAction } from "../../hosts/runtime/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { actionRows } from "../components/all-rows.ts";
import { sampled } from "../support/effort.ts";
import { account, load } from "./support.ts";
import type { Fields } from "./support.ts";

const NOTHING = /^Fill in at least one field\. There is nothing to change\.$/;

/** What the others say: which of several fields to fill in, or that the message here is no call and no email. */
const REFUSED: Record<string, RegExp> = {
  "create-appointment": /^This calendar has several team members, and HighLevel wants to know which of them is booked\. Choose one in Assigned To: \S+ \S+ \(\w+\), \S+ \S+ \(\w+\)\. \(POST /,
  "bulk-business-update": /^Fill in Company or Remove from Company\. /,
  "bulk-update-contact-tags": /^Fill in Tags\. /,
  "create-block-slot": /^Fill in Calendar or User\. /,
  "update-block-slot": /^Fill in Calendar or User\. /,
  "create-contact": /^The contact would be empty\. Fill in at least one field, such as Email or Phone\.$/,
  "find-contact": /^Fill in Contact, Email or Phone\. /,
  "upsert-contact": /^Fill in Email or Phone\. /,
  "send-message": /^Fill in Message, Attachments or Template\. /,
  "remove-opportunity-followers": /^Fill in Followers or Remove All Followers\. /,
  "fetch-email": /^Email: HighLevel has no email with this ID\./,
  ...Object.fromEntries(["fetch-message-recording", "fetch-message-transcription", "fetch-transcription-file"].map((slug) => [slug, /because it is not a call but "SMS"\. Choose a call or voicemail\.$/])),
  "upsert-opportunity": /^Fill in Contact or Opportunity\. /,
  ...Object.fromEntries(["business", "appointment", "calendar-notification", "calendar-resource", "calendar", "contact", "contact-note", "contact-task", "opportunity", "user"].map((what) => [`update-${what}`, NOTHING])),
};

interface Ids { contactId: string; newContactId: string; appointmentId: string; appointmentNoteId: string; blockedSlotId: string; taskId: string; noteId: string; relationId: string; messageId: string }

const ofAppointment = ({ appointmentId, appointmentNoteId }: Ids) => ({ appointmentId, noteId: appointmentNoteId });

/** What lists do not offer with the required fields alone, and what others have already. */
const GIVEN: Record<string, (ids: Ids) => Fields> = {
  "create-association": () => ({ key: "guardian_pet" }),
  "create-blog-post": () => ({ urlSlug: "first-steps" }),
  "create-calendar-group": () => ({ slug: "first-talks" }),
  "create-conversation": ({ newContactId }) => ({ contactId: newContactId }),
  "create-appointment-note": ofAppointment,
  "update-appointment-note": ofAppointment,
  "delete-appointment-note": ofAppointment,
  "update-appointment": ofAppointment,
  "delete-event": ({ appointmentId }) => ({ eventId: appointmentId }),
  "update-block-slot": ({ blockedSlotId }) => ({ blockedSlotId }),
  ...Object.fromEntries(["complete", "update", "delete"].map((what) => [`${what}-contact-task`, ({ contactId, taskId }: Ids) => ({ contactId, taskId })])),
  ...Object.fromEntries(["update", "delete"].map((what) => [`${what}-contact-note`, ({ contactId, noteId }: Ids) => ({ contactId, noteId })])),
  "delete-relation": ({ relationId }) => ({ relationId }),
  ...Object.fromEntries(["update-message-status", "fetch-message", "fetch-message-recording", "fetch-message-transcription", "fetch-transcription-file"].map((slug) => [slug, ({ messageId }: Ids) => ({ messageId })])),
  "fetch-email": ({ messageId }) => ({ emailMessageId: messageId }),
  "fetch-appointment": ({ appointmentId }) => ({ appointmentId }),
  "fetch-appointment-notes": ({ appointmentId }) => ({ appointmentId }),
  "fetch-record-relations": ({ contactId }) => ({ recordId: contactId }),
};

let sandbox: Sandbox;
let ids: Ids;
const rows = Object.fromEntries(await actionRows());

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false });
  const { store, locationId } = sandbox;
  const now = store.clock.now();
  const { options } = await resolveOptions(await load("delete-contact"), "contactId", { auth: account(sandbox) });
  const contactId = String(options[0]!.value); // the demo has contacts
  const appointmentId = store.addAppointment({ contactId, calendarId: store.calendars.in(locationId)[0]!.id, title: "Talk", startTime: now + 36e5 }).id;
  ids = {
    contactId,
    newContactId: store.contacts.insert([{ locationId, firstName: "Ada" }])[0]!.id,
    appointmentId,
    appointmentNoteId: store.appointmentNotes.put({ id: "TheNote0000000000002", appointmentId, contactId, body: "A note", dateAdded: now }).id,
    blockedSlotId: "SandboxBlock00000002",
    taskId: store.tasks.put({ id: "TheTask0000000000001", contactId, title: "Call", dueDate: now, completed: false, dateAdded: now }).id,
    noteId: store.notes.put({ id: "TheNote0000000000001", contactId, body: "A note", pinned: false, dateAdded: now }).id,
    relationId: store.relations.in(locationId)[0]!.id,
    messageId: store.messaging.add({ contactId, body: "On its way", direction: "outbound", status: "pending", dateAdded: now - 36e5 }).id,
  };
});
afterAll(() => sandbox.close());

async function required(slug: string, component: Component, auth: Fields): Promise<Fields> {
  const props: Fields = {};
  const given = GIVEN[slug]?.(ids) ?? {};
  for (const { name, definition } of defineProps(component.props ?? {}).values()) {
    if (definition.optional || definition.type === "app" || definition.default !== undefined) continue;
    const options = definition.options === undefined || name in given ? [] : (await resolveOptions(component, name, { auth, configured: props })).options;
    const value = given[name] ?? options[0]?.value ?? rows[slug]?.required.props[name];
    props[name] = String(definition.type).endsWith("[]") ? [value].flat() : value;
  }
  return props;
}

/** What deletes comes last, and an association, which takes its relations along, last of all. */
const turn = (slug: string) => (slug === "delete-association" ? 2 : Number(/^(delete|remove)-/.test(slug)));
const actions = readManifest(process.env).operations.filter(({ type }) => type === "action").sort((a, b) => turn(a.slug) - turn(b.slug));

it.each(sampled(actions, 12).map((row) => [row.slug, row] as const))("%s", async (slug, { token }) => {
  const component = await load(slug);
  const auth = account(sandbox, sandbox.token({ kind: token === "agency" ? "agency" : "location" }));
  const outcome = await runAction(component, { props: await required(slug, component, auth), auth, onLog: () => undefined }).then(() => "done", (error: Error) => error.message);
  if (REFUSED[slug]) expect(outcome).toMatch(REFUSED[slug]);
  else expect(outcome).toBe("done");
});
