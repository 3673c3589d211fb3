import { ConfigurationError } from "#platform";
import { reasonOf } from "../api/http/errors.ts";
import { parsed } from "../core/text/values.ts";
import { bare, visible } from "../core/text/characters.ts";
import { wholeNumber } from "../core/text/phone.ts";
import { isZoneless, momentOf, toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { CUSTOM } from "../dropdowns/contact-filter-fields.ts";

/** HighLevel refuses longer values. */
const MAX_VALUE = 75;
const BOOLEANS = new Set(["dnd", "isValidWhatsapp", "validEmail"]);
/** HighLevel keeps these in lower case, and compares letter by letter. */
const LOWER_CASE = new Set(["firstNameLowerCase", "lastNameLowerCase", "tags"]);

/** Calendar dates are the same all over the world: HighLevel keeps them as midnight in UTC. */
const isCalendarDate = (field: string) => field === "dateOfBirth" || field.startsWith(CUSTOM);
const ends = (value: unknown) => bare(value).split("..").map((end) => end.trim());

/** Whether a range of `field` can only be read with the sub-account's time zone. */
export function needsZone(field: string, value: unknown): boolean {
  return !isCalendarDate(field) && ends(value).some(isZoneless);
}

function endOf(field: string, text: string, isUpper: boolean, label: string, timeZone: string | undefined): string | number | undefined {
  if (!text) return undefined;
  if (field.startsWith(CUSTOM) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const epoch = /^\d{10,}$/.test(text) ? toMs(text) : undefined;
  if (epoch !== undefined) return new Date(epoch).toISOString();
  return new Date(momentOf(text, label, isUpper, timeZone)).toISOString();
}

/**
 * Both ends of `2026-01-01..2026-03-31` or `100..` in HighLevel's form; times in UTC.
 * @param label of the form's field, for errors
 * @param timeZone IANA zone of the sub-account; only needed where {@link needsZone}
 * @throws ConfigurationError for anything else
 */
export function rangeOf(field: string, value: unknown, label: string, timeZone?: string): Fields {
  const parts = ends(value);
  const [from = "", to = ""] = parts;
  if (parts.length !== 2 || !(from || to)) {
    throw new ConfigurationError(`${label}: write both ends with two dots between, such as 2026-01-01..2026-03-31 (one end may be left out), not "${String(value)}".`);
  }
  const gte = endOf(field, from, false, label, timeZone);
  const lte = endOf(field, to, true, label, timeZone);
  return { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) };
}

/** HighLevel keeps numbers in E.164: a whole one is compared in that form, a part of one by its digits. */
function phone(operator: string, text: string, label: string): string {
  if (!["eq", "not_eq"].includes(operator)) return /^[+\d\s()./\p{Pd}]+$/u.test(text) ? text.replace(/[^+\d]/g, "") : text;
  try {
    return wholeNumber(text, label);
  } catch (error) {
    throw new ConfigurationError(`${reasonOf(error)} For a part of a number, choose the operator "contains".`);
  }
}

function scalar(field: string, operator: string, value: unknown, label: string): unknown {
  const text = visible(value);
  if (BOOLEANS.has(field)) {
    if (/^(true|yes)$/i.test(text)) return true;
    if (/^(false|no)$/i.test(text)) return false;
    throw new ConfigurationError(`${label}: the field ${field} is compared with true or false, not "${text}".`);
  }
  if (text.length > MAX_VALUE) throw new ConfigurationError(`${label} is longer than the ${MAX_VALUE} characters that HighLevel allows.`);
  if (field === "phone") return phone(operator, text, label);
  return LOWER_CASE.has(field) ? text.toLowerCase() : text;
}

/**
 * What is inside JSON text.
 * @throws ConfigurationError that names the field of the form
 */
export function parseJson(text: string, label: string): unknown {
  const found = parsed(text);
  if (found !== undefined) return found;
  throw new ConfigurationError(`${label} is not valid JSON. Compare it with the example in the field's description.`);
}

/**
 * A value, or a JSON list of values, as HighLevel compares it with `field`.
 * @throws ConfigurationError that names the form's field (`label`)
 */
export function listOrScalar(field: string, operator: string, value: unknown, label: string): unknown {
  const text = String(value).trim();
  const list = Array.isArray(value) ? value : text.startsWith("[") ? parseJson(text, label) : undefined;
  return Array.isArray(list) ? list.map((item) => scalar(field, operator, item, label)) : scalar(field, operator, value, label);
}
