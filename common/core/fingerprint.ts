// Without "node:", as all of Pipedream's registry imports it.
import { createHash } from "crypto";

/** JSON with sorted keys, so that equal records give equal text. A null field counts as missing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/**
 * A short hash of a value: equal values give equal fingerprints, 6 bits per character.
 * @param length characters, at most 27
 */
export function fingerprint(value: unknown, length: number): string {
  const text = typeof value === "string" ? value : canonical(value);
  return createHash("sha1").update(text).digest("base64url").slice(0, length);
}

/** Pipedream compares event ids only up to this many characters. */
const MAX_ID = 64;

/** An event id: the parts joined, or their fingerprint if the result would be too long. */
export function dedupeKey(...parts: (string | number)[]): string {
  const key = parts.join(":");
  return key.length <= MAX_ID ? key : fingerprint(key, 27);
}
