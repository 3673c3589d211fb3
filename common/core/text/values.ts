import { straightened, visible } from "./characters.ts";
import type { Fields } from "../types.ts";

/** True for what an empty form field leaves behind: such fields are not sent. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** True for what {@link isEmpty} is, and for blanks. */
export const isBlank = (value: unknown): boolean => isEmpty(typeof value === "string" ? value.trim() : value);

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What JSON text stands for, also where a word processor has made its quotes curly; undefined where the text is none. */
export function parsed(text: string): unknown {
  const found = fromJson(text);
  return found === undefined ? fromJson(straightened(text)) : found;
}

/** The list inside JSON text, or undefined where the text is none. */
export function parsedList(text: string): unknown[] | undefined {
  const list = visible(text).startsWith("[") ? parsed(text) : undefined;
  return Array.isArray(list) ? list : undefined;
}

/** An object, or the one inside JSON text; undefined for anything else. */
export function objectOf(value: unknown): Fields | undefined {
  const found = typeof value === "string" ? parsed(value) : value;
  return found !== null && typeof found === "object" && !Array.isArray(found) ? found as Fields : undefined;
}

/** The items of a list field, however it was filled in: as a list, as JSON text of one, or with a single value. Empty items are left out. */
export function itemsOf(value: unknown): unknown[] {
  const items = Array.isArray(value) ? value : (typeof value === "string" && parsedList(value)) || [value];
  return items.filter((item) => !isEmpty(typeof item === "string" ? item.trim() : item));
}

/** A value as text, in errors and in fields that hold text: objects and lists as JSON. */
export const shown = (value: unknown): string => (value !== null && typeof value === "object" ? JSON.stringify(value) : String(value));

/** A record among ids stands for its id, as earlier steps hand over whole users, contacts or categories. */
function textOf(item: unknown): string {
  const record = objectOf(item);
  const named = record && (record.id ?? record._id ?? record.value ?? record.email);
  return shown(named ?? item).trim();
}

/** Short texts of a list field (tags, ids, options): like {@link itemsOf}, but a single text is taken apart at its commas. Trimmed, each once. */
export function textsOf(value: unknown): string[] {
  const items = typeof value === "string" && !parsedList(value) && !objectOf(value) ? value.split(",") : itemsOf(value);
  return [...new Set(items.map(textOf).filter(Boolean))];
}

/** "companies" for "company". */
export const plural = (noun: string): string => (/[^aeiou]y$/.test(noun) ? noun.replace(/y$/, "ies") : `${noun}${/(s|x|ch|sh)$/.test(noun) ? "es" : "s"}`);

/** "1 tag", "2 tags": how many there are, in words; from their number, or from the list itself. */
export function counted(items: unknown, noun: string): string {
  const count = typeof items === "number" ? items : textsOf(items).length;
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : plural(noun)}`;
}

/** A list as a query parameter: one of a single text would arrive as that text, which is no list to HighLevel; the same text twice is one. */
export const queryList = (texts: string[]): string[] => (texts.length === 1 ? [...texts, ...texts] : texts);
