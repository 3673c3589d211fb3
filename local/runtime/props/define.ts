import { ComponentFileError } from "../errors.ts";
import type { AppDefinition, PropDefinition, PropInputs, Values } from "../types.ts";
import { isObject } from "../types.ts";

/** A prop with everything it inherits. */
export interface Prop {
  name: string;
  /** Merged definition; `propDefinition` is resolved away. */
  definition: PropDefinition;
  /** The app file, where the prop is an app. */
  app?: AppDefinition;
  /** The app whose propDefinition it came from: `this` of its inherited functions. */
  owner?: AppDefinition;
  /** Keys the component itself wrote: its functions run with the component as `this`. */
  ownKeys: Set<string>;
  /** Extra arguments of its functions, from outermost to innermost. */
  inputs: PropInputs[];
}

/** A prop's definition once its functions have been called. */
export interface SettledProp {
  type: string;
  label: string;
  optional: boolean;
  hidden: boolean;
  default: unknown;
  min?: number;
  max?: number;
  withLabel: boolean;
  secret: boolean;
}

function isApp(value: unknown): value is AppDefinition {
  return isObject(value) && value.type === "app";
}

/**
 * Resolves one prop of a component, following `propDefinition` as far as it goes; local keys win.
 * @throws ComponentFileError if the prop, or what it refers to, does not exist
 */
export function defineProp(name: string, raw: unknown): Prop {
  if (typeof raw === "string") return { name, definition: { type: raw }, ownKeys: new Set(["type"]), inputs: [] };
  if (isApp(raw)) return { name, definition: raw, app: raw, ownKeys: new Set(), inputs: [] };
  if (!isObject(raw)) throw new ComponentFileError(`Prop "${name}" of the component is ${String(raw)}; a prop is an object or a type.`);
  const { propDefinition, ...local } = raw as PropDefinition;
  if (propDefinition === undefined) return { name, definition: local, ownKeys: new Set(Object.keys(local)), inputs: [] };
  const [app, key, inputs] = Array.isArray(propDefinition) ? propDefinition : [];
  const shared = isObject(app) ? app.propDefinitions?.[String(key)] : undefined;
  if (!isObject(app) || shared === undefined) {
    const where = isObject(app) ? `app "${String(app.app)}"` : "an app that is not defined";
    throw new ComponentFileError(`Prop "${name}" refers to propDefinition "${String(key)}" of ${where}, which does not exist.`);
  }
  const base = defineProp(name, shared);
  return {
    name,
    definition: { ...base.definition, ...local },
    owner: base.owner ?? app,
    ownKeys: new Set(Object.keys(local)),
    inputs: [...base.inputs, ...(inputs === undefined ? [] : [inputs])],
  };
}

/** All props of a component by name, in their order. */
export function defineProps(props: Values): Map<string, Prop> {
  return new Map(Object.entries(props).map(([name, raw]) => [name, defineProp(name, raw)]));
}

/** The extra arguments of a prop's functions, made from the values configured so far. */
export function inputsOf(prop: Prop, configured: Values): Values {
  return prop.inputs.reduce<Values>((all, input) => ({ ...all, ...(typeof input === "function" ? input(configured) : input) }), {});
}

/**
 * Calls the functions among a prop's keys (label, description, default, ...; never `options`).
 * @param self `this` for a key: the app instance for inherited ones, the component's for its own
 */
export async function settle(prop: Prop, configured: Values, self: (key: string) => object): Promise<SettledProp> {
  const plain: Values = {};
  for (const [key, value] of Object.entries(prop.definition)) {
    const callable = typeof value === "function" && key !== "options" && prop.app === undefined;
    plain[key] = callable ? await value.call(self(key), inputsOf(prop, configured)) : value;
  }
  return {
    type: typeof plain.type === "string" ? plain.type : "string",
    label: typeof plain.label === "string" ? plain.label : prop.name,
    optional: plain.optional === true,
    hidden: plain.hidden === true || plain.disabled === true,
    default: plain.default,
    min: typeof plain.min === "number" ? plain.min : undefined,
    max: typeof plain.max === "number" ? plain.max : undefined,
    withLabel: plain.withLabel === true,
    secret: plain.secret === true,
  };
}
