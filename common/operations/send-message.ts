import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import type { Fields } from "../core/types.ts";
import { toMs } from "../core/time.ts";
import { bareSender } from "../core/text/email.ts";
import { cleaned } from "../input/form.ts";
import { linksOf } from "../core/text/links.ts";
import { emailAddress, objectField, senderNumber, wholeNumber } from "../input/checks.ts";
import type { Check } from "../input/checks.ts";
import { byWords } from "./with-error-hint.ts";
import { checked, fieldSpec, readDateTime, required, withDefault } from "../input/fields.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import type { Rule } from "../input/rules.ts";
import { CLOCK_DOUBT_MS, highLevelNow } from "../input/highlevel-now.ts";
import { idOf } from "./summary.ts";
import { isEmpty, itemsOf, textsOf } from "../core/text/values.ts";
import { CHANNELS } from "../resources/channels.ts";
import { webAddress } from "../input/web-address.ts";

/** With one of these, an email gets its subject from elsewhere. */
const SUBJECT_FROM = ["templateId", "threadId", "replyMessageId", "forward"];

const needed = (channel: string, fields: string[], why: string): Rule => ({ fields, filled: "any", when: [{ field: "type", is: [channel] }], why });

/** What each channel needs: something to say, and what it cannot send without. */
export const channelRules: Rule[] = [
  ...Object.entries(CHANNELS).flatMap(([channel, { label, content, also = [] }]) => [
    needed(channel, content, `${label} needs something to send.`),
    ...also.map((name) => needed(channel, [name], `${label} cannot send without it.`)),
  ]),
  needed("Email", ["subject", ...SUBJECT_FROM], "Only replies, forwarded emails and emails from a template may go without a subject."),
];

/** An email address, also with the name before it; a list of one stands for it. */
function mailbox(value: unknown, label: string): string {
  const [only, ...more] = itemsOf(value);
  return emailAddress(more.length === 0 ? only : value, label);
}

const listOf = (check: (value: unknown, label: string) => string, items = textsOf as (value: unknown) => unknown[]): Check => (value, label) => {
  const found = items(value).map((item) => check(item, label));
  return found.length > 0 ? found : undefined;
};

/** Sent in seconds, as HighLevel wants it here; elsewhere it takes ISO text or ms. */
const sendAt: FieldSpec = {
  name: "scheduledTimestamp",
  props: ["scheduledTimestamp"],
  calls: [api.getLocation],
  read: async (input) => {
    const { app, props } = input;
    const value = props.scheduledTimestamp;
    if (isEmpty(value)) return undefined;
    const ms = toMs(await readDateTime(app, props, value, "Send At")) ?? 0;
    const isSure = ms - Date.now() > CLOCK_DOUBT_MS;
    if (isSure || ms > await highLevelNow(input)) return Math.floor(ms / 1000);
    throw new ConfigurationError(`Send At: ${new Date(ms).toISOString()} lies in the past. Leave it empty to send at once.`);
  },
};

const FORWARD: Record<string, "boolean" | "string"> = {
  isForwarded: "boolean", forwardWholeThread: "boolean", messageId: "string", emailMessageId: "string", sourceContactId: "string",
  sourceConversationId: "string", toEmail: "string", recipientContactId: "string", recipientConversationId: "string",
};

/** In a form of rows, yes and no are texts. */
function readForward(value: unknown, label: string): Fields {
  const found = objectField(value, label);
  const given = { ...found, ...cleaned(found, label) };
  const unknown = Object.keys(given).find((name) => !(name in FORWARD));
  if (unknown) throw new ConfigurationError(`${label}: "${unknown}" is not a known field. The fields are ${Object.keys(FORWARD).join(", ")}.`);
  const parts = Object.entries(given).map(([name, part]) => [name, FORWARD[name] === "boolean" ? /^(true|yes)$/i.test(String(part)) : String(part)]);
  return { isForwarded: true, ...Object.fromEntries(parts) };
}

const contactId = fieldSpec("contactId");

/** The body of a message. subType and status are declared as required; what live calls send there is the default. */
export const messageBody: Field[] = [
  required("type"),
  { name: "subType", props: ["subType", "type"], read: ({ props }) => (isEmpty(props.subType) ? props.type : props.subType) },
  withDefault("status", "pending"),
  required(contactId),
  "message", "html", "subject",
  checked("attachments", listOf(webAddress, linksOf)),
  "templateId", "appointmentId",
  checked("emailFrom", bareSender),
  checked("emailTo", mailbox),
  checked("emailCc", listOf(mailbox)),
  checked("emailBcc", listOf(mailbox)),
  "replyMessageId", "threadId", "emailReplyMode", "customSubtypeId",
  checked("forward", readForward),
  checked("fromNumber", senderNumber),
  checked("toNumber", wholeNumber),
  "conversationProviderId",
  sendAt,
  "usesNativeSchedulingAi", "optimizationPeriod",
];

/** For `withErrorHint`: why the contact cannot be reached on the channel. */
export const unreachable = byWords(
  [/\b(missing|no|without( a)?) phone number\b/i, "The contact has no phone number. Add one with Update Contact, or choose another Channel."],
  [/\b(missing|no|without( an)?) email( address)?\b/i, "The contact has no email address. Add one with Update Contact, fill in To (Email), or choose another Channel."],
  [/\bDND\b/, "The contact does not want messages on this channel: Do Not Disturb (DND) is on. If the contact agrees, switch it off with Update Contact or in HighLevel, or choose another Channel."],
);

/** "Sent SMS to contact …", or when it will be sent. */
export function messageSummary({ messageId }: Fields, { type, contactId: contact, scheduledTimestamp }: Fields): string {
  const what = `${String(type)} message to contact ${String(contact)}`;
  const done = isEmpty(scheduledTimestamp) ? `Sent ${what}` : `Scheduled ${what} for ${String(scheduledTimestamp)}`;
  return `${done} (${idOf({ id: messageId })})`;
}
