import { ConfigurationError } from "#platform";
import { cleaned } from "./form.ts";
import type { Fields } from "../core/types.ts";
import { isEmpty, itemsOf, objectOf } from "../core/text/values.ts";

/** How one item of a list field is written. */
export interface ItemForm {
  /** The fields that an item given as an object can have. */
  keys: string[];
  /** Further fields that HighLevel's answers have and nobody can set: left out, so that an answer can be handed on as it came. */
  answered?: string[];
  /** What an item of plain text stands for; undefined where it cannot be read. */
  fromText?(text: string): Fields | undefined;
  /** Completes an item that was given as an object. */
  fromObject?(item: Fields, label: string): Fields;
  /** For the error: what an item looks like. */
  example: string;
}

/**
 * The items of a list field whose items are objects, or short texts that stand for one.
 * @param value a list, JSON text of one, or a single item
 * @returns undefined where the field is empty
 * @throws ConfigurationError that names the item
 */
export function readItems(value: unknown, label: string, { keys, answered = [], fromText, fromObject, example }: ItemForm): Fields[] | undefined {
  // Some answers have an empty object where there is no list.
  if (isEmpty(value) || Object.keys(objectOf(value) ?? { some: true }).length === 0) return undefined;
  return itemsOf(value).map((item, index) => {
    const at = `${label}, item ${index + 1}`;
    const given = objectOf(item);
    const object = given && Object.fromEntries(Object.entries({ ...given, ...cleaned(given, at) }).filter(([key]) => !answered.includes(key)));
    const read = object ?? fromText?.(String(item).trim());
    if (!read) throw new ConfigurationError(`${at}: "${String(item)}" is not readable. Write it like ${example}.`);
    const unknown = Object.keys(read).find((key) => !keys.includes(key));
    if (unknown) throw new ConfigurationError(`${at}: "${unknown}" is not a known field. The fields are ${keys.join(", ")}.`);
    return object && fromObject ? fromObject(object, at) : read;
  });
}
