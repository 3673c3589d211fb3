import { ConfigurationError } from "#platform";
import { objectOf, parsedList } from "../core/text/values.ts";
import { bestFits } from "../resources/best-fits.ts";
import { boxesOf } from "../resources/custom-fields.ts";
import type { CustomField, TextBox } from "../resources/custom-fields.ts";
import { nameKey, visible } from "../core/text/characters.ts";
import type { Fields } from "../core/types.ts";

const named = (boxes: TextBox[]): string => boxes.map(({ id, label }) => (id === label ? id : `${label} (${id})`)).join(", ");

/** The id of the box that `wanted` names by its id or label. Unknown ones are an error, since HighLevel ignores them silently. */
function boxId(field: CustomField, boxes: TextBox[], wanted: string, label: string): string {
  const text = visible(wanted);
  const [box, ...more] = bestFits(
    boxes,
    ({ id }) => id === text,
    (candidate) => visible(candidate.label) === text,
    (candidate) => nameKey(candidate.label) === nameKey(text),
  );
  if (box && more.length === 0) return box.id;
  const problem = box
    ? `"${wanted}" could be any of these text boxes of the custom field "${field.name}": ${named([box, ...more])}. Write the id given in parentheses.`
    : `the custom field "${field.name}" has no text box "${wanted}". Its text boxes are: ${named(boxes)}.`;
  throw new ConfigurationError(`${label}: ${problem}`);
}

const isText = (value: unknown): boolean => value !== null && typeof value !== "object";

function fromObject(field: CustomField, boxes: TextBox[], given: Fields, label: string): Fields {
  const found = Object.entries(given).filter(([, text]) => text !== null).map(([wanted, text]): [string, string] => {
    if (!isText(text)) throw new ConfigurationError(`${label}: "${wanted}" of the custom field "${field.name}" takes text, not ${JSON.stringify(text)}.`);
    // Where HighLevel does not list the boxes, only HighLevel can say whether this one exists.
    return [boxes.length > 0 ? boxId(field, boxes, wanted, label) : wanted, String(text)];
  });
  const twice = found.find(([id], index) => found.findIndex(([other]) => other === id) !== index);
  if (!twice) return Object.fromEntries(found);
  throw new ConfigurationError(`${label}: the text box ${named(boxes.filter(({ id }) => id === twice[0]))} of the custom field "${field.name}" is filled in twice. Keep one of the texts.`);
}

/**
 * The texts of a field of several text boxes: by the boxes' ids or labels, or as a list in the order of the boxes.
 * For opportunities a list is sent as it is; contacts take ids only.
 * @param label of the form's field, for errors
 * @throws ConfigurationError for what is not text, and for boxes that are unknown, ambiguous, named twice or too many
 */
export function textBoxes(field: CustomField, value: unknown, label: string, model: "contact" | "opportunity"): unknown {
  const boxes = boxesOf(field) ?? [];
  const object = objectOf(value);
  if (object) return fromObject(field, boxes, object, label);
  // An empty text keeps its place, since the order says which box is meant.
  const texts = typeof value === "string" ? parsedList(value) : value;
  if (!Array.isArray(texts) || !texts.every((text) => text === null || isText(text))) {
    const example = boxes[0] ? JSON.stringify({ [boxes[0].label]: "text" }) : "{ \"id of the box\": \"text\" }";
    throw new ConfigurationError(`${label}: the custom field "${field.name}" has several text boxes. Write JSON: ${example}.`);
  }
  if (boxes.length > 0 && texts.length > boxes.length) {
    throw new ConfigurationError(`${label}: ${texts.length} texts were given, but the custom field "${field.name}" has ${boxes.length} text boxes: ${named(boxes)}.`);
  }
  if (model === "opportunity") return texts.map((text) => String(text ?? ""));
  if (boxes.length > 0) return Object.fromEntries(texts.map((text, index) => [boxes[index]!.id, String(text ?? "")])); // there are no more texts than boxes
  throw new ConfigurationError(`${label}: HighLevel does not list the text boxes of the custom field "${field.name}". Write JSON: { "id of the box": "text" }.`);
}
