import { cut } from "../../../common/core/text/cut.ts";
import type { SettledProp } from "./define.ts";
import { asTimer } from "../timer.ts";
import { isObject } from "../types.ts";

/** A value of the prop's type, or a problem (the end of a sentence that starts with the prop). */
export type Coerced = { value: unknown } | { problem: string };

const shown = (value: unknown) => cut(JSON.stringify(value) ?? String(value), 60, "...");

/** Parsed JSON; undefined where the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function text(value: unknown, prop: SettledProp): Coerced {
  if (typeof value === "string") return { value };
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return { value: String(value) };
  // An option chosen with its label: `{ label, value }`.
  if (prop.withLabel && isObject(value) && "value" in value) return { value };
  return { problem: `must be text, not ${shown(value)}` };
}

function integer(value: unknown, prop: SettledProp): Coerced {
  if (prop.withLabel && isObject(value) && "value" in value) return { value };
  const number = typeof value === "string" && /^\s*[-+]?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return { problem: `must be a whole number, not ${shown(value)}` };
  if (prop.min !== undefined && number < prop.min) return { problem: `must be ${prop.min} or more, not ${number}` };
  if (prop.max !== undefined && number > prop.max) return { problem: `must be ${prop.max} or less, not ${number}` };
  return { value: number };
}

function boolean(value: unknown): Coerced {
  if (typeof value === "boolean") return { value };
  const word = typeof value === "string" ? value.trim().toLowerCase() : undefined;
  if (word === "true" || word === "false") return { value: word === "true" };
  return { problem: `must be true or false, not ${shown(value)}` };
}

/** How deeply a value may be nested: far deeper than any API request, and shallow enough for recursive code. */
const MOST_LEVELS = 200;

function isDeeper(value: unknown, levels: number): boolean {
  return typeof value === "object" && value !== null && (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));
}

/** Rows of a form; an expression can also provide a list of records, which the platform passes on unchanged. */
function object(value: unknown): Coerced {
  const result = typeof value === "string" ? parsed(value) : value;
  if (isObject(result) || (Array.isArray(result) && result.every(isObject))) return { value: result };
  return { problem: `must be a JSON object such as {"name": "value"}, not ${shown(value)}` };
}

function timer(value: unknown): Coerced {
  const config = asTimer(typeof value === "string" && value.trim().startsWith("{") ? parsed(value) : value);
  return config ? { value: config } : { problem: `must be seconds, {"intervalSeconds": 60} or {"cron": "0 * * * *"}, not ${shown(value)}` };
}

/** A list from an array, a JSON array, or a single value. In a list of texts, records from an expression stay unchanged. */
function list(value: unknown, prop: SettledProp): Coerced {
  const fromText = typeof value === "string" && value.trim().startsWith("[") ? parsed(value) : undefined;
  const items = Array.isArray(value) ? value : Array.isArray(fromText) ? fromText : [value];
  const element = { ...prop, type: prop.type.slice(0, -2) };
  const values: unknown[] = [];
  for (const [index, item] of items.entries()) {
    const result = element.type === "string" && isObject(item) ? { value: item } : coerce(item, element);
    if ("problem" in result) return { problem: `${result.problem} (item ${index + 1})` };
    values.push(result.value);
  }
  return { value: values };
}

const BY_TYPE: Record<string, (value: unknown, prop: SettledProp) => Coerced> = {
  string: text, integer, boolean, object, "$.interface.timer": timer,
};

/**
 * Converts what was typed or passed to the prop's type, as the platform's form does.
 * Types without a text field in the form (`any`, `data_store`, app-specific ones) accept any value.
 */
export function coerce(value: unknown, prop: SettledProp): Coerced {
  if (isDeeper(typeof value === "string" && /^\s*[[{]/.test(value) ? parsed(value) : value, MOST_LEVELS)) return { problem: `has more than ${MOST_LEVELS} levels of lists and objects` };
  if (prop.type.endsWith("[]")) return list(value, prop);
  return BY_TYPE[prop.type]?.(value, prop) ?? { value };
}
