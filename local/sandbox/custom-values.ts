import { unprocessable } from "./errors.ts";
import type { CustomField } from "./model.ts";

type Values = Record<string, unknown>;

const NUMBERS = ["NUMERICAL", "MONETORY", "FLOAT"];
const isObject = (value: unknown): value is Values => typeof value === "object" && value !== null && !Array.isArray(value);

/** A contact's or opportunity's values after a write: missing fields keep theirs, empty ones are removed. */
export function mergeCustomValues(former: { id: string; value: unknown }[], changes: { field: CustomField; value: unknown; path: string }[]): { id: string; value: unknown }[] {
  const values = new Map(former.map(({ id, value }) => [id, value]));
  for (const { field, value, path } of changes) {
    if (value === undefined || value === null || value === "") values.delete(field.id);
    else {
      const stored = storedValue(field, value, path);
      if (stored !== undefined) values.set(field.id, stored);
    }
  }
  return [...values].map(([id, value]) => ({ id, value }));
}

/**
 * A value as it is stored. Unknown options and text boxes are silently ignored.
 * @returns undefined where nothing is left to store
 * @throws ApiError 422 for an invalid number or date
 */
function storedValue(field: CustomField, value: unknown, path: string): unknown {
  const { dataType } = field;
  if (NUMBERS.includes(dataType)) {
    if (typeof value === "object" || Number.isNaN(Number(value))) throw unprocessable([`${path} must be a number`]);
    return Number(value);
  }
  if (dataType === "DATE" && Number.isNaN(Date.parse(String(value)))) throw unprocessable([`${path} must be a valid date`]);
  if (dataType === "CHECKBOX" || dataType === "MULTIPLE_OPTIONS") return nonEmpty([value].flat().filter((option) => isOption(field, option)));
  if (dataType === "SINGLE_OPTIONS" || dataType === "RADIO") return isOption(field, value) ? value : undefined;
  if (dataType === "TEXTBOX_LIST") return textsByBox(field, value);
  if (dataType === "FILE_UPLOAD") return isObject(value) ? value : undefined;
  return value;
}

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

function isOption({ picklistOptions = [], isAllowedCustomOption }: CustomField, value: unknown): boolean {
  return isAllowedCustomOption === true || picklistOptions.length === 0 || picklistOptions.some((option) => option === value);
}

/** The ids of a field's text boxes, in order. */
export const boxIds = ({ picklistOptions = [] }: CustomField): string[] => picklistOptions.flatMap((option) => (typeof option === "string" ? [] : [option.id]));

/** Values by box id; a list assigns its values in order. */
function textsByBox(field: CustomField, value: unknown): Values | undefined {
  const texts = boxIds(field).map((id, index): [string, unknown] => [id, Array.isArray(value) ? value[index] : isObject(value) ? value[id] : undefined]);
  const filled = texts.filter(([, text]) => typeof text === "string" && text !== "");
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}
