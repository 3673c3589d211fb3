import { createSource } from "../../hosts/runtime/index.ts";
import type { Component, Source, SourceResult } from "../../hosts/runtime/index.ts";
import type { SimulationHost } from "../simulation/scenario.ts";
import { Tap } from "../simulation/tap.ts";
import type { Fields, Environment } from "../simulation/model.ts";
import { person } from "./people.ts";
import { MINUTE, environmentOf } from "./rig.ts";

/** A polling strategy in the comparison. */
export interface Strategy {
  name: string;
  component: Component;
  props: Fields;
}

/** Counts of mistakes in the delivered events. */
export interface Tally {
  /** New contacts that were never emitted. */
  lost: number;
  /** Contacts emitted again. */
  repeated: number;
  /** Emitted as new although they existed at the deployment; up to 25 samples of the first deployment do not count. */
  old: number;
}

/** How many samples a new source may show. */
const SAMPLES = 25;

/** Counts the deliveries of each contact, and the mistakes in them. */
export class Deliveries {
  private readonly times = new Map<string, number>();
  private samples = SAMPLES;
  private readonly shownAsSample = new Set<string>();

  /** @param existed the contacts at deployment */
  constructor(private readonly existed: ReadonlySet<string>) {}

  /** @param isDeployment whether these come from the first deployment */
  add(contacts: string[], isDeployment = false): void {
    for (const id of contacts) {
      this.times.set(id, (this.times.get(id) ?? 0) + 1);
      if (isDeployment && this.existed.has(id) && this.samples-- > 0) this.shownAsSample.add(id);
    }
  }

  /** @param due the new contacts that had to be emitted */
  tally(due: string[]): Tally {
    const emitted = [...this.times];
    return {
      lost: due.filter((id) => !this.times.has(id)).length,
      repeated: emitted.reduce((sum, [, times]) => sum + times - 1, 0),
      old: emitted.filter(([id]) => this.existed.has(id) && !this.shownAsSample.has(id)).length,
    };
  }
}

/** When and how contacts are created. All in ms. */
interface Coming {
  /** Over how long until now they are spread; 0: all in one millisecond. */
  over?: number;
  /** How much later searches see them. */
  lag?: number;
  /** How far the clock that dates them is behind. */
  back?: number;
}

/** One strategy in one situation: creates and deletes contacts, and polls. */
export class Scene {
  private readonly environment: Environment;
  private readonly tap = new Tap();
  private readonly fresh = new Set<string>();
  private source: Source | undefined;
  private deliveries = new Deliveries(new Set());
  private earlier: Tally = { lost: 0, repeated: 0, old: 0 };
  private count = 0;

  constructor(private readonly host: SimulationHost, private readonly strategy: Strategy) {
    host.skewMs = 0;
    this.environment = environmentOf(host);
  }

  private get contacts() {
    return this.environment.sandbox.store.contacts;
  }

  /** Deploys the trigger in an account of this many contacts. */
  async deploy(existing: number, skewMs = 0): Promise<void> {
    const { host, environment, strategy: { component, props } } = this;
    host.skewMs = skewMs;
    // Old ones, an hour apart.
    const old = this.contacts.insert(Array.from({ length: existing }, (_, index) => person(environment.locationId, this.count++, environment.now() - (index + 1) * 60 * MINUTE)));
    this.deliveries = new Deliveries(new Set(old.map(({ id }) => id)));
    this.tap.reset();
    this.source = createSource(this.tap.on(component), { props, auth: host.auth(environment, {}), onLog: () => undefined });
    this.take(await this.source.deploy(), true);
  }

  /** Creates contacts. */
  add(count: number, { over = 0, lag = 0, back = 0 }: Coming = {}): void {
    const now = this.environment.now();
    const times = Array.from({ length: count }, (_, index) => now - back - Math.floor((count - 1 - index) * over / count));
    const added = this.contacts.insert(times.map((time) => person(this.environment.locationId, this.count++, time)), { visibleAt: now + lag });
    for (const { id } of added) this.fresh.add(id);
  }

  /** Deletes the newest contacts. */
  removeNewest(count: number): void {
    const newest = this.contacts.in(this.environment.locationId).sort((a, b) => b.dateAdded - a.dateAdded).slice(0, count);
    for (const { id } of newest) {
      this.contacts.delete(id);
      this.fresh.delete(id);
    }
  }

  /** Attributes all mistakes so far to the first deployment, rather than to what follows. */
  begin(): void {
    this.earlier = this.deliveries.tally([]);
  }

  wait(minutes: number): void {
    this.host.clock.pass(minutes * MINUTE);
  }

  /** @param killAt the emit or save, counted from 0, at which the process is killed */
  async poll(killAt?: number): Promise<void> {
    this.tap.reset(killAt === undefined ? undefined : { step: killAt, how: "kill" });
    try {
      if (this.source) this.take(await this.source.run());
    } catch (error) {
      const { result } = error as { result?: SourceResult }; // the runtime's errors carry the partial result
      if (killAt === undefined || !result) throw error;
      this.take(result);
    }
  }

  private take({ emitted }: SourceResult, isDeployment = false): void {
    this.deliveries.add(emitted.map(({ event }) => String((event as Fields).id)), isDeployment);
  }

  /** Polls until everything is visible and emitted, and returns the mistakes. */
  async end(): Promise<Tally> {
    for (let polls = 0; polls < 5; polls++) {
      this.wait(5);
      await this.poll();
    }
    this.source?.close();
    this.host.skewMs = 0;
    const { lost, repeated, old } = this.deliveries.tally([...this.fresh]);
    return { lost: lost - this.earlier.lost, repeated: repeated - this.earlier.repeated, old: old - this.earlier.old };
  }
}
