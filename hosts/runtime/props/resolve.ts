import camelCase from "lodash/camelCase.js";
import cloneDeep from "lodash/cloneDeep.js";
import pick from "lodash/pick.js";
import pickBy from "lodash/pickBy.js";
import { PropError } from "../errors.ts";
import { credentialsOf } from "../services/http-request.ts";
import { didYouMean } from "../../../common/core/text/suggest.ts";
import type { PropDefinition, Values } from "../types.ts";
import { isObject } from "../types.ts";
import { coerce } from "./coerce.ts";
import type { Prop, SettledProp } from "./define.ts";
import { defineProps, settle } from "./define.ts";

/** Types of props that the platform provides or only displays: they take no value. */
const WITHOUT_VALUE: Record<string, string> = {
  "app": "the connected account; give it as auth",
  "$.service.db": "the state of the component, not a field",
  "alert": "a notice, not a field",
};
/** Whether a form has a field for a prop. Services, notices and the address of an HTTP interface have none. */
export const hasField = ({ definition: { type = "" } }: Prop): boolean => !(type in WITHOUT_VALUE) && type !== "$.interface.http";

/** The names of all fields that take a value. */
function fillable(props: Map<string, Prop>): string[] {
  return [...props.values()].filter(hasField).map(({ name }) => name);
}

/** A setting with a working default, such as the schedule: not worth listing. */
const isSetting = ({ type, optional, default: standard }: PropDefinition) => type === "$.interface.timer" || (optional === true && standard !== undefined);

/** How many fields an error lists. */
const MOST_LISTED = 10;

/** A prop's name, with its label where that differs. */
function titleOf(name: string, props: Map<string, Prop>): string {
  const label = props.get(name)?.definition.label;
  return typeof label === "string" && camelCase(label) !== name ? `${name} (${label})` : name;
}

/** The message for a field that does not exist, with the fields whose name or label is close. */
export function unknownProp(name: string, props: Map<string, Prop>): string {
  const names = fillable(props);
  const labels = new Map(names.flatMap((known) => [[known, known], [String(props.get(known)?.definition.label ?? known), known]]));
  const listed = names.filter((known) => !isSetting(props.get(known)?.definition ?? {}));
  const more = listed.length > MOST_LISTED ? ` and ${listed.length - MOST_LISTED} more` : "";
  return `There is no field "${name}".${didYouMean(name, labels.keys(), (word) => titleOf(labels.get(word) ?? word, props)) || ` Fields: ${listed.slice(0, MOST_LISTED).join(", ")}${more}.`}`;
}

/** Types of props with a built-in default. */
const ALWAYS_SET = new Set([...Object.keys(WITHOUT_VALUE), "$.interface.timer", "$.interface.http", "$.interface.apphook", "data_store", "dir", "http_request"]);

export interface ResolvedProps {
  props: Map<string, Prop>;
  /** Coerced values and defaults, by prop name. */
  values: Values;
  /** Values of `secret` props, to be masked. */
  secrets: [string, string][];
  /** Why `additionalProps` failed, if the form is still being filled in. */
  failure?: unknown;
}

/** What resolving needs from the host. */
export interface ResolveContext {
  /** `this` for a function in a prop's definition. */
  self: (prop: Prop, props: Map<string, Prop>, values: Values) => object;
  /** The values passed to a propDefinition's function. */
  configured: (props: Map<string, Prop>, values: Values) => Values;
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
  // An emptied field means no value, except for an optional text, where it may be intended.
  const typed = isEmpty && !(settled.type === "string" && settled.optional) ? undefined : given;
  const isGiven = !isMissing(typed, settled);
  const value = isGiven ? typed : cloneDeep(settled.default);
  if (isMissing(value, settled)) {
    if (partial || settled.optional || settled.hidden || ALWAYS_SET.has(settled.type)) return {};
    return { problem: `${title} is required.` };
  }
  const result = coerce(value, settled);
  // A default of another type is the author's decision; the user cannot change it.
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
    const settled = await settle(prop, context.configured(props, configured), () => context.self(prop, props, configured));
    const { value, problem } = check(prop, settled, given[prop.name], context.partial === true);
    if (problem) problems.push(problem);
    if (value !== undefined) values[prop.name] = value;
    const hidden = settled.secret && typeof value === "string" ? [value] : settled.type === "http_request" ? credentialsOf(value) : [];
    secrets.push(...hidden.map((text): [string, string] => [`secret ${prop.name}`, text]));
  }
  return { values, problems, secrets };
}

/** The props that reload the form and have a value: for these the platform calls `additionalProps`. */
function reloading(props: Map<string, Prop>, values: Values): string[] {
  return [...props.values()]
    .filter(({ name, app, definition }) => definition.reloadProps === true && (app !== undefined || values[name] !== undefined))
    .map(({ name }) => name);
}

/** Copies one level deep: additionalProps may modify the definitions it receives. */
const copies = (definitions: Values): Values => Object.fromEntries(Object.entries(definitions).map(([name, def]) => [name, isObject(def) ? { ...def } : def]));

/**
 * Resolves the values of a component's props as the platform's form does: merged definitions,
 * defaults, types, required fields, additional props.
 *
 * Additional props appear as in a form that is being filled in: each prop that reloads the form requests them once, with the
 * values of the fields present by then. A filled field stays, even if a later reload no longer includes it. If values remain
 * that belong to no field, the form is refreshed once with all of them.
 * @param raw `props` of the component
 * @param given values by prop name
 * @throws PropError with every problem found
 */
export async function resolveProps(raw: Values, given: Values, context: ResolveContext): Promise<ResolvedProps> {
  const base = copies(raw);
  let added: Values = {};
  let props = defineProps(base);
  let result = await valuesOf(props, given, context);
  let failure: unknown;
  const answered = new Set<string>();
  let isRefreshed = false;
  while (context.additionalProps) {
    const reloads = reloading(props, result.values).filter((name) => !answered.has(name));
    const isLeftOver = answered.size > 0 && !isRefreshed && Object.keys(given).some((name) => !props.has(name));
    if (reloads.length === 0 && !isLeftOver) break;
    isRefreshed = reloads.length === 0;
    reloads.forEach((name) => answered.add(name));
    const filled = isRefreshed ? given : pick(given, [...props.keys()]);
    const { problems } = result;
    let more: unknown;
    try {
      more = await context.additionalProps({ ...base, ...added }, props, { ...filled, ...result.values });
    } catch (error) {
      if (context.partial) {
        failure = error;
        break;
      }
      throw problems.length > 0 ? new PropError(problems) : error; // missing or wrong values are the likely cause
    }
    const kept = pickBy(added, (_definition, name) => given[name] !== undefined);
    added = copies({ ...kept, ...(isObject(more) ? more : {}) });
    props = defineProps({ ...base, ...added });
    result = await valuesOf(props, given, context);
  }
  const { values, problems, secrets } = result;
  for (const name of Object.keys(given)) {
    if (!props.has(name)) problems.push(unknownProp(name, props));
  }
  if (problems.length > 0 && !context.partial) throw new PropError(problems);
  return { props, values, secrets, failure };
}
