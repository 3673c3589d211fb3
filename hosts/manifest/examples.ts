import type { ManifestField } from "./model.ts";

/** An example of each format that has a spelling of its own. */
const EXAMPLES: Partial<Record<NonNullable<ManifestField["format"]>, string>> = {
  "email": "maya@example.com",
  "phone": "+12025550143",
  "url": "https://example.com",
  "date": "1990-09-25",
  "date-time": "2026-12-01T09:00:00-05:00",
  "html": "<p>Hello Maya</p>",
  "money": "1250.50",
  "color": "#FFAA00",
  "id": "ocQHyuzHvysMo5N5VsXc",
};

/** Where a description gives an example of the whole value: in its first sentence, or as JSON. */
const GIVEN = /(?:^[^.]*?such as|JSON such as|Example:) `([^`]+)`/;

/**
 * What could be written into a field, as its description says it, or as its format has it; undefined for plain words, and where
 * there is a list to choose from.
 */
export function exampleOf({ type, format, description, choices, list, dropdown }: Pick<ManifestField, "type" | "format" | "description" | "choices" | "list" | "dropdown">): ManifestField["example"] {
  const isChosen = (choices ?? list) !== undefined || (dropdown !== undefined && format === "id");
  if (isChosen || type === "boolean" || type === "timer") return undefined;
  const text = GIVEN.exec(description)?.[1] ?? (format && EXAMPLES[format]);
  if (text === undefined) return undefined;
  if (type === "string[]") return [text];
  return type === "string" ? text : JSON.parse(text) as ManifestField["example"]; // an object, or a number
}
