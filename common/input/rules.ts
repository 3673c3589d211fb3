import { ConfigurationError } from "#platform";
import { enumerated, isBlank, itemsOf } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import type { Form } from "./choices.ts";
import { labelIn } from "./form.ts";

/** What fields of a form have to do with each other, as plain data: hosts can show it, and an operation checks it before it sends anything. */
export interface Rule {
  fields: string[];
  /** How many of the fields are filled in. A checkbox counts if it is on. */
  filled: "any" | "one" | "at most one" | "all or none" | "none";
  /** The rule applies where all of these hold; absent: always. */
  when?: Condition[];
  /** The reason, in a sentence or two, beside what the user is told to do: "HighLevel recognizes a contact by them." */
  why: string;
}

/** A field is filled in, or has one of these values, or none of them. */
export interface Condition {
  field: string;
  is?: (string | boolean)[];
  isNot?: (string | boolean)[];
}

/** Labels that an error lists. */
const MOST_LABELS = 5;

function isFilled(value: unknown): boolean {
  if (value !== null && typeof value === "object" && Object.keys(value).length === 0) return false;
  return value !== false && !isBlank(Array.isArray(value) ? itemsOf(value) : value);
}

function holds({ field, is, isNot }: Condition, form: Fields): boolean {
  const value = form[field] as string | boolean; // only compared
  return is || isNot ? (is?.includes(value) ?? true) && !isNot?.includes(value) : isFilled(value);
}

/** What to do about a broken rule, undefined where it is kept. */
function advice({ fields, filled }: Rule, props: Fields, form?: Form): string | undefined {
  const labels = (names: string[], conjunction: "and" | "or" = "and") => enumerated(names.map((name) => labelIn(form, name)), conjunction);
  const [full, empty] = [fields.filter((name) => isFilled(props[name])), fields.filter((name) => !isFilled(props[name]))];
  const isShort = full.length === 0 && (filled === "any" || filled === "one");
  if (isShort) return `Fill in ${fields.length > MOST_LABELS ? "at least one field" : labels(fields, "or")}`;
  if (full.length > 1 && (filled === "one" || filled === "at most one")) return `Fill in only one of ${labels(fields)}`;
  if (full.length > 0 && empty.length > 0 && filled === "all or none") return `Fill in ${labels(empty)} too, or clear ${labels(full)}`;
  if (full.length > 0 && filled === "none") return `Clear ${labels(full)}`;
  return undefined;
}

/**
 * Checks rules, the first broken one first.
 * @param props values by the names of the fields
 * @param form whose labels errors have
 * @throws ConfigurationError that names the fields and says what to do
 */
export function checkRules(rules: Rule[], props: Fields, form?: Form): void {
  for (const rule of rules) {
    const todo = (rule.when ?? []).every((condition) => holds(condition, props)) ? advice(rule, props, form) : undefined;
    if (todo) throw new ConfigurationError(`${todo}. ${rule.why}`);
  }
}
