import { types } from "node:util";
import omit from "lodash/omit.js";
import { ComponentError } from "./errors.ts";
import type { Account, Values } from "./types.ts";
import { isObject } from "./types.ts";

/** Shorter values are not masked, because that would hide ordinary words. */
const MIN_LENGTH = 8;
/** How deep an error's data is copied. */
const MAX_DEPTH = 6;
/** Names of values that grant access; others (location id, base URL) only identify, and may appear in records. */
const CREDENTIAL = /token|key|secret|passw|pwd|credential|private|signature|bearer/i;

/** Names and values to hide, also from nested `$auth` objects. */
function collect(values: Values, path: string, found: [string, string][]): [string, string][] {
  for (const [key, value] of Object.entries(values)) {
    const name = `${path}.${key}`;
    if (isObject(value)) collect(value, name, found);
    else if (typeof value === "string" || typeof value === "number") found.push([name, String(value)]);
  }
  return found;
}

/** A value as it may appear: plain, in a URL, in JSON, in base64. */
function spellings(value: string): string[] {
  return [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), Buffer.from(value).toString("base64")])];
}

function replacer(secrets: [string, string][]): (text: string) => string {
  const table = secrets
    .filter(([, value]) => value.length >= MIN_LENGTH)
    .flatMap(([name, value]) => spellings(value).map((spelling) => [name, spelling] as const))
    .sort((a, b) => b[1].length - a[1].length);
  return (text) => table.reduce((masked, [name, spelling]) => masked.replaceAll(spelling, `[${name}]`), text);
}

const propOf = (value: object, key: string): unknown => (value as Values)[key];

/** Keeps an account's secrets out of everything that leaves a run. */
export class Masker {
  private secrets: [string, string][] = [];
  /** Masks all values of `$auth` with at least 8 characters: for logs and errors. */
  text: (text: string) => string = (text) => text;
  /** Masks only credentials in JSON: records keep ids that are also in `$auth`. */
  json: (text: string) => string = (text) => text;

  constructor(account: Account = {}) {
    this.addAccount(account);
  }

  /** Hides the values of an account. */
  addAccount({ auth = {}, authByApp = {} }: Account): void {
    this.add([...collect(auth, "$auth", []), ...collect(authByApp, "$auth", [])]);
  }

  /** Hides further values (`secret` props), each with a name to show instead. */
  add(secrets: [string, string][]): void {
    this.secrets.push(...secrets);
    this.text = replacer(this.secrets);
    this.json = replacer(this.secrets.filter(([name]) => CREDENTIAL.test(name.slice(name.lastIndexOf(".") + 1))));
  }

  /** A masked plain copy of any value: data as it is, anything else (sockets, clients) as its class name. */
  data(value: unknown, depth = 0, above: unknown[] = []): unknown {
    if (typeof value === "string") return this.text(value);
    if (typeof value === "bigint") return value.toString();
    if (typeof value !== "object" || value === null) return value;
    if (above.includes(value)) return "[circular]";
    if (depth > MAX_DEPTH) return "[deeper data]";
    const inside = [...above, value];
    if (types.isNativeError(value)) return { name: value.name, message: this.text(value.message) };
    if (types.isDate(value)) return value.toJSON();
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (Array.isArray(value)) return value.map((item) => this.data(item, depth + 1, inside));
    const toJson = propOf(value, "toJSON");
    if (typeof toJson === "function") return this.data(toJson.call(value), depth + 1, inside);
    const className = value.constructor?.name;
    if (className !== undefined && className !== "Object") return `[${className}]`;
    return Object.fromEntries(Object.entries(value)
      .filter(([, item]) => typeof item !== "function")
      .map(([key, item]) => [this.text(key), this.data(item, depth + 1, inside)]));
  }

  /** Turns what a component threw into an error that is safe to show: the same name, message and data, masked. */
  error(thrown: unknown): Error {
    if (!types.isNativeError(thrown) && !(thrown instanceof Error)) {
      const message = typeof thrown === "string" ? this.text(thrown) : JSON.stringify(this.data(thrown)) ?? String(thrown);
      return new ComponentError("Error", message, undefined, {}, undefined);
    }
    const data = this.data(omit(thrown, ["name", "message", "stack", "cause"])) as Values; // an object in, an object out
    const stack = typeof thrown.stack === "string" ? this.text(thrown.stack) : undefined;
    const cause = thrown.cause === undefined ? undefined : this.cause(thrown.cause);
    return new ComponentError(this.text(String(thrown.name)), this.text(String(thrown.message)), stack, data, cause);
  }

  private cause(cause: unknown): unknown {
    return types.isNativeError(cause) ? this.error(cause) : this.data(cause);
  }
}
