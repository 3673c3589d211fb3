import { loadOperation } from "../cli/catalog.ts";
import { eventTypesOf } from "../simulation/scenario.ts";
import type { SimulationHost } from "../simulation/scenario.ts";
import type { Mutation, Model, ModelRow } from "../simulation/model.ts";
import { isTimed, isWhole, leastRequests, wayOf } from "./least.ts";
import type { Way } from "./least.ts";
import { MINUTE, Rig, built, environmentOf } from "./rig.ts";
import type { Measured } from "./rig.ts";

/** Requests made, and the fewest possible. */
export interface Cost {
  /** Records in the list. */
  total: number;
  /** Events. */
  emitted: number;
  requests: number;
  least: number;
}

/** The polls after adding records. */
export interface Added {
  polls: number;
  lost: number;
  repeated: number;
  /** Records that each addition makes: a pipeline has its stages. */
  added: number;
}

/** The cost of polling with one trigger. */
export interface TriggerFigures {
  slug: string;
  way: string;
  idle: Cost;
  /** One change, for triggers that watch one thing. */
  change?: Cost;
  hundred?: Cost;
  /** The most records the trigger can watch, up to 10,000. */
  many?: Cost & Added;
  /** A poll of a list of that many, when nothing has come for most of an hour. */
  idleFull?: Cost;
  eventsPerCpuSecond?: number;
  peakBytes: number;
  stateBytes: number;
}

/**
 * Lists with deletions keep whole ids, so fewer fit; windows keep a start time with each. Ten below round numbers: after
 * a full last page, another one has to be read to see the end.
 */
const CAPACITIES = { snapshot: { plain: [4_290], deletions: [1_990, 1_240] }, windowed: { plain: [2_990], deletions: [1_690, 990] } };
const MANY = 10_000;
const SMALL = 20;
const MOST_POLLS = 8;

/** The error of a trigger that refuses to watch a list. */
const isRefusal = (error: string | undefined) => error?.includes("than this trigger can watch") ?? false;

/** One trigger in its model. */
class Measurement {
  private readonly model: Model;
  private readonly rig: Rig;
  private readonly chosen: ReadonlySet<string>;
  peakBytes = 0;
  stateBytes = 0;

  constructor(private readonly host: SimulationHost, row: ModelRow, private readonly way: Way, preset: string[]) {
    const environment = environmentOf(host, SMALL);
    this.model = row.open(environment);
    this.chosen = new Set(preset);
    this.rig = new Rig(host, { subject: built(row.slug), environment, model: this.model });
  }

  get total(): number {
    return this.model.shown().length;
  }

  async run(work: "deploy" | "poll"): Promise<Measured> {
    const measured = await this.rig[work]();
    if (measured.error !== undefined && !isRefusal(measured.error)) throw new Error(measured.error);
    this.peakBytes = Math.max(this.peakBytes, measured.peakBytes);
    this.stateBytes = Math.max(this.stateBytes, measured.stateBytes);
    return measured;
  }

  /** An idle poll. */
  async idle(): Promise<Cost> {
    this.host.clock.pass(20 * MINUTE);
    await this.run("poll");
    this.host.clock.pass(20 * MINUTE);
    const { requests, emitted } = await this.run("poll");
    if (emitted.length > 0) throw new Error(`An idle poll emitted ${emitted.length} events.`);
    return this.cost(0, requests);
  }

  private cost(fresh: number, requests: number, emitted = fresh): Cost {
    return { total: this.total, emitted, requests, least: leastRequests(this.way, this.total, fresh) };
  }

  /** Changes the watched thing until there is an event. */
  async change(): Promise<Cost> {
    const mutations = Object.values(this.model.mutations);
    for (let pick = 0; pick < 10 * mutations.length; pick++) {
      mutations[pick % mutations.length]?.(pick, { lagMs: 0, backMs: 0 });
      this.host.clock.pass(MINUTE);
      const { requests, emitted } = await this.run("poll");
      if (emitted.length > 0) return this.cost(emitted.length, requests);
    }
    throw new Error("No change of the model causes an event.");
  }

  /**
   * Adds records over ten minutes and polls, in a new process, until all are emitted.
   * @returns undefined if the trigger refuses that many
   */
  async add(count: number): Promise<{ cost: Cost & Added; cpuMs: number } | undefined> {
    const { mutations } = this.model;
    const add: Mutation | undefined = mutations.add ?? mutations.write;
    if (!add) throw new Error(`The model has no mutation "add" or "write": ${Object.keys(mutations).join(", ")}.`);
    const before = new Set(this.model.shown().map(({ id }) => id));
    this.host.clock.pass(20 * MINUTE);
    for (let index = 0; index < count; index++) add(index, { lagMs: 0, backMs: Math.floor((count - index) * 10 * MINUTE / count) });
    const fresh = this.model.shown().filter(({ id }) => !before.has(id));
    const due = fresh.filter((item) => this.model.eventTypes(undefined, item, this.chosen).some((kind) => this.chosen.has(kind ?? ""))).length;
    const ids: string[] = [];
    let [requests, cpuMs, polls] = [0, 0, 0];
    this.rig.close();
    while (polls < MOST_POLLS && ids.length < due) {
      const measured = await this.run("poll");
      if (isRefusal(measured.error)) return undefined;
      requests += measured.requests;
      cpuMs += measured.cpuMs;
      ids.push(...measured.emitted.map(({ id }) => id));
      polls++;
      this.host.clock.pass(MINUTE);
    }
    const emitted = new Set(ids).size;
    return { cost: { ...this.cost(fresh.length, requests, due), polls, lost: Math.max(0, due - emitted), repeated: ids.length - emitted, added: fresh.length / count }, cpuMs };
  }

  close(): void {
    this.rig.close();
  }
}

function capacities({ kind }: Way, preset: string[]): number[] {
  if (kind !== "snapshot" && kind !== "windowed") return [MANY];
  const { plain, deletions } = CAPACITIES[kind];
  return preset.includes("deleted") ? deletions : plain;
}

/** Measures one trigger with its usual settings, against a sandbox. */
export async function triggerFigures(host: SimulationHost, row: ModelRow): Promise<TriggerFigures> {
  const { component } = await loadOperation(row.slug, process.env, "source");
  const way = wayOf(component);
  const { preset } = eventTypesOf(component);
  for (const most of capacities(way, preset)) {
    const measurement = new Measurement(host, row, way, preset);
    try {
      await measurement.run("deploy");
      const idle = await measurement.idle();
      const figures = () => ({ slug: row.slug, way: way.kind, idle, peakBytes: measurement.peakBytes, stateBytes: measurement.stateBytes });
      if (!isTimed(way) && !isWhole(way)) {
        const change = await measurement.change();
        return { ...figures(), change };
      }
      const hundred = await measurement.add(100);
      if (!hundred) continue;
      const many = await measurement.add(isWhole(way) ? Math.floor((most - measurement.total) / hundred.cost.added) : most);
      if (!many) continue;
      const idleFull = await measurement.idle();
      return { ...figures(), hundred: hundred.cost, many: many.cost, idleFull, eventsPerCpuSecond: Math.round(many.cost.emitted / many.cpuMs * 1_000) };
    } finally {
      measurement.close();
    }
  }
  throw new Error(`${row.slug} refuses ${capacities(way, preset).join(" and ")} records.`);
}

