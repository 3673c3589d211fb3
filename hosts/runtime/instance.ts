import cloneDeep from "lodash/cloneDeep.js";
import type { Account, AppDefinition, Component, Values } from "./types.ts";
import { isObject } from "./types.ts";
import type { Prop } from "./props/define.ts";

/** Puts methods on the prototype, bound to the instance, so that spreading an instance copies only its props. */
function bind(instance: object, prototype: Values, methods: Values | undefined): void {
  for (const [name, method] of Object.entries(methods ?? {})) {
    prototype[name] = typeof method === "function" ? method.bind(instance) : method;
  }
}

/** The app instances of one run: one per app file, shared by all its props. */
export class Apps {
  private readonly instances = new Map<AppDefinition, object>();

  constructor(private readonly account: Account) {}

  /** `$auth`, bound methods and the definition's other keys. */
  instance(app: AppDefinition): object {
    const known = this.instances.get(app);
    if (known) return known;
    const { methods, ...rest } = app;
    const prototype: Values = { ...rest };
    const instance = Object.create(prototype) as object; // Object.create is typed any
    bind(instance, prototype, methods);
    const auth = this.account.authByApp?.[app.app ?? ""] ?? this.account.auth ?? {};
    // Not enumerable, so that a component that sends or logs a copy of its app does not include the token.
    Object.defineProperty(instance, "$auth", { value: cloneDeep(auth) });
    this.instances.set(app, instance);
    return instance;
  }
}

/** The parts of an instance besides the component. */
export interface InstanceParts {
  props: Map<string, Prop>;
  values: Values;
  apps: Apps;
  /** The value of props the platform provides (db, timer, http, ...); undefined for ordinary ones. */
  service: (prop: Prop, value: unknown) => unknown;
  /** `$emit`. */
  emit?: (event: unknown, meta?: unknown) => Promise<void>;
}

/**
 * `this` of a component: prop values (copies, free to change), app instances and services as own properties; methods and
 * `$emit` on the prototype.
 */
export function createInstance(component: Component, { props, values, apps, service, emit }: InstanceParts): object {
  const prototype: Values = {};
  const instance = Object.create(prototype) as Values; // Object.create is typed any
  bind(instance, prototype, isObject(component.methods) ? component.methods : undefined);
  if (emit) prototype.$emit = emit;
  for (const [name, value] of Object.entries(values)) {
    if (!props.has(name)) instance[name] = cloneDeep(value);
  }
  for (const prop of props.values()) {
    const value = prop.app ? apps.instance(prop.app) : service(prop, cloneDeep(values[prop.name]));
    if (value !== undefined) instance[prop.name] = value;
  }
  return instance;
}
