import { cut } from "../../../common/core/text/cut.ts";
import type { SettledProp } from "./define.ts";
import { asTimer } from "../timer.ts";
import { isObject } from "../types.ts";

/** A value of the prop's type, or what is wrong with it (continuing a sentence that starts with the prop). */
export type Coerced = { value: unknown } | { problem: string };

const shown = (value: unknown) => cut(JSON.stringify(value) ?? String(value), 60, "...");

/** Parsed JSON, or undefined where the text is none. */
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
  // A chosen option with its label: `{ label, value }`.
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

/** Levels of lists and objects that a value may have: far more than any request of an API, and no more than what reads it can bear. */
const MOST_LEVELS = 200;

function isDeeper(value: unknown, levels: number): boolean {
  return typeof value === "object" && value !== null && (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));
}

/** Rows of a form; an expression can also put a list of records there, which the platform passes on as it is. */
function object(value: unknown): Coerced {
  const result = typeof value === "string" ? parsed(value) : value;
  if (isObject(result) || (Array.isArray(result) && result.every(isObject))) return { value: result };
  return { problem: `must be a JSON object such as {"name": "value"}, not ${shown(value)}` };
}

function timer(value: unknown): Coerced {
  const config = asTimer(typeof value === "string" && value.trim().startsWith("{") ? parsed(value) : value);
  return config ? { value: config } : { problem: `must be seconds, {"intervalSeconds": 60} or {"cron": "0 * * * *"}, not ${shown(value)}` };
}

/** A list from an array, from JSON text of one, or from a single value. Among texts, records that an expression puts there stay as they are. */
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
 * Turns what was typed or passed into a value of the prop's type, as the form of the platform would.
 * Types the form has no text field for (`any`, `data_store`, app-specific ones) take any value.
 */
export function coerce(value: unknown, prop: SettledProp): Coerced {
  if (isDeeper(typeof value === "string" && /^\s*[[{]/.test(value) ? parsed(value) : value, MOST_LEVELS)) return { problem: `has more than ${MOST_LEVELS} levels of lists and objects` };
  if (prop.type.endsWith("[]")) return list(value, prop);
  return BY_TYPE[prop.type]?.(value, prop) ?? { value };
}
