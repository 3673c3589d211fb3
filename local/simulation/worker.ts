/** A process that simulates one row after another as it is told to. */
import { Theatre } from "./play.ts";
import { simulate } from "./simulate.ts";
import type { Order, Report } from "./simulate.ts";
import { worlds } from "./worlds/index.ts";

/** What the worker is sent: a row of `worlds`, by its place. */
export interface Job extends Order { row: number }

/** What it answers. */
export interface Done extends Report { row: number }

process.on("message", async ({ row, ...order }: Job) => {
  const world = worlds[row];
  if (!world) throw new Error(`There is no row ${row}.`);
  const theatre = await Theatre.open();
  try {
    process.send?.({ row, ...await simulate(theatre, world, order) } satisfies Done);
  } finally {
    await theatre.close();
  }
});
