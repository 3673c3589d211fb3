/** A process that simulates the rows it is sent, one after another. */
import { SimulationHost } from "./scenario.ts";
import { simulate } from "./simulate.ts";
import type { Order, Report } from "./simulate.ts";
import { models } from "./models/index.ts";

/** What the worker is sent: the index of a row of `models`. */
export interface Job extends Order { row: number }

/** What it answers. */
export interface Done extends Report { row: number }

process.on("message", async ({ row, ...order }: Job) => {
  const model = models[row];
  if (!model) throw new Error(`There is no row ${row}.`);
  const host = await SimulationHost.open();
  try {
    process.send?.({ row, ...await simulate(host, model, order) } satisfies Done);
  } finally {
    await host.close();
  }
});
