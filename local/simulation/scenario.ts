import { OPERATION } from "../../common/core/types.ts";
import { loadOperation } from "../cli/catalog.ts";
import { createSource } from "../../hosts/runtime/index.ts";
import type { Component, Source, SourceResult } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { FaultRule, RequestLogEntry, Sandbox } from "../sandbox/index.ts";
import { VirtualClock } from "./clock.ts";
import type { Command, Change, History, Run } from "./history.ts";
import { Oracle, Violation } from "./oracle.ts";
import type { Observer } from "./oracle.ts";
import { Tap } from "./tap.ts";
import type { Emission } from "./tap.ts";
import type { Fields, Environment, Model, ModelRow } from "./model.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NEVER = 2 ** 31 - 1;

/** What a poll may take, and what it may keep. */
const BUDGET_MS = 25_000;
const MOST_STATE_BYTES = 60_000;
/** The envelope of the runtime around the state: braces and the key. */
const KEY_BYTES = 12;
/** The errors a user may see after a disturbed poll; any other is a mistake in the code. */
const HUMAN_ERRORS = ["HighLevelError", "ConfigurationError", "Broken"];
/** Everything that lags is visible by then. */
const ALL_VISIBLE_MS = 16 * MINUTE;
const SETTLE_POLLS = 60;

/** A sandbox whose time is virtual, for one history after another. */
export class SimulationHost {
  /** Called for each request that comes. */
  onRequest: (request: RequestLogEntry) => void = () => undefined;
  skewMs = 0;

  private constructor(readonly clock: VirtualClock, readonly sandbox: Sandbox) {}

  /** Takes over the process's clock until it is closed. */
  static async open(): Promise<SimulationHost> {
    const clock = new VirtualClock(Date.parse("2026-01-15T12:00:00.000Z"));
    clock.install();
    const opened: { host?: SimulationHost } = {};
    const sandbox = await startSandbox({
      rateLimit: false,
      strict: true,
      now: () => clock.now() + (opened.host?.skewMs ?? 0),
      onRequest: (request) => opened.host?.onRequest(request),
    });
    return (opened.host = new SimulationHost(clock, sandbox));
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    this.clock.uninstall();
  }

  /** A sub-account in which nothing has happened. */
  environment({ start, size, isLarge }: Pick<History, "start" | "size" | "isLarge">, { large = 0 }: Pick<ModelRow, "large">): Environment {
    const { sandbox } = this;
    const { store } = sandbox;
    const home = store.locations.get(sandbox.locationId);
    if (!home) throw new Error("The sandbox has no demo location.");
    const { id: locationId } = store.locations.put({ ...home, id: store.random.id(), timezone: start.timezone, dateAdded: store.clock.now() - 100 * DAY });
    return { sandbox, locationId, companyId: sandbox.companyId, now: () => store.clock.now(), size: size + (isLarge ? large : 0), id: () => store.random.id() };
  }

  /** The account that a model's trigger is connected to. */
  auth({ locationId, companyId }: Environment, { token }: Pick<Model, "token">): Fields {
    const kind = token?.kind ?? "location";
    return {
      oauth_access_token: this.sandbox.token({ expiresInSeconds: 1e9, ...token, ...(kind === "location" && { locationId }) }),
      ...(kind === "location" ? { locationId } : { companyId }),
      base_url: this.sandbox.url,
    };
  }
}

/** The event types that a trigger's form offers, and those preset; for both, the trigger's own if its form has no such field. */
export function eventTypesOf(component: Component): { all: string[]; preset: string[]; isProp: boolean } {
  const prop = component.props?.eventTypes as { options?: (string | { value: string })[]; default?: string[] } | undefined;
  const descriptor = (component as unknown as Record<symbol, { eventTypes: string[] } | undefined>)[OPERATION]; // every trigger carries it
  const own = descriptor?.eventTypes ?? [];
  if (!prop) return { all: own, preset: own, isProp: false };
  const all = (prop.options ?? []).map((option) => (typeof option === "string" ? option : option.value));
  return { all, preset: prop.default ?? all, isProp: true };
}

/** What watches a scenario; by default the oracle, which accepts no mistake. */
export type ObserverOf = (model: Model, chosen: ReadonlySet<string>) => Observer;

/** The parameters that ask for the next page, in all paging schemes. */
const CURSORS = ["searchAfter", "startAfter", "startAfterId", "startAfterDate", "lastMessageId", "cursor", "skip", "offset"];

/** Whether a request asks for a page after the first. */
function goesOn({ query, body }: RequestLogEntry): boolean {
  const params = { ...query, ...(body as Fields | undefined) }; // bodies of searches are objects
  return CURSORS.some((name) => params[name] !== undefined && Number(params[name]) !== 0) || Number(params.page ?? 1) > 1;
}

const UNDISTURBED: Run = { during: [], course: { how: "undisturbed" } };

/** The outcome of a run. */
interface Disturbed {
  emitted: Emission[];
  /** Ids of the events that the platform let pass. */
  delivered: string[];
  requests: number;
  error: Error | undefined;
  /** Nothing disturbed it, and nothing it needs was missing. */
  isClean: boolean;
  /** A crash ended it. */
  crashed: boolean;
}

/** Runs one history of one trigger. */
export class Scenario {
  /** What happened, for the report of a violation. */
  readonly trace: string[] = [];
  private readonly tap = new Tap();
  private readonly environment: Environment;
  private readonly model: Model;
  private readonly oracle: Observer;
  private readonly source: Source;
  private eventTypes: string[];
  private props: Fields;
  private wasClean = true;
  private wasCrashed = false;
  /** The trigger may have no position for its props yet, or an earlier one. */
  private isStarting = false;
  /** The values for which it last had one. */
  private position = "";
  private quotaUntil = 0;
  /** Requests and steps (emits and saves) of the last run meant to be disturbed. */
  requests = 0;
  steps = 0;

  constructor(private readonly host: SimulationHost, private readonly component: Component, private readonly row: ModelRow, private readonly history: History, observerOf?: ObserverOf) {
    const { clock } = host;
    clock.set(Date.parse(history.start.at));
    host.skewMs = history.skewS * 1_000;
    this.environment = host.environment(history, row);
    this.model = row.open(this.environment);
    this.eventTypes = this.choose(history.eventTypes);
    this.props = this.model.props;
    const chosen = new Set(this.eventTypes);
    this.oracle = observerOf?.(this.model, chosen) ?? new Oracle(this.model, chosen, row.missingFor ?? 1);
    this.source = createSource(this.tap.on(component), { props: this.values(), auth: host.auth(this.environment, this.model), timeoutMs: NEVER, onLog: () => undefined });
  }

  private choose(bits: number): string[] {
    if (this.row.eventTypes) return this.row.eventTypes;
    const { all, preset, isProp } = eventTypesOf(this.component);
    const chosen = all.filter((_, index) => (bits >> index) & 1);
    return isProp && chosen.length > 0 ? chosen : preset;
  }

  private values(): Fields {
    const isProp = eventTypesOf(this.component).isProp && !("eventTypes" in this.props);
    return { ...this.props, ...(isProp && { eventTypes: this.eventTypes }) };
  }

  /** @throws Violation with the story of the history */
  async run(): Promise<void> {
    try {
      await this.deploy();
      for (const { waitS, jumpS, before, command, ...run } of this.history.steps) {
        this.host.clock.pass(waitS * 1_000);
        this.jump(jumpS);
        for (const one of before) this.apply(one);
        await this.perform(command, run);
      }
      await this.settle();
    } catch (error) {
      if (error instanceof Violation) throw new Violation(`${error.message}\n${this.trace.join("\n")}`);
      throw error;
    } finally {
      this.host.onRequest = () => undefined;
      this.source.close();
    }
  }

  private note(text: string): void {
    this.trace.push(`${new Date(this.host.clock.now()).toISOString()} ${text}`);
  }

  private jump(byS: number): void {
    if (byS === 0) return;
    this.host.clock.jump(byS * 1_000);
    this.note(`  the machine's clock is set by ${byS} s`);
  }

  private apply({ mutation, pick, delay }: Change): void {
    const names = Object.keys(this.model.mutations);
    const name = names[mutation % names.length] ?? "";
    this.note(`  ${name} (${pick}${delay.lagMs ? `, visible ${delay.lagMs} ms later` : ""}${delay.backMs ? `, dated back ${delay.backMs} ms` : ""})`);
    this.model.mutations[name]?.(pick, delay);
  }

  private async deploy(): Promise<void> {
    const { again, ...run } = this.history.deployment;
    const isThere = await this.start(`deployed with ${this.environment.size} records, events ${this.eventTypes.join(", ")}`, run, () => this.source.deploy());
    if (!isThere && again) await this.start("deployed again", UNDISTURBED, () => this.source.deploy());
  }

  private async perform(command: Command, run: Run): Promise<void> {
    if (command.what === "skip") return;
    if (command.what === "poll") return void await this.poll(run);
    if (command.what === "other props") {
      const { otherProps } = this.model;
      if (!otherProps) return;
      this.props = this.props === otherProps ? this.model.props : otherProps;
    }
    if (command.what === "other event types") {
      const eventTypes = this.choose(command.eventTypes);
      if (eventTypes.join() === this.eventTypes.join()) return;
      this.eventTypes = eventTypes;
    }
    await this.update(`${command.what}${command.what === "other event types" ? `: ${this.eventTypes.join(", ")}` : ""}`, run);
  }

  /** Deploys again; if the props differ, what exists counts as seen. */
  private async update(what: string, run: Run): Promise<void> {
    if (this.isStarting || this.position !== JSON.stringify(this.values())) {
      this.oracle.restart(new Set(this.eventTypes));
      await this.start(what, run, () => this.source.update(this.values()));
      if (this.tap.emitted.length > 0 && !this.oracle.isLenient) throw new Violation(`An update of the trigger emitted ${this.tap.emitted.length} events.`);
      return;
    }
    const { error, emitted, requests } = await this.disturb(what, UNDISTURBED, () => this.source.update(this.values()));
    if (error || emitted.length + requests > 0) throw new Violation(`A redeployment that changes nothing made ${requests} requests and ${emitted.length} events. ${error ?? ""}`);
  }

  private arrange({ course, during, jump }: Run): () => { isClean: boolean; requests: number } {
    const { clock, sandbox } = this.host;
    let requests = 0;
    const isDisturbed = during.some(Boolean) || course.how !== "undisturbed" || this.environment.now() < this.quotaUntil;
    this.host.onRequest = (request) => {
      requests++;
      if (course.how === "slow") clock.passWithin(course.latencyMs);
      if (course.how === "faulty") this.fault(course.fault, requests, course.at);
      if (course.how === "refused cursor" && goesOn(request)) sandbox.faults.add({ kind: "error", status: 400 });
      if (course.how === "killed at a request" && requests === course.at) this.tap.kill();
      if (jump?.at === requests) this.jump(jump.byS);
      const change = during[requests - 1];
      if (change) this.apply(change);
      this.oracle.observe();
    };
    this.tap.reset(course.how === "broken" ? { step: course.step, how: course.by } : undefined);
    return () => {
      if (course.how !== "undisturbed") {
        this.requests = requests;
        this.steps = this.tap.steps;
      }
      this.host.onRequest = () => undefined;
      sandbox.faults.clear();
      return { isClean: !isDisturbed, requests };
    };
  }

  private fault(fault: FaultRule, request: number, at: number): void {
    const { clock, sandbox } = this.host;
    if (request === at) {
      sandbox.faults.add(fault);
      if (fault.kind === "daily-quota") this.quotaUntil = (Math.floor(this.environment.now() / DAY) + 1) * DAY;
    }
    // The answer never comes; only the time that the component waits for it passes.
    if (fault.kind === "timeout" && sandbox.faults.list().length > 0) setImmediate(() => clock.passWithin());
  }

  /** Has the source do something under this disturbance, and checks what holds for every run. */
  private async disturb(what: string, run: Run, work: () => Promise<SourceResult>): Promise<Disturbed> {
    const { clock } = this.host;
    const { course } = run;
    const begun = clock.now();
    this.oracle.begin();
    const finish = this.arrange(run);
    let error: Error | undefined;
    let result: SourceResult | undefined;
    try {
      result = await work();
    } catch (thrown) {
      error = thrown as Error; // the runtime rejects with errors
    }
    const { isClean, requests } = finish();
    const { emitted, broken: crashed } = this.tap;
    this.wasCrashed ||= crashed;
    const how = course.how === "undisturbed" ? "" : ` ${Object.values(course).map((part) => (typeof part === "object" ? JSON.stringify(part) : part)).join(" ")}`;
    this.note(`${what}${how}: ${emitted.map(({ kind, event }) => `${kind} ${JSON.stringify(this.model.reported(event))}`).join(", ") || "nothing"}${error ? `; ${error.name}: ${error.message}` : ""}`);
    this.oracle.observe();
    this.model.prefer?.(crashed ? emitted.map(({ event }) => this.model.reported(event).id) : []);
    // A trigger that watches one thing cannot start without it.
    const hasNoStart = error !== undefined && this.isStarting && this.model.mustExist === true && this.model.shown().length === 0;
    const isDone = isClean && !hasNoStart;
    if (!this.oracle.isLenient) this.check(isDone, error, result, clock.now() - begun);
    const { emitted: passed = [] } = result ?? (error as { result?: SourceResult }).result ?? {}; // the runtime's errors carry what was done
    return { emitted, delivered: passed.map(({ id }) => String(id)), requests, error, isClean: isDone, crashed };
  }

  /**
   * A first deployment, or one with other props.
   * @returns whether everything that exists counts as seen
   */
  private async start(what: string, run: Run, work: () => Promise<SourceResult>): Promise<boolean> {
    // Until this one succeeds, an earlier position may count.
    const wasStarting = this.isStarting;
    this.isStarting = true;
    const { emitted, delivered, error, isClean, crashed } = await this.disturb(what, run, work);
    this.position = JSON.stringify(this.values());
    this.isStarting = wasStarting || error !== undefined || crashed || run.course.how !== "undisturbed";
    if (this.isStarting) this.model.startedVaguely?.();
    if (run.during.some((change) => change)) this.model.changedDuringStart?.();
    this.oracle.started(emitted, { crashed, isSure: !this.isStarting, delivered: new Set(delivered) });
    this.oracle.delivered?.(delivered);
    this.wasClean = isClean && !this.isStarting;
    return error === undefined && !crashed;
  }

  private async poll(run: Run = UNDISTURBED): Promise<number> {
    const { emitted, delivered, error, isClean, crashed } = await this.disturb("poll", run, () => this.source.run());
    const how = { complete: isClean && this.wasClean, crashed, isStarting: this.isStarting, delivered: new Set(delivered) };
    if (this.isStarting) this.model.startedVaguely?.();
    for (const emission of emitted) this.oracle.reported(emission, how);
    this.oracle.delivered?.(delivered);
    this.oracle.end(emitted, how);
    this.wasClean = isClean;
    if (isClean && !error) this.isStarting = false;
    return emitted.length;
  }

  private check(isClean: boolean, error: Error | undefined, result: SourceResult | undefined, tookMs: number): void {
    if (isClean && error) throw new Violation(`An undisturbed run failed: ${error.stack}`);
    if (error && !HUMAN_ERRORS.includes(error.name)) throw new Violation(`A disturbed run failed with an error that is not for people: ${error.stack}`);
    if (tookMs > BUDGET_MS) throw new Violation(`A run took ${tookMs} ms.`);
    if (!result) return;
    if (result.stateBytes > MOST_STATE_BYTES + KEY_BYTES) throw new Violation(`The state has ${result.stateBytes} bytes.`);
    if (result.warnings.length > 0) throw new Violation(`The host warns: ${result.warnings.join(" ")}`);
    if (result.swallowed.length > 0 && !this.wasCrashed) throw new Violation("An event was emitted twice in a row, without a crash.");
  }

  /** Polls without disturbance until everything is visible and no more events come. */
  private async settle(): Promise<void> {
    const { clock } = this.host;
    this.note("settling");
    clock.pass(Math.max(0, this.quotaUntil - this.environment.now()));
    const visible = clock.now() + ALL_VISIBLE_MS;
    for (let quiet = 0, polls = 0; (quiet < 3 && !this.oracle.isLenient) || clock.now() < visible; polls++) {
      if (polls === SETTLE_POLLS) throw new Violation(`After ${SETTLE_POLLS} undisturbed polls the trigger still emits.`);
      quiet = await this.poll() === 0 ? quiet + 1 : 0;
      clock.pass(4 * MINUTE);
    }
  }
}

/** Runs a history of the trigger of a row. @throws Violation */
export async function runHistory(host: SimulationHost, row: ModelRow, history: History): Promise<void> {
  const { component } = await loadOperation(row.slug, process.env, "source");
  await new Scenario(host, component, row, history).run();
}
