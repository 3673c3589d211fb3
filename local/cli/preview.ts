import isPlainObject from "lodash/isPlainObject.js";
import sortBy from "lodash/sortBy.js";
import { cut } from "../../common/core/text/cut.ts";

/** Maximum length of a preview, and of a text in it, in characters. */
const [MOST, MOST_VALUE] = [240, 60];

/** Fields that identify a record, in this order; the others follow. */
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

/** A short form of a value; undefined if there is none. */
function short(value: unknown): string | undefined {
  if (typeof value === "string") return JSON.stringify(cut(value, MOST_VALUE, "..."));
  const json = JSON.stringify(value);
  return json.length <= MOST_VALUE * 1.5 ? json : undefined;
}

/** A line that identifies a value: small values completely, large records by their identifying fields. */
export function preview(value: unknown): string {
  const whole = JSON.stringify(value) ?? String(value);
  if (whole.length <= MOST || !isPlainObject(value)) return cut(whole, MOST, "...");
  const fields = Object.entries(value as object).filter(([, field]) => !isEmpty(field)); // checked to be a plain object
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
