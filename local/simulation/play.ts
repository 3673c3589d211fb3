import { OPERATION } from "../../common/core/types.ts";
import { loadOperation } from "../cli/catalog.ts";
import { createSource } from "../runtime/index.ts";
import type { Component, Source, SourceResult } from "../runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { FaultRule, RequestLogEntry, Sandbox } from "../sandbox/index.ts";
import { VirtualClock } from "./clock.ts";
import type { Deed, Happening, History, Run } from "./history.ts";
import { Oracle, Violation } from "./oracle.ts";
import type { Observer } from "./oracle.ts";
import { Tap } from "./tap.ts";
import type { Emission } from "./tap.ts";
import type { Fields, Stage, World, WorldRow } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NEVER = 2 ** 31 - 1;

/** What a poll may take, and what it may keep. */
const BUDGET_MS = 25_000;
const MOST_STATE_BYTES = 60_000;
/** The envelope of the runtime around the state: braces and the key. */
const KEY_BYTES = 12;
/** What a user may be told by a poll that was disturbed; anything else is a mistake in the code. */
const HUMAN_ERRORS = ["HighLevelError", "ConfigurationError", "Broken"];
/** Everything that lags is visible after this long. */
const ALL_VISIBLE_MS = 16 * MINUTE;
const SETTLE_POLLS = 60;

/** A sandbox whose time is virtual, for one history after another. */
export class Theatre {
  /** Called for each request that comes. */
  onRequest: (request: RequestLogEntry) => void = () => undefined;
  skewMs = 0;

  private constructor(readonly clock: VirtualClock, readonly sandbox: Sandbox) {}

  /** Takes over the process's clock until it is closed. */
  static async open(): Promise<Theatre> {
    const clock = new VirtualClock(Date.parse("2026-01-15T12:00:00.000Z"));
    clock.install();
    const opened: { theatre?: Theatre } = {};
    const sandbox = await startSandbox({
      rateLimit: false,
      strict: true,
      now: () => clock.now() + (opened.theatre?.skewMs ?? 0),
      onRequest: (request) => opened.theatre?.onRequest(request),
    });
    return (opened.theatre = new Theatre(clock, sandbox));
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    this.clock.uninstall();
  }

  /** A sub-account that nothing has happened in. */
  stage({ start, size, isLarge }: Pick<History, "start" | "size" | "isLarge">, { large = 0 }: Pick<WorldRow, "large">): Stage {
    const { sandbox } = this;
    const { store } = sandbox;
    const home = store.locations.get(sandbox.locationId);
    if (!home) throw new Error("The sandbox has no demo location.");
    const { id: locationId } = store.locations.put({ ...home, id: store.random.id(), timezone: start.timezone, dateAdded: store.clock.now() - 100 * DAY });
    return { sandbox, locationId, companyId: sandbox.companyId, now: () => store.clock.now(), size: size + (isLarge ? large : 0), id: () => store.random.id() };
  }

  /** The account that a world's trigger is connected with. */
  auth({ locationId, companyId }: Stage, { token }: Pick<World, "token">): Fields {
    const kind = token?.kind ?? "location";
    return {
      oauth_access_token: this.sandbox.token({ expiresInSeconds: 1e9, ...token, ...(kind === "location" && { locationId }) }),
      ...(kind === "location" ? { locationId } : { companyId }),
      base_url: this.sandbox.url,
    };
  }
}

/** The values of the prop "Events" of a trigger, and what is preset; both the trigger's own kinds where it has no such prop. */
export function kindsOf(component: Component): { all: string[]; preset: string[]; isProp: boolean } {
  const prop = component.props?.kinds as { options?: (string | { value: string })[]; default?: string[] } | undefined;
  const descriptor = (component as unknown as Record<symbol, { kinds: string[] } | undefined>)[OPERATION]; // every trigger carries it
  const own = descriptor?.kinds ?? [];
  if (!prop) return { all: own, preset: own, isProp: false };
  const all = (prop.options ?? []).map((option) => (typeof option === "string" ? option : option.value));
  return { all, preset: prop.default ?? all, isProp: true };
}

/** Who watches a play; by default the oracle, which accepts no mistake. */
export type ObserverOf = (world: World, chosen: ReadonlySet<string>) => Observer;

/** The parameters by which the schemes of paging go on behind a page. */
const CURSORS = ["searchAfter", "startAfter", "startAfterId", "startAfterDate", "lastMessageId", "cursor", "skip", "offset"];

/** Whether a request asks for another page than the first. */
function goesOn({ query, body }: RequestLogEntry): boolean {
  const params = { ...query, ...(body as Fields | undefined) }; // bodies of searches are objects
  return CURSORS.some((name) => params[name] !== undefined && Number(params[name]) !== 0) || Number(params.page ?? 1) > 1;
}

const UNDISTURBED: Run = { during: [], course: { how: "undisturbed" } };

/** What came of a run. */
interface Disturbed {
  emitted: Emission[];
  /** Ids of the events that the platform let pass. */
  delivered: string[];
  requests: number;
  error: Error | undefined;
  /** Nothing disturbed it, and it had what it needs. */
  isClean: boolean;
  /** It was broken off. */
  crashed: boolean;
}

/** Plays one history of one trigger. */
export class Play {
  /** What happened, for the report of a violation. */
  readonly story: string[] = [];
  private readonly tap = new Tap();
  private readonly stage: Stage;
  private readonly world: World;
  private readonly oracle: Observer;
  private readonly source: Source;
  private kinds: string[];
  private props: Fields;
  private wasClean = true;
  private wasCrashed = false;
  /** The trigger may have no position for its props yet, or one from before them. */
  private isStarting = false;
  /** The values for which it had one last. */
  private position = "";
  private quotaUntil = 0;
  /** Requests and steps (emits and saves) of the latest run that was to be disturbed. */
  requests = 0;
  steps = 0;

  constructor(private readonly theatre: Theatre, private readonly component: Component, private readonly row: WorldRow, private readonly history: History, observerOf?: ObserverOf) {
    const { clock } = theatre;
    clock.set(Date.parse(history.start.at));
    theatre.skewMs = history.skewS * 1_000;
    this.stage = theatre.stage(history, row);
    this.world = row.open(this.stage);
    this.kinds = this.choose(history.kinds);
    this.props = this.world.props;
    const chosen = new Set(this.kinds);
    this.oracle = observerOf?.(this.world, chosen) ?? new Oracle(this.world, chosen, row.missingFor ?? 1);
    this.source = createSource(this.tap.on(component), { props: this.values(), auth: theatre.auth(this.stage, this.world), timeoutMs: NEVER, onLog: () => undefined });
  }

  private choose(bits: number): string[] {
    if (this.row.kinds) return this.row.kinds;
    const { all, preset, isProp } = kindsOf(this.component);
    const chosen = all.filter((_, index) => (bits >> index) & 1);
    return isProp && chosen.length > 0 ? chosen : preset;
  }

  private values(): Fields {
    const isProp = kindsOf(this.component).isProp && !("kinds" in this.props);
    return { ...this.props, ...(isProp && { kinds: this.kinds }) };
  }

  /** @throws Violation with the story of the history */
  async run(): Promise<void> {
    try {
      await this.deploy();
      for (const { waitS, jumpS, before, deed, ...run } of this.history.steps) {
        this.theatre.clock.pass(waitS * 1_000);
        this.jump(jumpS);
        for (const one of before) this.happen(one);
        await this.perform(deed, run);
      }
      await this.settle();
    } catch (error) {
      if (error instanceof Violation) throw new Violation(`${error.message}\n${this.story.join("\n")}`);
      throw error;
    } finally {
      this.theatre.onRequest = () => undefined;
      this.source.close();
    }
  }

  private note(text: string): void {
    this.story.push(`${new Date(this.theatre.clock.now()).toISOString()} ${text}`);
  }

  private jump(byS: number): void {
    if (byS === 0) return;
    this.theatre.clock.jump(byS * 1_000);
    this.note(`  the machine's clock is set by ${byS} s`);
  }

  private happen({ act, pick, delay }: Happening): void {
    const names = Object.keys(this.world.acts);
    const name = names[act % names.length] ?? "";
    this.note(`  ${name} (${pick}${delay.lagMs ? `, visible ${delay.lagMs} ms later` : ""}${delay.backMs ? `, dated back ${delay.backMs} ms` : ""})`);
    this.world.acts[name]?.(pick, delay);
  }

  private async deploy(): Promise<void> {
    const { again, ...run } = this.history.deployment;
    const isThere = await this.start(`deployed with ${this.stage.size} records, kinds ${this.kinds.join(", ")}`, run, () => this.source.deploy());
    if (!isThere && again) await this.start("deployed again", UNDISTURBED, () => this.source.deploy());
  }

  private async perform(deed: Deed, run: Run): Promise<void> {
    if (deed.what === "skip") return;
    if (deed.what === "poll") return void await this.poll(run);
    if (deed.what === "other props") {
      const { otherProps } = this.world;
      if (!otherProps) return;
      this.props = this.props === otherProps ? this.world.props : otherProps;
    }
    if (deed.what === "other kinds") {
      const kinds = this.choose(deed.kinds);
      if (kinds.join() === this.kinds.join()) return;
      this.kinds = kinds;
    }
    await this.update(`${deed.what}${deed.what === "other kinds" ? `: ${this.kinds.join(", ")}` : ""}`, run);
  }

  /** Deploys anew; where the props are others, what is there counts as seen. */
  private async update(what: string, run: Run): Promise<void> {
    if (this.isStarting || this.position !== JSON.stringify(this.values())) {
      this.oracle.restart(new Set(this.kinds));
      await this.start(what, run, () => this.source.update(this.values()));
      if (this.tap.emitted.length > 0 && !this.oracle.isLenient) throw new Violation(`An update of the trigger emitted ${this.tap.emitted.length} events.`);
      return;
    }
    const { error, emitted, requests } = await this.disturb(what, UNDISTURBED, () => this.source.update(this.values()));
    if (error || emitted.length + requests > 0) throw new Violation(`A redeployment that changes nothing made ${requests} requests and ${emitted.length} events. ${error ?? ""}`);
  }

  private arrange({ course, during, jump }: Run): () => { isClean: boolean; requests: number } {
    const { clock, sandbox } = this.theatre;
    let requests = 0;
    const isDisturbed = during.some(Boolean) || course.how !== "undisturbed" || this.stage.now() < this.quotaUntil;
    this.theatre.onRequest = (request) => {
      requests++;
      if (course.how === "slow") clock.passWithin(course.latencyMs);
      if (course.how === "faulty") this.fault(course.fault, requests, course.at);
      if (course.how === "refused cursor" && goesOn(request)) sandbox.faults.add({ kind: "error", status: 400 });
      if (course.how === "killed at a request" && requests === course.at) this.tap.kill();
      if (jump?.at === requests) this.jump(jump.byS);
      const happening = during[requests - 1];
      if (happening) this.happen(happening);
      this.oracle.observe();
    };
    this.tap.reset(course.how === "broken" ? { step: course.step, how: course.by } : undefined);
    return () => {
      if (course.how !== "undisturbed") {
        this.requests = requests;
        this.steps = this.tap.steps;
      }
      this.theatre.onRequest = () => undefined;
      sandbox.faults.clear();
      return { isClean: !isDisturbed, requests };
    };
  }

  private fault(fault: FaultRule, request: number, at: number): void {
    const { clock, sandbox } = this.theatre;
    if (request === at) {
      sandbox.faults.add(fault);
      if (fault.kind === "daily-quota") this.quotaUntil = (Math.floor(this.stage.now() / DAY) + 1) * DAY;
    }
    // The answer never comes: what passes is the time the component waits for it.
    if (fault.kind === "timeout" && sandbox.faults.list().length > 0) setImmediate(() => clock.passWithin());
  }

  /** Has the source do something in this way, and checks what can be said of it whatever it was to do. */
  private async disturb(what: string, run: Run, work: () => Promise<SourceResult>): Promise<Disturbed> {
    const { clock } = this.theatre;
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
    this.note(`${what}${how}: ${emitted.map(({ kind, event }) => `${kind} ${JSON.stringify(this.world.told(event))}`).join(", ") || "nothing"}${error ? `; ${error.name}: ${error.message}` : ""}`);
    this.oracle.observe();
    this.world.favour?.(crashed ? emitted.map(({ event }) => this.world.told(event).id) : []);
    // A trigger that watches one thing cannot start while that is not there.
    const hasNoStart = error !== undefined && this.isStarting && this.world.mustExist === true && this.world.shown().length === 0;
    const isDone = isClean && !hasNoStart;
    if (!this.oracle.isLenient) this.check(isDone, error, result, clock.now() - begun);
    const { emitted: passed = [] } = result ?? (error as { result?: SourceResult }).result ?? {}; // the runtime's errors carry what was done
    return { emitted, delivered: passed.map(({ id }) => String(id)), requests, error, isClean: isDone, crashed };
  }

  /**
   * A first deployment, or one with other props.
   * @returns whether it went well enough that everything which is there counts as seen
   */
  private async start(what: string, run: Run, work: () => Promise<SourceResult>): Promise<boolean> {
    // Until this one has gone well, an earlier position may count.
    const wasStarting = this.isStarting;
    this.isStarting = true;
    const { emitted, delivered, error, isClean, crashed } = await this.disturb(what, run, work);
    this.position = JSON.stringify(this.values());
    this.isStarting = wasStarting || error !== undefined || crashed || run.course.how !== "undisturbed";
    if (this.isStarting) this.world.startedVaguely?.();
    if (run.during.some((happening) => happening)) this.world.changedDuringStart?.();
    this.oracle.started(emitted, { crashed, isSure: !this.isStarting, delivered: new Set(delivered) });
    this.oracle.delivered?.(delivered);
    this.wasClean = isClean && !this.isStarting;
    return error === undefined && !crashed;
  }

  private async poll(run: Run = UNDISTURBED): Promise<number> {
    const { emitted, delivered, error, isClean, crashed } = await this.disturb("poll", run, () => this.source.run());
    const how = { complete: isClean && this.wasClean, crashed, isStarting: this.isStarting, delivered: new Set(delivered) };
    if (this.isStarting) this.world.startedVaguely?.();
    for (const emission of emitted) this.oracle.told(emission, how);
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

  /** Polls undisturbed until everything is visible and nothing more comes. */
  private async settle(): Promise<void> {
    const { clock } = this.theatre;
    this.note("settling");
    clock.pass(Math.max(0, this.quotaUntil - this.stage.now()));
    const visible = clock.now() + ALL_VISIBLE_MS;
    for (let quiet = 0, polls = 0; (quiet < 3 && !this.oracle.isLenient) || clock.now() < visible; polls++) {
      if (polls === SETTLE_POLLS) throw new Violation(`After ${SETTLE_POLLS} undisturbed polls the trigger still emits.`);
      quiet = await this.poll() === 0 ? quiet + 1 : 0;
      clock.pass(4 * MINUTE);
    }
  }
}

/** Plays a history of the trigger of a row. @throws Violation */
export async function play(theatre: Theatre, row: WorldRow, history: History): Promise<void> {
  const { component } = await loadOperation(row.slug, process.env, "source");
  await new Play(theatre, component, row, history).run();
}
