import { performance } from "node:perf_hooks";
import { RunTimeoutError } from "./errors.ts";
import type { InstanceParts } from "./instance.ts";
import { Apps, createInstance } from "./instance.ts";
import { capture, show } from "./logs.ts";
import { Masker } from "./mask.ts";
import type { Prop } from "./props/define.ts";
import type { ResolvedProps } from "./props/resolve.ts";
import { resolveProps } from "./props/resolve.ts";
import type { ServiceContext } from "./services.ts";
import { serviceFor } from "./services.ts";
import type { Component, LogEntry, RunOptions, Values } from "./types.ts";
import { componentName } from "./types.ts";

/** Limit of one run unless told otherwise, ms. */
export const DEFAULT_TIMEOUT_MS = 60_000;
/** The longest delay a Node timer can hold, ms. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** How a piece of a component's code ended: with a value, or with an error that is safe to show. */
export interface Outcome {
  value?: unknown;
  error?: Error;
  logs: LogEntry[];
  /** ms */
  durationMs: number;
}

/** What a run gives a component's code beside its props. */
export interface RunContext extends ServiceContext {
  emit?: InstanceParts["emit"];
}

const NO_SERVICES: RunContext = {
  db: { get: () => undefined, set: () => undefined },
  respond: () => undefined,
};

/** One component with one account: resolves its props, makes its instances, runs its code within limits. */
export class Host {
  readonly masker: Masker;
  readonly now: () => number;
  readonly timeoutMs: number;

  constructor(readonly component: Component, private readonly options: RunOptions) {
    this.masker = new Masker(options);
    this.now = options.now ?? Date.now;
    this.timeoutMs = Math.min(options.timeoutMs ?? DEFAULT_TIMEOUT_MS, MAX_TIMER_MS);
  }

  /** `this` for the component. */
  instance(props: Map<string, Prop>, values: Values, context: RunContext = NO_SERVICES): object {
    return createInstance(this.component, {
      props,
      values,
      apps: new Apps(this.options),
      service: (prop, value) => serviceFor(prop, value, context),
      emit: context.emit,
    });
  }

  /** `this` for a function of a prop's definition: the app it is inherited from, else the component. */
  self(prop: Prop, key: string, props: Map<string, Prop>, values: Values): object {
    if (prop.owner && !prop.ownKeys.has(key)) return new Apps(this.options).instance(prop.owner);
    return this.instance(props, values);
  }

  /**
   * The component's props with the given values.
   * @param partial accept missing and wrong values, as while a form is filled in
   * @throws PropError, ComponentFileError, or what `additionalProps` throws
   */
  async resolve(given: Values, partial = false): Promise<ResolvedProps> {
    const { additionalProps, props = {} } = this.component;
    const resolved = await resolveProps(props, given, {
      partial,
      self: (prop, key, all, values) => this.self(prop, key, all, values),
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
   * Runs a piece of the component's code: within the time limit, with its console captured. Never rejects.
   * Code that is over the limit cannot be stopped; it runs on, but its console lines are dropped.
   * @param what its name in messages, such as `run`
   */
  async invoke(what: string, work: () => unknown): Promise<Outcome> {
    const logs: LogEntry[] = [];
    const onLog = this.options.onLog ?? show;
    const started = performance.now();
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.timeout(what)), this.timeoutMs);
    });
    const sink = (level: LogEntry["level"], message: string) => {
      if (isOver) return;
      const entry = { level, message: this.masker.text(message), at: this.now() };
      logs.push(entry);
      onLog(entry);
    };
    const ended = () => {
      isOver = true;
      clearTimeout(timer);
      return { logs, durationMs: Math.round(performance.now() - started) };
    };
    try {
      const value = await Promise.race([capture(sink, async () => work()), limit]);
      return { value, ...ended() };
    } catch (thrown) {
      const error = thrown instanceof RunTimeoutError ? thrown : this.masker.error(thrown);
      return { error, ...ended() };
    }
  }

  private timeout(what: string): RunTimeoutError {
    return new RunTimeoutError(
      `${componentName(this.component)}: ${what}() took longer than ${this.timeoutMs / 1000} s and was abandoned. `
      + "What it emitted and stored before counts; what it still does is ignored. Give it more time, or less to do.",
    );
  }
}
