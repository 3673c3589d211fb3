import { ConfigurationError } from "#platform";
import { objectField } from "../actions/checks.ts";
import type { FieldSpec } from "../actions/fields.ts";
import { isEmpty, objectOf, textsOf } from "../actions/values.ts";
import { choose } from "../text/choices.ts";
import type { Fields } from "../types.ts";

const channels = [
  { label: "Calls", value: "Call" },
  { label: "Email", value: "Email" },
  { label: "Text messages (SMS)", value: "SMS" },
  { label: "WhatsApp", value: "WhatsApp" },
  { label: "Google Business messages", value: "GMB" },
  { label: "Facebook Messenger", value: "FB" },
];
const STATUSES = ["active", "inactive", "permanent"];
const PARTS = ["status", "message", "code"];

/** Spread into an operation: do not disturb, in all and by channel. */
export const dndProps = {
  dnd: {
    type: "boolean",
    label: "Do Not Disturb",
    description: "Whether the contact may not be written to or called on any channel",
    optional: true,
  },
  dndBlock: {
    type: "string[]",
    label: "Block Channels",
    description: "Channels on which the contact may not be reached",
    options: channels,
    optional: true,
  },
  dndAllow: {
    type: "string[]",
    label: "Allow Channels",
    description: "Channels on which the contact may be reached again",
    options: channels,
    optional: true,
  },
  dndMessage: {
    type: "string",
    label: "Do Not Disturb Message",
    description: "A remark on the channels that are blocked or allowed, such as `Asked for it on the phone`",
    optional: true,
  },
  dndSettings: {
    type: "object",
    label: "Do Not Disturb Settings",
    description: "Each channel exactly: on the left Call, Email, SMS, WhatsApp, GMB or FB, on the right the status (active blocks the channel, inactive opens it, permanent blocks it for good), alone or with message and code. Example: `{ \"SMS\": { \"status\": \"permanent\", \"message\": \"Replied STOP\", \"code\": \"21610\" }, \"Email\": \"inactive\" }`",
    optional: true,
  },
  inboundDndStatus: {
    type: "string",
    label: "Inbound Do Not Disturb",
    description: "Whether messages and calls from the contact are blocked: active blocks them",
    options: ["active", "inactive"],
    optional: true,
  },
  inboundDndMessage: {
    type: "string",
    label: "Inbound Do Not Disturb Message",
    description: "A remark on it",
    optional: true,
  },
};

/** One channel's setting: an object (in a form of rows it is JSON text), or the status alone. */
function settingOf(value: unknown, label: string): Fields {
  const setting = objectOf(value) ?? { status: value };
  const unknown = Object.keys(setting).find((part) => !PARTS.includes(part));
  if (unknown) throw new ConfigurationError(`${label}: "${unknown}" is not a known field. The fields are ${PARTS.join(", ")}.`);
  if (STATUSES.includes(String(setting.status))) return setting;
  throw new ConfigurationError(`${label}: the status is one of ${STATUSES.join(", ")}, not "${String(setting.status)}".`);
}

function readDnd(props: Fields): Fields | undefined {
  const blocked = textsOf(props.dndBlock);
  const allowed = textsOf(props.dndAllow);
  const both = blocked.find((channel) => allowed.includes(channel));
  if (both) throw new ConfigurationError(`${both} stands in Block Channels and in Allow Channels. Take it out of one of them.`);
  const message = isEmpty(props.dndMessage) ? {} : { message: props.dndMessage };
  if (!isEmpty(props.dndMessage) && blocked.length + allowed.length === 0) {
    throw new ConfigurationError("Do Not Disturb Message is filled in, but no channel is chosen in Block Channels or Allow Channels.");
  }
  const exact = Object.entries(objectField(props.dndSettings, "Do Not Disturb Settings"));
  const settings = Object.fromEntries([
    ...blocked.map((channel): [string, Fields] => [channel, { status: "active", ...message }]),
    ...allowed.map((channel): [string, Fields] => [channel, { status: "inactive", ...message }]),
    ...exact.map(([name, value]): [string, Fields] => [
      choose(name, { label: "Do Not Disturb Settings", options: channels }), settingOf(value, `Do Not Disturb Settings, ${name}`),
    ]),
  ]);
  return Object.keys(settings).length > 0 ? settings : undefined;
}

/** The body's `dndSettings`, from the channels and the object; the object wins. */
export const dndSettings: FieldSpec = {
  name: "dndSettings",
  props: ["dndBlock", "dndAllow", "dndMessage", "dndSettings"],
  read: ({ props }) => readDnd(props),
};

/** The body's `inboundDndSettings`. */
export const inboundDndSettings: FieldSpec = {
  name: "inboundDndSettings",
  props: ["inboundDndStatus", "inboundDndMessage"],
  read: ({ props: { inboundDndStatus: status, inboundDndMessage: message } }) => {
    if (!isEmpty(status)) return { all: { status, ...(!isEmpty(message) && { message }) } };
    if (isEmpty(message)) return undefined;
    throw new ConfigurationError("Inbound Do Not Disturb Message is filled in, but Inbound Do Not Disturb is not. Choose active or inactive.");
  },
};
