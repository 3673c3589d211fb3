import type { DataStores } from "./state/data-stores.ts";

export { isRecord as isObject } from "../../common/core/text/values.ts";

/** Pipedream components, app files and props as the runtime sees them. Nothing here is specific to one app. */

/** Named values: props, `$auth`, records. */
export type Values = Record<string, unknown>;

/** A function of a component; the runtime binds `this` to the instance. */
export type ComponentFunction = (this: unknown, ...args: unknown[]) => unknown;

/** An app file's default export, shared by several components. */
export interface AppDefinition {
  type: "app";
  /** The app's slug, such as `slack`. */
  app?: string;
  propDefinitions?: Record<string, PropDefinition>;
  methods?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The third element of `propDefinition`: extra arguments of `options()`, fixed or derived from other props' values. */
export type PropInputs = Values | ((configured: Values) => Values | undefined);

/** A prop as written in a component. Keys other than `options` may be functions of the prop's inputs. */
export interface PropDefinition {
  type?: string;
  propDefinition?: [AppDefinition, string, PropInputs?];
  options?: unknown;
  [key: string]: unknown;
}

/** A source or an action; `type` is absent on old sources. */
export interface Component {
  type?: "action" | "source";
  key?: string;
  name?: string;
  version?: string;
  description?: string;
  dedupe?: "unique" | "greatest" | "last";
  annotations?: Record<string, unknown>;
  props?: Record<string, PropDefinition | AppDefinition | string>;
  methods?: Record<string, unknown>;
  hooks?: Partial<Record<"deploy" | "activate" | "deactivate", ComponentFunction>>;
  additionalProps?: ComponentFunction;
  /** Absent on sources that only have hooks. */
  run?: ComponentFunction;
  [key: string]: unknown;
}

/** One line a component wrote to the console, with the account's secrets masked. */
export interface LogEntry {
  level: "log" | "info" | "warn" | "error" | "debug";
  message: string;
  /** Epoch ms. */
  at: number;
}

/** The account a component runs with. */
export interface Account {
  /** `$auth` of every app prop. */
  auth?: Values;
  /** `$auth` by app slug, for components with several apps; wins over `auth`. */
  authByApp?: Record<string, Values>;
}

/** Options for every way of running a component. */
export interface RunOptions extends Account {
  /** Values by prop name, as from a form. */
  props?: Values;
  /** Time limit of a run, ms; by default 60,000. */
  timeoutMs?: number;
  /** The clock, epoch ms. */
  now?: () => number;
  /** Receives each line as it is written; by default lines go to the console. */
  onLog?: (entry: LogEntry) => void;
  /** Where `data_store` props keep their records; by default in memory, as long as the run (or the source) lasts. */
  stores?: DataStores;
  /** Folder of `$.files` and of `dir` props without one; by default a temporary one for this process. */
  filesFolder?: string;
}

/** A component's name in messages: its name, else its key. */
export function componentName(component: Component): string {
  return component.name ?? component.key ?? "unnamed component";
}
