import { describe, expect, it } from "@jest/globals";
import { operation, resolved } from "../../local/facts/index.ts";
import { DEVIATIONS } from "../../local/sandbox/deviations.ts";
import { envelopeProblems } from "../support/envelopes.ts";

const entries = DEVIATIONS.flatMap(({ reason, operations, places }) => operations.flatMap((call) => places.map((place) => ({ call, place, reason }))));
const factsOf = (call: string) => operation(...call.split(" ") as [method: string, path: string]);

describe("a listed deviation", () => {
  it.each(entries)("of $call: $place is none in the description, or says of what other type it is there", ({ call, place, reason }) => {
    const documented = Object.values(factsOf(call).responses).map(resolved).flatMap(({ properties = {} }) => Object.keys(properties));
    expect(documented.includes(place)).toBe(/documented as (a list|one|texts|one of them)/.test(reason));
  });

  it("is listed once", () => {
    const keys = entries.map(({ call, place }) => `${call} ${place}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe("an answer that deviates without a reason", () => {
  const contact = factsOf("GET /contacts/{contactId}");

  it.each<[what: string, body: unknown, says: string[]]>([
    ["a field at the top", { contact: { id: "c1" }, extra: 1 }, ["GET /contacts/{contactId}: extra is not documented"]],
    ["another type", [], ["GET /contacts/{contactId}: the answer is no object"]],
    ["nothing", { contact: { id: "c1" }, traceId: "t" }, []],
  ])("is found: %s", (_, body, says) => {
    expect(envelopeProblems(contact, body)).toEqual(says);
  });
});
