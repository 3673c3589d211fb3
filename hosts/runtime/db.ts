import { StateError } from "./errors.ts";
import type { Values } from "./types.ts";

/** The platform's limit for a component's state, in bytes of JSON. */
export const DB_LIMIT_BYTES = 61_440;

const sizeOf = (entries: Map<string, string>): number => {
  let bytes = 2 + Math.max(0, entries.size - 1);
  for (const [key, json] of entries) bytes += Buffer.byteLength(JSON.stringify(key)) + 1 + Buffer.byteLength(json);
  return bytes;
};

/** `$.service.db`: values by key, stored as JSON, so that a component cannot change them by reference. */
export class Db {
  private entries: Map<string, string>;

  constructor(values: Values = {}) {
    this.entries = new Map(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]));
  }

  /** Size of the whole db as JSON. */
  get bytes(): number {
    return sizeOf(this.entries);
  }

  /** A copy of the value; undefined where there is none. */
  get(key: unknown): unknown {
    const json = this.entries.get(String(key));
    return json === undefined ? undefined : JSON.parse(json);
  }

  /**
   * Stores the value as JSON; undefined and functions remove the key.
   * @throws StateError if it cannot be serialized, or if the db would exceed {@link DB_LIMIT_BYTES}; the old value stays
   */
  set(key: unknown, value: unknown): void {
    const name = String(key);
    let json: string | undefined;
    try {
      json = JSON.stringify(value);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      throw new StateError(`db.set("${name}"): the value cannot be stored as JSON (${reason}).`);
    }
    const next = new Map(this.entries);
    if (json === undefined) next.delete(name);
    else next.set(name, json);
    const bytes = sizeOf(next);
    if (bytes > DB_LIMIT_BYTES) {
      throw new StateError(`db.set("${name}"): the state would be ${bytes} bytes; $.service.db holds ${DB_LIMIT_BYTES} (60 KB) in all. The old value is kept.`);
    }
    this.entries = next;
  }

  /** All values by key. */
  toJSON(): Values {
    return Object.fromEntries([...this.entries].map(([key, json]) => [key, JSON.parse(json) as unknown]));
  }
}
