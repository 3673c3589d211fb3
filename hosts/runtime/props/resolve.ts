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

/** Props the platform provides or shows; a form takes no value for them. */
const WITHOUT_VALUE: Record<string, string> = {
  "app": "the connected account; give it as auth",
  "$.service.db": "the state of the component, not a field",
  "alert": "a notice, not a field",
};
/** Whether a form has a field for a prop: services and notices have none, nor has the address of an HTTP interface. */
export const hasField = ({ definition: { type = "" } }: Prop): boolean => !(type in WITHOUT_VALUE) && type !== "$.interface.http";

/** The names a form takes values for: those that a mistyped one may have meant. */
function fillable(props: Map<string, Prop>): string[] {
  return [...props.values()].filter(hasField).map(({ name }) => name);
}

/** A setting that works as it is, such as the schedule: accepted, but not worth listing. */
const isSetting = ({ type, optional, default: standard }: PropDefinition) => type === "$.interface.timer" || (optional === true && standard !== undefined);

/** Names of fields that an error lists. */
const MOST_LISTED = 10;

/** A prop's name, with its label where that says more. */
function titleOf(name: string, props: Map<string, Prop>): string {
  const label = props.get(name)?.definition.label;
  return typeof label === "string" && camelCase(label) !== name ? `${name} (${label})` : name;
}

/** What is said of a field that does not exist: which one its name, or its label, was meant to be. */
export function unknownProp(name: string, props: Map<string, Prop>): string {
  const names = fillable(props);
  const labels = new Map(names.flatMap((known) => [[known, known], [String(props.get(known)?.definition.label ?? known), known]]));
  const listed = names.filter((known) => !isSetting(props.get(known)?.definition ?? {}));
  const more = listed.length > MOST_LISTED ? ` and ${listed.length - MOST_LISTED} more` : "";
  return `There is no field "${name}".${didYouMean(name, labels.keys(), (word) => titleOf(labels.get(word) ?? word, props)) || ` Fields: ${listed.slice(0, MOST_LISTED).join(", ")}${more}.`}`;
}

/** Props that have a working default of their own. */
const ALWAYS_SET = new Set([...Object.keys(WITHOUT_VALUE), "$.interface.timer", "$.interface.http", "$.interface.apphook", "data_store", "dir", "http_request"]);

export interface ResolvedProps {
  props: Map<string, Prop>;
  /** Coerced values and defaults, by prop name. */
  values: Values;
  /** Values of `secret` props, to be masked. */
  secrets: [string, string][];
  /** Why `additionalProps` could not be asked, while the form is still being filled in. */
  failure?: unknown;
}

/** What resolving needs from whoever runs the component. */
export interface ResolveContext {
  /** `this` for a function among a prop's keys. */
  self: (prop: Prop, props: Map<string, Prop>, values: Values) => object;
  /** The values as a propDefinition's function is given them. */
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
    const settled = await settle(prop, context.configured(props, configured), () => context.self(prop, props, configured));
    const { value, problem } = check(prop, settled, given[prop.name], context.partial === true);
    if (problem) problems.push(problem);
    if (value !== undefined) values[prop.name] = value;
    const hidden = settled.secret && typeof value === "string" ? [value] : settled.type === "http_request" ? credentialsOf(value) : [];
    secrets.push(...hidden.map((text): [string, string] => [`secret ${prop.name}`, text]));
  }
  return { values, problems, secrets };
}

/** The props that reload the form and have a value, which is when the platform asks for further props. */
function reloading(props: Map<string, Prop>, values: Values): string[] {
  return [...props.values()]
    .filter(({ name, app, definition }) => definition.reloadProps === true && (app !== undefined || values[name] !== undefined))
    .map(({ name }) => name);
}

/** Copied one level deep: additionalProps may change the definitions it is shown. */
const copies = (definitions: Values): Values => Object.fromEntries(Object.entries(definitions).map(([name, def]) => [name, isObject(def) ? { ...def } : def]));

/**
 * Resolves the values of a component's props as the platform's form does: merged definitions,
 * defaults, types, required fields, additional props.
 *
 * Additional props come as a form shows them to who fills it in: each prop that reloads the form asks for them once,
 * with the values of the fields that were there by then. A field that is filled in stays, also if a later reload no longer
 * names it. Where values are left over that no field takes, the form is refreshed once with all of them.
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
      throw problems.length > 0 ? new PropError(problems) : error; // with values missing or wrong, its failure is but a consequence
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
