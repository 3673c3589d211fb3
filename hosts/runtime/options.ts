import { ComponentFileError, PropError } from "./errors.ts";
import { Host } from "./host.ts";
import type { Prop } from "./props/define.ts";
import { defineProps, inputsOf } from "./props/define.ts";
import { unknownProp } from "./props/resolve.ts";
import type { Component, RunOptions, Values } from "./types.ts";
import { isObject } from "./types.ts";

export interface OptionsRequest extends Omit<RunOptions, "props"> {
  /** Page, from 0. */
  page?: number;
  /** `context` of the previous page. */
  prevContext?: Values;
  /** What the user typed, for props with `useQuery`. */
  query?: string;
  /** Values chosen so far; missing ones are fine. */
  configured?: Values;
}

export interface PropOptions {
  options: { label: string; value: unknown }[];
  /** Pass it as `prevContext` for the next page. */
  context?: Values;
}

/** Normalizes a choice: a value, or `{ label, value }`. */
export function optionOf(item: unknown): { label: string; value: unknown } {
  if (!isObject(item) || !("value" in item)) return { label: isObject(item) ? JSON.stringify(item) : String(item), value: item };
  return { label: item.label === undefined || item.label === null ? String(item.value) : String(item.label), value: item.value };
}

/** Normalizes choices: a list of primitives or of `{ label, value }`, or `{ options, context }`. */
function normalize(returned: unknown, propName: string): PropOptions {
  const list = isObject(returned) ? returned.options : returned;
  if (list !== undefined && list !== null && !Array.isArray(list)) {
    throw new ComponentFileError(`options() of prop "${propName}" returned ${typeof list}, neither a list nor { options, context }.`);
  }
  const context = isObject(returned) && isObject(returned.context) ? returned.context : undefined;
  return { options: (list ?? []).map(optionOf), ...(context && { context }) };
}

/** @throws PropError if there is no such prop, or it has no options */
function choosable(props: Map<string, Prop>, propName: string): Prop {
  const prop = props.get(propName);
  if (!prop) throw new PropError([unknownProp(propName, props)]);
  if (prop.definition.options === undefined) throw new PropError([`"${propName}" has no options to choose from; type a value.`]);
  return prop;
}

/**
 * The choices of a prop that are the same for every account; undefined where they depend on the account.
 * @throws PropError if there is no such prop or it has no options
 */
export function fixedOptions({ props = {}, additionalProps }: Component, propName: string): PropOptions | undefined {
  if (additionalProps !== undefined) return undefined;
  const { options } = choosable(defineProps(props), propName).definition;
  return typeof options === "function" ? undefined : normalize(options, propName);
}

/**
 * The choices of a prop's dropdown: fixed ones, or one page from its `options()`. Includes props added by `additionalProps`.
 * @throws PropError if there is no such prop or it has no options; the component's own error; RunTimeoutError
 */
export async function resolveOptions(component: Component, propName: string, request: OptionsRequest = {}): Promise<PropOptions> {
  const { page = 0, prevContext = {}, query, configured = {} } = request;
  const host = new Host(component, request);
  const { props, values, failure } = await host.resolve(configured, true);
  if (!props.has(propName) && failure) throw failure; // it may be one that additionalProps would have added
  const prop = choosable(props, propName);
  const { options } = prop.definition;
  if (typeof options !== "function") return normalize(options, propName);
  const known = { ...configured, ...values };
  const { value, error } = await host.invoke("options", () =>
    options.call(host.self(prop, props, known), { page, prevContext, query, ...inputsOf(prop, host.configured(props, known)) }));
  if (error) throw error;
  return normalize(value, propName);
}
