/** The sample event of every trigger against the response that the official description documents for its endpoint. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { operation } from "../../local/facts/index.ts";
import type { Schema } from "../../local/facts/index.ts";
import { placeOf } from "../../local/facts/records.ts";
import { fieldProblems } from "./answers.ts";
import { UNDOCUMENTED } from "./undocumented.ts";

type Fields = Record<string, unknown>;

const triggers = readCatalog(process.env).filter(({ type }) => type === "source");

/** Where a sample differs from the documented record; undefined where no record of the answers looks like it. */
function sampleProblems({ _event, ...sample }: Fields, answers: Schema[]): string[] | undefined {
  const place = placeOf(sample, { anyOf: answers });
  return place && fieldProblems(sample, place);
}

describe("the sample event", () => {
  it("is exempt only where there is nothing to compare with", () => {
    expect(Object.keys(UNDOCUMENTED).filter((slug) => !triggers.some((row) => row.slug === slug))).toEqual([]);
  });

  it.each(triggers.filter(({ slug }) => !(slug in UNDOCUMENTED)))("of $slug looks like the documented record", async ({ slug, endpoints }) => {
    const { component } = await loadOperation(slug, process.env);
    const answers = endpoints.flatMap(({ method, path }) => Object.values(operation(method, path).responses));
    expect(sampleProblems(component.sampleEmit as Fields, answers)).toEqual([]);
  });
});

describe("the check itself", () => {
  const answer: Schema = { type: "object", properties: { things: { type: "array", items: { type: "object", properties: { id: { type: "string" }, size: { type: "number" } } } } } };

  it("is content with a record of the answer, and not with one of other types or names", () => {
    expect(sampleProblems({ id: "a", size: 1, _event: {} }, [answer])).toEqual([]);
    expect(sampleProblems({ id: "a", size: "large" }, [answer])).toHaveLength(1);
    expect(sampleProblems({ name: "a", height: 1 }, [answer])).toBeUndefined();
  });
});
