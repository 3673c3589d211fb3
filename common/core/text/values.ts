import { straightened, visible } from "./characters.ts";
import type { Fields } from "../types.ts";

/** True for the value of an empty form field. Such fields are not sent. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Like {@link isEmpty}, and also true for whitespace. */
export const isBlank = (value: unknown): boolean => isEmpty(typeof value === "string" ? value.trim() : value);

/** A trimmed text; "" for anything else. */
export const trimmed = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** True for an object that is not a list. */
export const isRecord = (value: unknown): value is Fields => value !== null && typeof value === "object" && !Array.isArray(value);

/** The fields of an object; none for anything else. */
export const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Parses JSON, even with the curly quotes of a word processor; undefined where the text is not JSON. */
export function parsed(text: string): unknown {
  const found = fromJson(text);
  return found === undefined ? fromJson(straightened(text)) : found;
}

/** Parses a JSON list; undefined where the text is none. */
export function parsedList(text: string): unknown[] | undefined {
  const list = visible(text).startsWith("[") ? parsed(text) : undefined;
  return Array.isArray(list) ? list : undefined;
}

/** An object, also as JSON; undefined for anything else. */
export function objectOf(value: unknown): Fields | undefined {
  const found = typeof value === "string" ? parsed(value) : value;
  return isRecord(found) ? found : undefined;
}

/** The items of a list field, whether it holds a list, a list as JSON, or a single value. Empty items are left out. */
export function itemsOf(value: unknown): unknown[] {
  const items = Array.isArray(value) ? value : (typeof value === "string" && parsedList(value)) || [value];
  return items.filter((item) => !isBlank(item));
}

/** A value as text, for errors and text fields: objects and lists as JSON. */
export const shown = (value: unknown): string => (value !== null && typeof value === "object" ? JSON.stringify(value) : String(value));

/** A list of ids may contain whole records from earlier steps, such as users, contacts or categories: they count as their ids. */
function textOf(item: unknown): string {
  const record = objectOf(item);
  const named = record && (record.id ?? record._id ?? record.value ?? record.email);
  return shown(named ?? item).trim();
}

/** Short texts of a list field (tags, ids, options): like {@link itemsOf}, but a single text is split at commas. Trimmed, without duplicates. */
export function textsOf(value: unknown): string[] {
  const items = typeof value === "string" && !parsedList(value) && !objectOf(value) ? value.split(",") : itemsOf(value);
  return [...new Set(items.map(textOf).filter(Boolean))];
}

/** "A, B or C" */
export const enumerated = (items: string[], conjunction: "and" | "or"): string => items.join(", ").replace(/, ([^,]+)$/, ` ${conjunction} $1`);

/** "companies" for "company". */
export const plural = (noun: string): string => (/[^aeiou]y$/.test(noun) ? noun.replace(/y$/, "ies") : `${noun}${/(s|x|ch|sh)$/.test(noun) ? "es" : "s"}`);

/** "1 tag", "2 tags", given the number or the list. */
export function counted(items: unknown, noun: string): string {
  const count = typeof items === "number" ? items : textsOf(items).length;
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : plural(noun)}`;
}

/** A list as a query parameter: one of a single text would arrive as that text, which is no list to HighLevel; the same text twice is one. */
export const queryList = (texts: string[]): string[] => (texts.length === 1 ? [...texts, ...texts] : texts);
