import cloneDeep from "lodash/cloneDeep.js";
import { PropError } from "../errors.ts";
import { didYouMean } from "../../../common/text/suggest.ts";
import type { Values } from "../types.ts";
import { isObject } from "../types.ts";
import { coerce } from "./coerce.ts";
import type { Prop, SettledProp } from "./define.ts";
import { defineProps, settle } from "./define.ts";

/** Props the platform provides or shows; a form takes no value for them. */
const WITHOUT_VALUE: Record<string, string> = {
  "app": "the connected account; give it as auth",
  "$.service.db": "the state of the component, not a field",
  "alert": "a notice, not a field",
};
/** The names a form takes values for: those worth naming to whoever mistyped one. */
export function fillable(props: Map<string, Prop>): string[] {
  return [...props.values()].filter(({ definition }) => !(definition.type !== undefined && definition.type in WITHOUT_VALUE)).map(({ name }) => name);
}

/** Props that have a working default of their own. */
const ALWAYS_SET = new Set([...Object.keys(WITHOUT_VALUE), "$.interface.timer", "$.interface.http", "data_store", "http_request"]);

export interface ResolvedProps {
  props: Map<string, Prop>;
  /** Coerced values and defaults, by prop name. */
  values: Values;
  /** Values of `secret` props, to be masked. */
  secrets: [string, string][];
}

/** What resolving needs from whoever runs the component. */
export interface ResolveContext {
  /** `this` for a function among a prop's keys. */
  self: (prop: Prop, key: string, props: Map<string, Prop>, values: Values) => object;
  /** Calls the component's `additionalProps`; absent where it has none. */
  additionalProps?: (previous: Values, props: Map<string, Prop>, values: Values) => Promise<unknown>;
  /** Accept missing values: the form is still being filled in. */
  partial?: boolean;
}

const isMissing = (value: unknown, prop: SettledProp) => value === undefined || (value === null && prop.type !== "any");

function check(prop: Prop, settled: SettledProp, given: unknown, partial: boolean): { value?: unknown; problem?: string } {
  const title = settled.label === prop.name ? prop.name : `${settled.label} (${prop.name})`;
  const refused = WITHOUT_VALUE[settled.type];
  if (refused) return isMissing(given, settled) ? {} : { problem: `${prop.name} takes no value: it is ${refused}.` };
  const isEmpty = given === "" && settled.type !== "any";
  // An emptied field of a form is no value, except in an optional text, where it may be meant.
  const typed = isEmpty && !(settled.type === "string" && settled.optional) ? undefined : given;
  const isGiven = !isMissing(typed, settled);
  const value = isGiven ? typed : cloneDeep(settled.default);
  if (isMissing(value, settled)) {
    if (partial || settled.optional || settled.hidden || ALWAYS_SET.has(settled.type)) return {};
    return { problem: `${title} is required.` };
  }
  const result = coerce(value, settled);
  // A default of another type is the author's decision; the user can do nothing about it.
  if (!isGiven && "problem" in result) return { value };
  return "problem" in result ? { problem: `${title} ${result.problem}.` } : { value: result.value };
}

/** Checks and coerces every prop in order; later props see the values of earlier ones. */
async function valuesOf(props: Map<string, Prop>, given: Values, context: ResolveContext) {
  const values: Values = {};
  const problems: string[] = [];
  const secrets: [string, string][] = [];
  for (const prop of props.values()) {
    const configured = { ...given, ...values };
    const settled = await settle(prop, configured, (key) => context.self(prop, key, props, configured));
    const { value, problem } = check(prop, settled, given[prop.name], context.partial === true);
    if (problem) problems.push(problem);
    if (value !== undefined) values[prop.name] = value;
    if (settled.secret && typeof value === "string") secrets.push([`secret ${prop.name}`, value]);
  }
  return { values, problems, secrets };
}

/** True once a prop that reloads the form has a value, which is when the platform asks for further props. */
function asksForMore(props: Map<string, Prop>, values: Values): boolean {
  return [...props.values()].some((prop) => prop.definition.reloadProps === true && (prop.app !== undefined || values[prop.name] !== undefined));
}

/**
 * Resolves the values of a component's props as the platform's form does: merged definitions,
 * defaults, types, required fields, additional props.
 * @param raw `props` of the component
 * @param given values by prop name
 * @throws PropError with every problem found
 */
export async function resolveProps(raw: Values, given: Values, context: ResolveContext): Promise<ResolvedProps> {
  // Copied one level deep: additionalProps may change the definitions it is shown.
  const shown: Values = Object.fromEntries(Object.entries(raw).map(([name, def]) => [name, isObject(def) ? { ...def } : def]));
  let props = defineProps(shown);
  let result = await valuesOf(props, given, context);
  if (context.additionalProps && asksForMore(props, result.values)) {
    const { problems } = result;
    const more = await context.additionalProps(shown, props, { ...given, ...result.values }).catch((error: unknown) => {
      // With values missing or wrong, its failure is but a consequence.
      throw problems.length > 0 && !context.partial ? new PropError(problems) : error;
    });
    props = defineProps({ ...shown, ...(isObject(more) ? more : {}) });
    result = await valuesOf(props, given, context);
  }
  const { values, problems, secrets } = result;
  for (const name of Object.keys(given)) {
    if (!props.has(name)) problems.push(`There is no prop "${name}".${didYouMean(name, fillable(props)) || ` Props: ${fillable(props).join(", ")}.`}`);
  }
  if (problems.length > 0 && !context.partial) throw new PropError(problems);
  return { props, values, secrets };
}
