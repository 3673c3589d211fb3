import { ConfigurationError } from "#platform";
import { HighLevelError } from "./errors.ts";
import { bare } from "../../core/text/characters.ts";
import { labelOf } from "../../core/text/labels.ts";
import type { ActionInstance, Endpoint, Fields } from "../../core/types.ts";

/** The record inside a response, whichever of the known envelopes it came in; without one, the whole response. */
export function unwrap(data: Fields, keys: string | string[] | undefined): Fields {
  const inside = [keys ?? []].flat().map((key) => data?.[key]).find((value) => value !== undefined && value !== null);
  return inside !== null && typeof inside === "object" ? inside as Fields : data ?? {};
}

/** For a successful response without the expected content: reading it as "there is none" would emit a false event. */
export function withoutAnswer({ method, path }: Endpoint, what: string): HighLevelError {
  return new HighLevelError(`HighLevel's response to ${method} ${path} contains no ${what}. Nothing was skipped; try again later.`, "format");
}

/**
 * An id that must not be empty, or the request would call another endpoint.
 * @throws ConfigurationError that names the field, where it is empty
 */
export function requiredId(value: unknown, prop: string): string {
  const text = value === undefined || value === null ? "" : bare(value);
  // URLs resolve "." and ".." away, which would call another endpoint.
  if (text && !/^\.+$/.test(text)) return text;
  throw new ConfigurationError(`The field ${labelOf(prop)} is empty. Choose or type an ID.`);
}

/**
 * Values for a path's placeholders; the location may come from the account.
 * @param props in the order of the placeholders; by default the props of the same names
 */
export function pathParams(path: string, instance: ActionInstance, props?: string[]): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  return Object.fromEntries(names.map((name, index) => {
    if (name === "locationId") return [name, instance.app.locationId(instance.locationId)];
    const prop = props?.[index];
    // Without `props`, the value may come from elsewhere, so it may be empty here.
    return [name, prop === undefined ? instance[name] : requiredId(instance[prop], prop)];
  }));
}
