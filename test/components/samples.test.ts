/** The sample event of every trigger against the response that the official description documents for its endpoint. */
import { describe, expect, it } from "@jest/globals";
import { Ajv } from "ajv";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { operation, schemas } from "../../local/facts/index.ts";
import type { Schema } from "../../local/facts/types.ts";

type Fields = Record<string, unknown>;

const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, coerceTypes: false });
const triggers = readCatalog(process.env).filter(({ type }) => type === "source");

function resolved(schema: Schema | undefined): Schema {
  const name = schema?.$ref?.replace("#/schemas/", "");
  return (name ? schemas()[name] : schema) ?? {};
}

/** Every object schema in an answer: the answer itself, what its envelopes hold, and the items of its lists. */
function objectsIn(schema: Schema, depth = 3): Schema[] {
  const here = resolved(schema);
  if (depth === 0) return [];
  if (here.type === "array" || here.items) return objectsIn(here.items ?? {}, depth);
  const parts = [...here.anyOf ?? [], ...here.oneOf ?? [], ...here.allOf ?? [], ...Object.values(here.properties ?? {})];
  return [...(here.properties ? [here] : []), ...parts.flatMap((part) => objectsIn(part, depth - 1))];
}

/** Draft-04 style `nullable` and references, as far as one property needs them. */
function valid(schema: Schema, value: unknown): boolean {
  const { $ref, nullable, ...rest } = schema;
  if (value === null) return nullable !== false;
  if ($ref) return valid(resolved(schema), value);
  // Nested parts are looked at by type only: what they refer to stands outside of this schema.
  const type = Array.isArray(value) ? "array" : typeof value;
  return ajv.validate({ ...(rest.type === type && (type === "object" || type === "array") ? { type } : rest) }, value);
}

/** Where a sample differs from the documented record; undefined where no record of the answer looks like it. */
export function sampleProblems(sample: Fields, answers: Schema[]): string[] | undefined {
  const names = Object.keys(sample).filter((name) => name !== "_event");
  const known = (schema: Schema) => names.filter((name) => name in (schema.properties ?? {}));
  const [best] = answers.flatMap((answer) => objectsIn(answer)).sort((a, b) => known(b).length - known(a).length);
  if (!best || known(best).length < Math.min(2, names.length)) return undefined;
  return known(best).filter((name) => !valid(best.properties![name]!, sample[name])).map((name) => `${name} is ${JSON.stringify(sample[name])}, documented as ${JSON.stringify(best.properties![name])}`);
}

/** Triggers whose answer the description does not show, or whose event is made from a value: nothing to compare with. */
const UNDOCUMENTED: Record<string, string> = {
  "search-contacts": "the description has no answer for the search",
  "get-duplicate-contact": "the description has no answer",
  "get-free-slots": "the answer is a map of days; the event is one slot",
  "check-blog-url-slug": "the answer is one boolean",
  "get-message-recording": "the answer is audio",
  "get-message-transcription": "the event is the whole transcription, the answer a list of sentences",
  "download-transcription": "the answer is a text file",
};

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
