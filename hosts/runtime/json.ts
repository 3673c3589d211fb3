import { EventEmitter } from "node:events";

/** Shows an object inside itself as "[Circular]" and a bigint as text; leaves out requests, sockets and agents. */
function replacer(): (this: unknown, key: string, value: unknown) => unknown {
  const around: unknown[] = []; // the objects that the one being written lies in
  return function (_key, value) {
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof EventEmitter) return undefined;
    while (around.length > 0 && around.at(-1) !== this) around.pop();
    if (around.includes(value)) return "[Circular]";
    around.push(value);
    return value;
  };
}

/**
 * JSON of what leaves a run, also of what JSON has no form for, such as axios' response (which leads to its request, its
 * socket and back): the platform shows the data of those as well.
 * @returns undefined for undefined and functions
 */
export function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, replacer());
  }
}
