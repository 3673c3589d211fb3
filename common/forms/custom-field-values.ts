import { ConfigurationError } from "#platform";
import { amountOf } from "../input/amount.ts";
import { emailAddress, phoneNumber } from "../input/checks.ts";
import { calendarDate } from "../input/emitted-times.ts";
import { itemsOf, shown, textsOf } from "../core/text/values.ts";
import { bestFits } from "../resources/best-fits.ts";
import { choicesOf } from "../resources/custom-fields.ts";
import type { CustomField } from "../resources/custom-fields.ts";
import { nameKey } from "../core/text/characters.ts";
import { textBoxes } from "./custom-field-boxes.ts";
import { files, signature } from "./custom-field-files.ts";

/** Whose custom fields they are: contacts and opportunities take some values in different forms. */
export type Model = "contact" | "opportunity";

/** Turns a value into what is sent for its kind of field; throws a ConfigurationError that names the form's field (`label`). */
type Reader = (field: CustomField, value: unknown, label: string, model: Model) => unknown;

/** The field's options that a text names; several where it names more than one equally well. */
const optionsNamed = (field: CustomField, text: string): string[] =>
  [...new Set(bestFits(choicesOf(field), (option) => option === text, (option) => option.trim() === text.trim(), (option) => nameKey(option) === nameKey(text)))];

function choice(field: CustomField, value: string, label: string): string {
  const choices = choicesOf(field);
  if (choices.length === 0) return value;
  const [match, ...more] = optionsNamed(field, value);
  if (match !== undefined && more.length === 0) return match;
  if (match !== undefined) {
    throw new ConfigurationError(`${label}: "${value}" could be any of these options of the custom field "${field.name}": ${[match, ...more].join(", ")}. Write it exactly.`);
  }
  if (field.isAllowedCustomOption === true) return value;
  throw new ConfigurationError(`${label}: "${value}" is not an option of the custom field "${field.name}". Its options are: ${choices.join(", ")}.`);
}

/** Splits a text at its commas, but not inside an option, which may have commas of its own. */
function splitIntoOptions(field: CustomField, text: string): string[] {
  const parts = text.split(",");
  const found: string[] = [];
  for (let start = 0, end = 0; start < parts.length; start = end) {
    const joined = () => parts.slice(start, end).join(",").trim();
    for (end = parts.length; end > start + 1 && optionsNamed(field, joined()).length === 0;) end--;
    found.push(joined());
  }
  return found.filter(Boolean);
}

/** A list with one item stands for that item: steps that can find several options return lists. */
function one(field: CustomField, value: unknown, label: string): string {
  const items = choicesOf(field).includes(String(value)) ? [value] : itemsOf(value);
  if (items.length === 1) return choice(field, textsOf(items).join(), label);
  throw new ConfigurationError(`${label}: the custom field "${field.name}" takes one option, but ${items.length} were given.`);
}

function many(field: CustomField, value: unknown, label: string): string[] {
  const isText = typeof value === "string" && (choicesOf(field).includes(value) || !value.trim().startsWith("["));
  const texts = isText ? splitIntoOptions(field, value) : textsOf(value);
  return [...new Set(texts.map((text) => choice(field, text, label)))];
}

/** Contacts take numbers. Opportunities are documented to take text, lists and objects, so they get the number as text. */
function number(field: CustomField, value: unknown, label: string, model: Model): number | string {
  const found = amountOf(value);
  if (found !== undefined) return model === "contact" ? found : String(found);
  throw new ConfigurationError(`${label}: the custom field "${field.name}" takes a number, such as 1250.50, not "${shown(value)}".`);
}

const text: Reader = (_, value) => shown(value);
const labelled = (label: string, field: CustomField) => `${label} (custom field "${field.name}")`;

/** How the value of each kind of field is checked and sent. "00123" stays as it is where the field holds text. */
const READERS: Record<string, Reader> = {
  TEXT: text,
  LARGE_TEXT: text,
  TIME: text,
  NUMERICAL: number,
  FLOAT: number,
  MONETORY: number,
  DATE: (field, value, label) => calendarDate(value, labelled(label, field)),
  SINGLE_OPTIONS: one,
  RADIO: one,
  CHECKBOX: many,
  MULTIPLE_OPTIONS: many,
  PHONE: (field, value, label) => phoneNumber(value, labelled(label, field)),
  EMAIL: (field, value, label) => emailAddress(value, labelled(label, field)),
  FILE_UPLOAD: files,
  SIGNATURE: signature,
  TEXTBOX_LIST: textBoxes,
};

/** Fields of an unknown kind get objects and lists as they are, and anything else as text. */
const asGiven: Reader = (_, value) => (value !== null && typeof value === "object" ? value : String(value));

/**
 * What is sent for a custom field.
 * @param value as it was typed, or as HighLevel's answers and our events have it
 * @param label of the form's field, for errors
 * @throws ConfigurationError for a value that this kind of field does not take
 */
export function customFieldValue(field: CustomField, value: unknown, label: string, model: Model): unknown {
  return (READERS[field.dataType] ?? asGiven)(field, value, label, model);
}
