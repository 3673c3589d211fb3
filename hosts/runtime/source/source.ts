import { createHash } from "node:crypto";
import { Db } from "../db.ts";
import { dedupe, inOrder, readMeta, storedEvent } from "../dedupe.ts";
import { ComponentFileError, StateError, withResult } from "../errors.ts";
import type { Outcome, Run } from "../host.ts";
import { Host } from "../host.ts";
import { toJson } from "../json.ts";
import type { ResolvedProps } from "../props/resolve.ts";
import { timerConfig, timerEvent } from "../timer.ts";
import type { SourceState, StateStore } from "../state/state.ts";
import { memoryState } from "../state/state.ts";
import type { Component, Values } from "../types.ts";
import { counted } from "../../../common/core/text/values.ts";
import { componentName, isObject } from "../types.ts";
import type { Source, SourceOptions, SourceResult } from "./types.ts";
import { merge } from "./types.ts";

/** A hook or run in progress. */
interface Pass extends Run {
  warnings: string[];
  responses: unknown[];
}

type HookName = "deploy" | "activate" | "deactivate";

/** A short hash of the props. */
const fingerprint = (props: Values) =>
  createHash("sha256").update(JSON.stringify(Object.entries(props).sort(([a], [b]) => (a < b ? -1 : 1)))).digest("hex").slice(0, 32);

class LocalSource implements Source {
  private readonly host: Host;
  private readonly store: StateStore;
  private readonly state: SourceState;
  private readonly db: Db;
  private given: Values;
  private resolved: Promise<ResolvedProps> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private isDeleted = false;

  constructor(private readonly component: Component, private readonly options: SourceOptions) {
    this.host = new Host(component, options);
    this.store = options.state ?? memoryState();
    this.given = options.props ?? {};
    const owner = component.key ?? componentName(component);
    this.state = this.store.load() ?? { component: owner, deployed: false, db: {}, dedupe: {}, pending: [] };
    if (this.state.component !== owner) {
      throw new StateError(`The state belongs to "${this.state.component}", not to "${owner}". Use another state for this source.`);
    }
    this.db = new Db(this.state.db);
  }

  get deployed(): boolean {
    return this.state.deployed;
  }

  get propsChanged(): boolean {
    return this.state.props !== undefined && this.state.props !== fingerprint(this.given);
  }

  deploy(): Promise<SourceResult> {
    return this.enqueue(async () => {
      const results = [await this.hook("deploy"), await this.hook("activate")];
      this.state.deployed = true;
      this.settled();
      return merge(results);
    });
  }

  run(event?: unknown): Promise<SourceResult> {
    return this.enqueue(async () => {
      const input = event ?? this.defaultEvent(await this.props());
      return this.pass("run", (self) => this.component.run?.call(self, input));
    });
  }

  update(props: Values): Promise<SourceResult> {
    return this.enqueue(async () => {
      const next = await this.host.resolve(props); // wrong props do not affect the running source
      const results = [await this.hook("deactivate")];
      this.given = props;
      this.resolved = Promise.resolve(next);
      results.push(await this.hook("activate"));
      this.settled();
      return merge(results);
    });
  }

  delete(): Promise<SourceResult> {
    return this.enqueue(async () => {
      const result = await this.hook("deactivate");
      this.isDeleted = true;
      this.store.remove();
      return result;
    });
  }

  close(): void {
    this.store.close();
  }

  /** The event of its timer, or else, for an HTTP source, an empty request. */
  private defaultEvent({ props, values }: ResolvedProps): Values {
    const ofType = (type: string) => [...props.values()].find(({ definition }) => definition.type === type);
    const timer = ofType("$.interface.timer");
    if (timer) return timerEvent(timerConfig(timer, values[timer.name]), this.host.now());
    return ofType("$.interface.http") ? { method: "POST", path: "/", query: {}, headers: {}, bodyRaw: "", body: {} } : {};
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(() => {
      if (this.isDeleted) throw new StateError(`${componentName(this.component)} was deleted; create it anew.`);
      return work();
    });
    this.queue = next.catch(() => undefined); // the caller sees the error; the queue continues
    return next;
  }

  private props(): Promise<ResolvedProps> {
    this.resolved ??= this.host.resolve(this.given).catch((error: unknown) => {
      this.resolved = undefined;
      throw error;
    });
    return this.resolved;
  }

  private async hook(name: HookName): Promise<SourceResult> {
    const hook = this.component.hooks?.[name];
    return this.pass(name, (self) => hook?.call(self));
  }

  /** Runs one hook or `run`, delivers its events, then commits. Only then rejects with the component's error, if any. */
  private async pass(name: string, work: (self: object) => unknown): Promise<SourceResult> {
    const { props, values } = await this.props();
    const pass: Pass = { isOver: false, warnings: [], responses: [] };
    const self = this.host.instance(props, values, {
      db: { get: (key) => this.db.get(key), set: (key, value) => this.set(pass, key, value) },
      emit: async (event, meta) => this.emit(pass, event, meta),
      respond: (response) => void (pass.isOver || pass.responses.push(this.host.clean(response))),
      isOver: () => pass.isOver,
    });
    const outcome = await this.host.invoke(name, () => work(self), pass);
    const result = await this.finish(pass, outcome);
    if (outcome.error) throw withResult(outcome.error, result);
    return result;
  }

  private set(pass: Pass, key: string, value: unknown): void {
    if (pass.isOver) return;
    this.db.set(key, value);
    this.save();
  }

  private emit(pass: Pass, event: unknown, meta: unknown): void {
    if (pass.isOver) return;
    const json = this.host.masker.json(toJson(event) ?? "null");
    const read = readMeta(isObject(meta) ? meta : {});
    pass.warnings.push(...read.warnings);
    this.state.pending.push({ event: storedEvent(json, read.meta), at: this.host.now() });
  }

  /** Orders, dedupes and delivers the events, and only then removes them from the state. */
  private async finish(pass: Pass, { logs, durationMs }: Outcome): Promise<SourceResult> {
    const { pending } = this.state;
    const { emitted, swallowed, state } = dedupe(this.component.dedupe, inOrder(pending), this.state.dedupe);
    if (pending.length > 0) {
      if (this.options.onEvent) {
        this.save();
        for (const event of emitted) await this.options.onEvent(event);
      }
      this.state.pending = [];
      this.state.dedupe = state;
      this.save();
    }
    const lost = swallowed.filter(({ reason }) => reason !== "duplicate");
    if (lost.length > 0) {
      const why = [...new Set(lost.map(({ reason }) => reason))].join(", ");
      pass.warnings.push(`${counted(lost.length, "event")} dropped by dedupe "${this.component.dedupe}": ${why}.`);
    }
    return { emitted, swallowed, warnings: pass.warnings, logs, responses: pass.responses, durationMs, stateBytes: this.db.bytes };
  }

  private settled(): void {
    this.state.props = fingerprint(this.given);
    this.save();
  }

  private save(): void {
    this.store.save({ ...this.state, db: this.db.toJSON() });
  }
}

/**
 * A source, ready to be deployed and run as the platform does.
 *
 * - `db.set` is durable at once: with a file, the value is on disk when the call returns.
 * - Events are delivered at the end of a hook or run, ordered by `ts` and deduped, even if it failed or timed out. Until then
 *   they are kept in the state together with the db, so that a kill in between loses none.
 * - The time limit applies to each hook and run. One that exceeds it is cut off: its requests are aborted, its emits and sets do nothing.
 *
 * Its promises reject with PropError, the component's own error (a ComponentError of the same name), RunTimeoutError or
 * StateError; the first three carry the partial `result`, if there is one.
 * @throws StateError if the state is damaged or belongs to another source; ComponentFileError if the component is an action
 */
export function createSource(component: Component, options: SourceOptions = {}): Source {
  if (component.type === "action") throw new ComponentFileError(`${componentName(component)} is an action; run it instead of deploying it.`);
  return new LocalSource(component, options);
}
