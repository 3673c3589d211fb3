/** What the official description documents as answers: whether a record fits, and an answer around it. */
import { Ajv } from "ajv";
import memoize from "lodash/memoize.js";
import { resolved } from "../../local/facts/index.ts";
import type { Schema } from "../../local/facts/index.ts";
import { documented, EACH } from "../../local/facts/records.ts";
import type { Place } from "../../local/facts/records.ts";

type Fields = Record<string, unknown>;

const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, coerceTypes: false });

/** Compiled once for each type: the answers of a whole suite are compared. */
const validatorOf = memoize((type: unknown) => ajv.compile({ type }));

/** Draft-04 style `nullable` and references, as far as one property needs them. */
function valid(schema: Schema, value: unknown): boolean {
  const { $ref, nullable, ...rest } = schema;
  if (value === null) return nullable !== false;
  if ($ref) return valid(resolved(schema), value);
  // Nested parts are looked at by type only: what they refer to stands outside of this schema.
  const type = Array.isArray(value) ? "array" : typeof value;
  return ajv.validate({ ...(rest.type === type && (type === "object" || type === "array") ? { type } : rest) }, value);
}

/** Fields of a record whose values are not as documented, one line each. Fields that are not documented may be anything. */
export function fieldProblems(record: Fields, { schema }: Pick<Place, "schema">): string[] {
  const { properties = {} } = schema;
  return documented(Object.keys(record), schema)
    .filter((name) => !valid(properties[name]!, record[name]))
    .map((name) => `${name} is ${JSON.stringify(record[name])}, documented as ${JSON.stringify(properties[name])}`);
}

/** A value for what stands beside the record, such as totals and trace ids. */
function filler(schema: Schema): unknown {
  const { type, items, properties } = resolved(schema);
  if (type === "array" || items) return [];
  if (type === "number" || type === "integer") return 0;
  if (type === "boolean") return false;
  return type === "object" || properties ? {} : "trace";
}

/** The documented answer with these records where the place is; without a list on the way to it, only the first one. */
export function answerWith(records: Fields[], answer: Schema, [name, ...rest]: string[]): unknown {
  if (name === undefined) return records[0] ?? {};
  const here = resolved(answer);
  if (name === EACH) return rest.length === 0 ? records : records.map((record) => answerWith([record], here.items ?? {}, rest));
  const forms = [here, ...[...here.anyOf ?? [], ...here.oneOf ?? [], ...here.allOf ?? []].map(resolved)];
  const { properties = {} } = forms.find((form) => form.properties && name in form.properties) ?? {};
  return Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, key === name ? answerWith(records, part, rest) : filler(part)]));
}

/** Whether the place is in a list. */
export const isListed = ({ path }: Place): boolean => path.includes(EACH);

/** Where a reply differs from the documented answer. */
export interface ReplyProblem {
  /** Names that lead to it, without positions in lists: "contacts.tags"; empty for the answer itself. */
  at: string;
  says: string;
}

/**
 * Compares a reply with the documented answers of its endpoint: names that are not documented, values of other types.
 * @returns the problems with the answer that fits best; undefined where none is documented
 */
export function replyProblems(reply: unknown, answers: Schema[]): ReplyProblem[] | undefined {
  const known = answers.map(resolved).filter((answer) => Object.keys(answer).length > 0);
  return fewest(known.map((answer) => compared(reply, answer, "")));
}

const fewest = (lists: ReplyProblem[][]) => lists.sort((a, b) => a.length - b.length)[0];

function compared(value: unknown, schema: Schema, at: string): ReplyProblem[] {
  const { type, items, properties, anyOf, oneOf, allOf, nullable, enum: choices } = resolved(schema);
  const problem = (says: string): ReplyProblem[] => [{ at, says: `${at || "the answer"} ${says}` }];
  const forms = anyOf ?? oneOf;
  if (value === null) return nullable === false ? problem("is null") : [];
  if (forms) return fewest(forms.map((form) => compared(value, form, at))) ?? [];
  if (allOf) return allOf.flatMap((part) => compared(value, part, at));
  if (items || type === "array") return Array.isArray(value) ? value.flatMap((item) => compared(item, items ?? {}, at)) : problem("is no list");
  if (choices && !choices.includes(value)) return problem(`is ${JSON.stringify(value)}, documented are ${JSON.stringify(choices)}`);
  if (properties) {
    if (typeof value !== "object" || Array.isArray(value)) return problem("is no object");
    return Object.entries(value as Fields).flatMap(([name, part]) => { // neither null nor a list
      const inside = at ? `${at}.${name}` : name;
      const known = properties[name];
      return known ? compared(part, known, inside) : [{ at: inside, says: `${inside} is not documented` }];
    });
  }
  return type === undefined || validatorOf(type)(value) ? [] : problem(`is ${JSON.stringify(value)}, documented as ${type}`);
}
