import { ConfigurationError } from "#platform";
import { objectField } from "../input/checks.ts";
import type { FieldSpec } from "../input/fields.ts";
import { isEmpty, objectOf, textsOf } from "../core/text/values.ts";
import { choose } from "../input/choices.ts";
import type { Fields } from "../core/types.ts";

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
    label: "DND All Channels",
    description: "Turn do-not-disturb (DND) on or off for all channels",
    optional: true,
  },
  dndBlock: {
    type: "string[]",
    label: "DND Channels to Block",
    description: "Channels on which to turn DND on, so that the contact is not reached there",
    options: channels,
    optional: true,
  },
  dndAllow: {
    type: "string[]",
    label: "DND Channels to Allow",
    description: "Channels on which to turn DND off again",
    options: channels,
    optional: true,
  },
  dndMessage: {
    type: "string",
    label: "DND Message",
    description: "A note on why the channels are blocked or allowed, such as `Asked for it on the phone`",
    optional: true,
  },
  dndSettings: {
    type: "object",
    label: "DND Settings",
    description: "The exact settings of each channel. On the left: Call, Email, SMS, WhatsApp, GMB or FB. On the right: the status (active blocks the channel, inactive opens it, permanent blocks it for good), alone or with a message and a code. Example: `{ \"SMS\": { \"status\": \"permanent\", \"message\": \"Replied STOP\", \"code\": \"21610\" }, \"Email\": \"inactive\" }`",
    optional: true,
  },
  inboundDndStatus: {
    type: "string",
    label: "DND Inbound",
    description: "Block messages and calls from the contact (active), or allow them (inactive)",
    options: ["active", "inactive"],
    optional: true,
  },
  inboundDndMessage: {
    type: "string",
    label: "DND Inbound Message",
    description: "A note on why they are blocked or allowed",
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
  if (both) throw new ConfigurationError(`${both} stands in DND Channels to Block and in DND Channels to Allow. Take it out of one of them.`);
  const message = isEmpty(props.dndMessage) ? {} : { message: props.dndMessage };
  const exact = Object.entries(objectField(props.dndSettings, "DND Settings"));
  const settings = Object.fromEntries([
    ...blocked.map((channel): [string, Fields] => [channel, { status: "active", ...message }]),
    ...allowed.map((channel): [string, Fields] => [channel, { status: "inactive", ...message }]),
    ...exact.map(([name, value]): [string, Fields] => [
      choose(name, { label: "DND Settings", options: channels }), settingOf(value, `DND Settings, ${name}`),
    ]),
  ]);
  return Object.keys(settings).length > 0 ? settings : undefined;
}

/** The body's `dndSettings`, from the channels and the object; the object wins. */
export const dndSettings: FieldSpec = {
  name: "dndSettings",
  props: ["dndBlock", "dndAllow", "dndMessage", "dndSettings"],
  rules: [{ fields: ["dndBlock", "dndAllow"], filled: "any", when: [{ field: "dndMessage" }], why: "DND Message goes with the channels that are chosen there." }],
  read: ({ props }) => readDnd(props),
};

/** The body's `inboundDndSettings`. */
export const inboundDndSettings: FieldSpec = {
  name: "inboundDndSettings",
  props: ["inboundDndStatus", "inboundDndMessage"],
  rules: [{ fields: ["inboundDndStatus"], filled: "any", when: [{ field: "inboundDndMessage" }], why: "DND Inbound Message goes with it." }],
  read: ({ props: { inboundDndStatus: status, inboundDndMessage: message } }) => (isEmpty(status) ? undefined : { all: { status, ...(!isEmpty(message) && { message }) } }),
};
