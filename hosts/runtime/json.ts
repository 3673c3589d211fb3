import { EventEmitter } from "node:events";

/** Writes circular references as "[Circular]" and bigints as text; leaves out requests, sockets and agents. */
function replacer(): (this: unknown, key: string, value: unknown) => unknown {
  const around: unknown[] = []; // the objects that contain the current one
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
 * JSON of a value that leaves a run, even of values that JSON cannot represent, such as axios' circular response: the platform
 * shows the data of those, too.
 * @returns undefined for undefined and functions
 */
export function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, replacer());
  }
}
