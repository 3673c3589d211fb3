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
  /**
   * The app whose propDefinition it builds on: `this` of its functions, also of those the component wrote itself
   * (the `worksheetId` of the platform's Google Sheets actions calls the app's `options` with its own `this`).
   */
  owner?: AppDefinition;
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
function defineProp(name: string, raw: unknown): Prop {
  if (typeof raw === "string") return { name, definition: { type: raw }, inputs: [] };
  if (isApp(raw)) return { name, definition: raw, app: raw, inputs: [] };
  if (!isObject(raw)) throw new ComponentFileError(`Prop "${name}" of the component is ${String(raw)}; a prop is an object or a type.`);
  const { propDefinition, ...local } = raw as PropDefinition;
  if (propDefinition === undefined) return { name, definition: local, inputs: [] };
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

/** Keys of a definition that decide on its value. */
const SETTLED = ["type", "label", "optional", "hidden", "disabled", "default", "min", "max", "withLabel", "secret"];

/**
 * Calls the functions among the keys that decide on a prop's value.
 * @param self `this` for them
 */
export async function settle(prop: Prop, configured: Values, self: () => object): Promise<SettledProp> {
  const plain: Values = {};
  for (const key of SETTLED) {
    const value = prop.definition[key];
    const callable = typeof value === "function" && prop.app === undefined;
    plain[key] = callable ? await value.call(self(), inputsOf(prop, configured)) : value;
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
