import type { Option } from "../core/types.ts";

/** What the form says for each event type: `*` is the record ("A contact"), `#` the noun. */
const SENTENCES: Record<string, string> = {
  created: "* is created",
  updated: "* is updated",
  deleted: "* is deleted",
  restored: "* is restored",
  completed: "* is completed",
  published: "* is published",
  unpublished: "* is turned back into a draft",
  activated: "* is activated",
  deactivated: "* is deactivated",
  rescheduled: "* is rescheduled",
  cancelled: "* is cancelled",
  "status changed": "* changes its status",
  "stage changed": "* moves to another stage",
  inbound: "A message comes in",
  "inbound message": "A message comes in",
  outbound: "A message is sent",
  "outbound message": "A message is sent",
  activity: "An activity or internal comment is added",
  found: "* is found",
  changed: "Another # is found instead",
  gone: "The # is no longer found",
  opened: "* becomes free",
  taken: "* is taken",
  free: "* is free",
  available: "* is available",
};

/** A trigger's prop `eventTypes`: the events to choose from, and those that count if none is chosen. */
export interface EventTypes {
  type: "string[]";
  label: string;
  description: string;
  options: Option[];
  default: string[];
  optional: true;
}

interface Wording {
  /** The event types emitted if the user chooses none; all by default. */
  preset?: string[];
  /** The record, if it is one in particular: "The contact". */
  subject?: string;
  /** Sentences of the trigger's own. */
  says?: Record<string, string>;
  /** Anything else the user should know before choosing. */
  about?: string;
}

/** Nouns with a u begin with a consonant when spoken: a user, a URL slug. */
const anyOf = (noun: string) => `${/^[aeio]/i.test(noun) ? "An" : "A"} ${noun}`;

/**
 * A trigger's event types, each offered as a sentence ("A contact is created"): for its prop and its behavior.
 * @param resource what the events happen to; its noun, such as "contact", is all that is needed
 * @param eventTypes as events carry them in `_event.kind`
 */
export function eventTypesOf({ noun }: { noun: string }, eventTypes: string[], { preset = eventTypes, subject = anyOf(noun), says, about }: Wording = {}): EventTypes {
  const sentences = { ...SENTENCES, ...says };
  const sentence = (kind: string) => (sentences[kind] ?? `* ${kind}`).replace("*", subject).replace("#", noun);
  const whereEmpty = preset.length === eventTypes.length ? " all of them" : `: ${preset.join(", ")}`;
  return {
    type: "string[]",
    label: "Events",
    description: `The events to emit. Leave it empty for${whereEmpty}${about === undefined ? "" : `. ${about}`}`,
    options: eventTypes.map((value) => ({ label: sentence(value), value })),
    default: preset,
    optional: true,
  };
}

/** {@link eventTypesOf} of one record that is watched. */
export const recordEventTypes = ({ noun }: { noun: string }): EventTypes => eventTypesOf({ noun }, ["updated", "deleted", "restored"], { subject: `The ${noun}` });
