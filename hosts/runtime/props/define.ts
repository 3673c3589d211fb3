import { ComponentFileError } from "../errors.ts";
import type { AppDefinition, PropDefinition, PropInputs, Values } from "../types.ts";
import { isObject } from "../types.ts";

/** A prop with all that it inherits. */
export interface Prop {
  name: string;
  /** Merged definition, with `propDefinition` resolved. */
  definition: PropDefinition;
  /** The app file, if the prop is an app. */
  app?: AppDefinition;
  /**
   * The app of its propDefinition: `this` of its functions, even of those the component defines itself (`worksheetId` in the
   * platform's Google Sheets actions relies on that).
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
 * Resolves one prop of a component, following chains of `propDefinition`; local keys win.
 * @throws ComponentFileError if the prop or its propDefinition does not exist
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

/** All props of a component by name, in order. */
export function defineProps(props: Values): Map<string, Prop> {
  return new Map(Object.entries(props).map(([name, raw]) => [name, defineProp(name, raw)]));
}

/** The extra arguments of a prop's functions, given the values configured so far. */
export function inputsOf(prop: Prop, configured: Values): Values {
  return prop.inputs.reduce<Values>((all, input) => ({ ...all, ...(typeof input === "function" ? input(configured) : input) }), {});
}

/** Keys of a definition that affect its value. */
const SETTLED = ["type", "label", "optional", "hidden", "disabled", "default", "min", "max", "withLabel", "secret"];

/**
 * Calls the functions among the keys that affect a prop's value.
 * @param self `this` for these functions
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
