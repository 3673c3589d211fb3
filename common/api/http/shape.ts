import { ConfigurationError } from "#platform";
import { HighLevelError } from "./errors.ts";
import { bare } from "../../core/text/characters.ts";
import { labelOf } from "../../core/text/labels.ts";
import type { ActionInstance, Endpoint, Fields } from "../../core/types.ts";

/** The record inside an answer, whichever of the known envelopes it came in; without one, the whole answer. */
export function unwrap(data: Fields, keys: string | string[] | undefined): Fields {
  const inside = [keys ?? []].flat().map((key) => data?.[key]).find((value) => value !== undefined && value !== null);
  return inside !== null && typeof inside === "object" ? inside as Fields : data ?? {};
}

/** For an answer that says it is good and does not hold what was asked for: taken for "there is none", it would be news. */
export function withoutAnswer({ method, path }: Endpoint, what: string): HighLevelError {
  return new HighLevelError(`HighLevel's answer to ${method} ${path} has no ${what} in it. Nothing was skipped; try again later.`, "format");
}

/**
 * An id without which a request would ask for something else.
 * @throws ConfigurationError that names the prop, where it is empty
 */
export function requiredId(value: unknown, prop: string): string {
  const text = value === undefined || value === null ? "" : bare(value);
  // "." and ".." would be resolved away and call another endpoint.
  if (text && !/^\.+$/.test(text)) return text;
  throw new ConfigurationError(`The field ${labelOf(prop)} is empty. Choose or type an ID.`);
}

/**
 * Values of a path's placeholders; the location also from the account.
 * @param props in the order of the placeholders; by default the props of the same names
 */
export function pathParams(path: string, instance: ActionInstance, props?: string[]): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  return Object.fromEntries(names.map((name, index) => {
    if (name === "locationId") return [name, instance.app.locationId(instance.locationId)];
    const prop = props?.[index];
    // Without props of its own, what the path wants may come from elsewhere.
    return [name, prop === undefined ? instance[name] : requiredId(instance[prop], prop)];
  }));
}
