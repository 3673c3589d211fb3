import isPlainObject from "lodash/isPlainObject.js";
import sortBy from "lodash/sortBy.js";
import { cut } from "../../common/core/text/cut.ts";

/** What a preview may take up, and one text in it, in characters. */
const [MOST, MOST_VALUE] = [240, 60];

/** The fields that tell records apart, by name and in this order; the others follow. */
const TELLING = [
  /^_?id$/i,
  /^(contact|full|display)?name$|^(title|subject)$/i,
  /^(first|last)name$/i,
  /email$/i,
  /phone$/i,
  /^_event$/,
  /(type|status|kind|stage)$/i,
  /^(date(?!ofbirth)|start|end|due)|(at|date|time)$/i,
];

const isEmpty = (value: unknown) => value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** A value in a few characters; undefined for what has no short form. */
function short(value: unknown): string | undefined {
  if (typeof value === "string") return JSON.stringify(cut(value, MOST_VALUE, "..."));
  const json = JSON.stringify(value);
  return json.length <= MOST_VALUE * 1.5 ? json : undefined;
}

/** A line that shows which record a value is: small values whole, of large records the fields that tell them apart. */
export function preview(value: unknown): string {
  const whole = JSON.stringify(value) ?? String(value);
  if (whole.length <= MOST || !isPlainObject(value)) return cut(whole, MOST, "...");
  const fields = Object.entries(value as object).filter(([, field]) => !isEmpty(field)); // a plain object, as was just seen
  const rank = ([name]: [string, unknown]) => {
    const at = TELLING.findIndex((pattern) => pattern.test(name));
    return at < 0 ? TELLING.length : at;
  };
  let line = "{";
  for (const [name, field] of sortBy(fields, rank)) {
    const text = short(field);
    const part = `${JSON.stringify(name)}:${text},`;
    if (text !== undefined && line.length + part.length + "...}".length <= MOST) line += part;
  }
  return `${line}...}`;
}
