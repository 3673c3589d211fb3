import fc from "fast-check";
import omit from "lodash/omit.js";
import { histories } from "../simulation/history.ts";
import type { Observer } from "../simulation/oracle.ts";
import { Scenario } from "../simulation/scenario.ts";
import type { SimulationHost } from "../simulation/scenario.ts";
import type { Emission } from "../simulation/tap.ts";
import type { Model, ModelRow } from "../simulation/model.ts";
import { Deliveries } from "./compare.ts";
import type { Strategy, Tally } from "./compare.ts";

/** Counts deliveries, and accepts everything. */
class Counter implements Observer {
  readonly isLenient = true;
  private readonly contactOf = new Map<string, string>();
  private readonly existed: Set<string>;
  private readonly deliveries: Deliveries;
  private isDeployed = false;

  constructor(private readonly model: Model) {
    this.existed = new Set(model.shown().map(({ id }) => id));
    this.deliveries = new Deliveries(this.existed);
  }

  started(samples: Emission[]): void {
    for (const sample of samples) this.reported(sample);
  }

  reported({ id, event }: Emission): void {
    this.contactOf.set(id, this.model.reported(event).id);
  }

  delivered(ids: string[]): void {
    this.deliveries.add(ids.map((id) => this.contactOf.get(id) ?? id), !this.isDeployed);
    this.isDeployed = true;
  }

  /** Called once all changes are visible and polled. */
  tally(): Tally & { due: number } {
    const due = this.model.shown().map(({ id }) => id).filter((id) => !this.existed.has(id));
    return { ...this.deliveries.tally(due), due: due.length };
  }

  restart(): void {}
  begin(): void {}
  observe(): void {}
  end(): void {}
}

/** Totals over all histories. */
export interface RandomFigures extends Tally {
  histories: number;
  /** New contacts that had to be emitted. */
  due: number;
  /** Histories without a mistake. */
  clean: number;
}

/**
 * Runs the same random histories of contacts with a strategy: shared timestamps, late visibility, clock skew, deletions,
 * API faults, crashes.
 * @param row the model of Search Contacts
 */
export async function randomHistories(host: SimulationHost, row: ModelRow, { component, props }: Strategy, count: number, seed: number): Promise<RandomFigures> {
  const figures: RandomFigures = { histories: count, due: 0, clean: 0, lost: 0, repeated: 0, old: 0 };
  for (const history of fc.sample(histories, { numRuns: count, seed })) {
    const counters: Counter[] = [];
    // Contacts dated a day ahead are rare, and would be unfair to a cursor; large imports and large crashes are situations of their own.
    const open: ModelRow["open"] = (environment) => {
      const { mutations, ...model } = row.open(environment);
      return { ...model, mutations: omit(mutations, ["add one dated ahead", "add a flood"]), props, otherProps: undefined };
    };
    // No strategy knows what existed at a deployment that failed.
    const deployment = { during: [], course: { how: "undisturbed" as const }, again: false };
    const scenario = new Scenario(host, component, { ...row, open }, { ...history, deployment }, (model) => {
      const counter = new Counter(model);
      counters.push(counter);
      return counter;
    });
    await scenario.run();
    const { due, lost, repeated, old } = counters[0]!.tally(); // created by the scenario
    figures.due += due;
    figures.lost += lost;
    figures.repeated += repeated;
    figures.old += old;
    if (lost + repeated + old === 0) figures.clean++;
  }
  return figures;
}
