/** Source text of the drafts. */

const ACRONYMS = new Set(["id", "url", "sms"]);
const SMALL = new Set(["by", "of", "to", "in", "from", "for", "and", "with"]);

function capital(word: string, index: number): string {
  if (ACRONYMS.has(word)) return word.toUpperCase();
  return index > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words in title case: "get-task-by-id" → "Get Task by ID", "dueDate" → "Due Date". */
export const titled = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").split(/[-_ ]+/).map((word) => word.toLowerCase()).map(capital).join(" ");

export const indented = (text: string, by: number): string => text.split("\n").map((line) => (line ? " ".repeat(by) + line : line)).join("\n");

/** A value as it stands in the source of a test. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, part]) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${literal(part)}`);
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}
