import { performance } from "node:perf_hooks";
import { RunTimeoutError } from "./errors.ts";
import type { InstanceParts } from "./instance.ts";
import { Apps, createInstance } from "./instance.ts";
import { toJson } from "./json.ts";
import { installCapture, show } from "./logs.ts";
import { Masker } from "./mask.ts";
import type { Prop } from "./props/define.ts";
import type { ResolvedProps } from "./props/resolve.ts";
import { resolveProps } from "./props/resolve.ts";
import { Requests, watchRequests } from "./requests.ts";
import { running } from "./scope.ts";
import type { Sink } from "./scope.ts";
import { FileStore } from "./services/files.ts";
import type { ServiceContext } from "./services/services.ts";
import { serviceFor } from "./services/services.ts";
import type { DataStores } from "./state/data-stores.ts";
import { memoryDataStores } from "./state/data-stores.ts";
import type { Component, LogEntry, RunOptions, Values } from "./types.ts";
import { componentName } from "./types.ts";

/** Default time limit of a run, ms. */
export const DEFAULT_TIMEOUT_MS = 60_000;
/** The longest delay a Node timer can hold, ms. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Services for code outside of a run, such as a dropdown's. */
const NO_SERVICES = {
  db: { get: () => undefined, set: () => undefined },
  respond: () => undefined,
  isOver: () => false,
};

/** The outcome of a piece of component code: a value, or an error that is safe to show. */
export interface Outcome {
  value?: unknown;
  error?: Error;
  logs: LogEntry[];
  /** ms */
  durationMs: number;
}

/** A running piece of component code. */
export interface Run {
  /** True once it has ended or timed out: nothing it still does counts. */
  isOver: boolean;
  /** Restarts its time limit. */
  refresh?: () => void;
}

/** What a run provides to component code besides its props; anything omitted does nothing. */
export interface RunContext extends Partial<Pick<ServiceContext, "db" | "respond" | "isOver">> {
  emit?: InstanceParts["emit"];
}

/** One component with one account: resolves its props, makes its instances, runs its code within limits. */
export class Host {
  readonly masker: Masker;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly files: FileStore;
  private readonly stores: DataStores;

  constructor(readonly component: Component, private readonly options: RunOptions) {
    this.masker = new Masker(options);
    this.now = options.now ?? Date.now;
    this.timeoutMs = Math.min(options.timeoutMs ?? DEFAULT_TIMEOUT_MS, MAX_TIMER_MS);
    this.files = new FileStore(options.filesFolder);
    this.stores = options.stores ?? memoryDataStores();
  }

  /** `this` for the component. */
  instance(props: Map<string, Prop>, values: Values, context: RunContext = {}): object {
    return createInstance(this.component, {
      props,
      values,
      apps: new Apps(this.options),
      service: (prop, value) => this.service(prop, value, context),
      emit: context.emit,
    });
  }

  /** `this` for a function in a prop's definition: the app of its propDefinition, else the component. */
  self(prop: Prop, props: Map<string, Prop>, values: Values): object {
    return prop.owner ? new Apps(this.options).instance(prop.owner) : this.instance(props, values);
  }

  /** The values passed to a propDefinition's function, with readable data stores. */
  configured(props: Map<string, Prop>, values: Values): Values {
    const stores = [...props.values()].filter(({ definition }) => definition.type === "data_store");
    return { ...values, ...Object.fromEntries(stores.map((prop) => [prop.name, this.service(prop, values[prop.name])])) };
  }

  /** A masked JSON copy of a value that leaves a run. */
  clean(value: unknown): unknown {
    const json = toJson(value);
    return json === undefined ? undefined : JSON.parse(this.masker.json(json));
  }

  /**
   * The component's props with the given values.
   * @param partial accept missing and wrong values, as in a form that is still being filled in
   * @throws PropError, ComponentFileError, or what `additionalProps` throws
   */
  async resolve(given: Values, partial = false): Promise<ResolvedProps> {
    const { additionalProps, props = {} } = this.component;
    const resolved = await resolveProps(props, given, {
      partial,
      self: (prop, all, values) => this.self(prop, all, values),
      configured: (all, values) => this.configured(all, values),
      ...(additionalProps && {
        additionalProps: async (previous: Values, all: Map<string, Prop>, values: Values) => {
          const instance = this.instance(all, values);
          const { error, value } = await this.invoke("additionalProps", () => additionalProps.call(instance, previous));
          if (error) throw error;
          return value;
        },
      }),
    });
    this.masker.add(resolved.secrets);
    return resolved;
  }

  /**
   * Runs a piece of component code within the time limit and captures its console. Never rejects.
   * Code over the limit is cut off: its requests are aborted, no more are sent, and its console output is dropped.
   * Its computations and other connections (such as to a database) continue until the process ends.
   * @param what its name in messages, such as `run`
   */
  async invoke(what: string, work: () => unknown, run: Run = { isOver: false }): Promise<Outcome> {
    installCapture();
    const logs: LogEntry[] = [];
    const onLog = this.options.onLog ?? show;
    const requests = new Requests();
    const unwatch = watchRequests();
    const started = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = this.timeout(what);
        run.isOver = true;
        reject(error);
        requests.cut(error);
      }, this.timeoutMs);
    });
    run.refresh = () => void timer?.refresh();
    const sink: Sink = (level, message) => {
      if (run.isOver) return;
      const entry = { level, message: this.masker.text(message), at: this.now() };
      logs.push(entry);
      onLog(entry);
    };
    const ended = () => {
      run.isOver = true;
      clearTimeout(timer);
      return { logs, durationMs: Math.round(performance.now() - started) };
    };
    try {
      const value = await Promise.race([running.run({ sink, requests }, async () => work()), limit]);
      unwatch();
      return { value, ...ended() };
    } catch (thrown) {
      const isTimeout = thrown instanceof RunTimeoutError;
      if (!isTimeout) unwatch(); // code that was cut off stays watched
      return { error: isTimeout ? thrown : this.masker.error(thrown), ...ended() };
    }
  }

  private service(prop: Prop, value: unknown, context: RunContext = {}): unknown {
    return serviceFor(prop, value, { ...NO_SERVICES, stores: this.stores, files: this.files, now: this.now, ...context });
  }

  private timeout(what: string): RunTimeoutError {
    return new RunTimeoutError(
      `${componentName(this.component)}: ${what}() took longer than ${this.timeoutMs / 1000} s and was stopped. `
      + "What it had emitted and stored by then counts; its requests were aborted. Give it more time, or less to do.",
    );
  }
}
