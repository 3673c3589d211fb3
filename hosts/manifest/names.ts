import upperFirst from "lodash/upperFirst.js";

/** What happens to a record, as a participle behind its noun. What is not listed is one already: created, updated, deleted, ... */
const PARTICIPLES: Record<string, string> = {
  "status changed": "given another status",
  "stage changed": "moved",
  inbound: "received",
  outbound: "sent",
  activity: "noted as an activity",
  "inbound message": "message received",
  "outbound message": "message sent",
  gone: "no longer found",
  unpublished: "turned back into a draft",
  opened: "freed",
};

/** Events that a title names before it sums up the rest. */
const MOST_NAMED = 3;

/** What a trigger is about, for a list to choose from: "Contact created or updated". */
export function titleOf(noun: string, eventTypes: string[]): string {
  const participles = eventTypes.map((type) => PARTICIPLES[type] ?? type);
  const named = participles.length > MOST_NAMED ? [...participles.slice(0, MOST_NAMED - 1), "changed otherwise"] : participles;
  return upperFirst(`${noun} ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(named)}`);
}

/** Names that do not begin with their verb, and verbs of two words. */
const PARTED: Record<string, [verb: string, object: string]> = {
  "Agent Typing Indicator": ["Show", "Typing Indicator"],
  "Bulk Business Update": ["Update", "Company of Contacts"],
  "Bulk Update Contact Tags": ["Update", "Tags of Contacts"],
};

const VERBS: Record<string, string> = { Upsert: "Create or Update" };

/** The verb and the object of an action: "Create or Update", "Contact". */
export function verbAndObject(name: string): { verb: string; object: string } {
  const [first = name, ...rest] = name.split(" ");
  const [verb, object] = PARTED[name] ?? [VERBS[first] ?? first, rest.join(" ")];
  return { verb, object };
}
