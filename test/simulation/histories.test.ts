/** A fixed choice of the histories that `npm run simulate` plays by the thousand, in processes of their own as there. */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { availableParallelism } from "node:os";
import { readCatalog } from "../../local/cli/catalog.ts";
import type { Done } from "../../local/simulation/worker.ts";
import { nameOf, simulateAll } from "../../local/simulation/workers.ts";
import { worlds } from "../../local/simulation/worlds/index.ts";
import { isFull, sampled } from "../support/effort.ts";

/** Histories of each trigger, shared among its worlds, and which of the steps are broken. */
const SAMPLE = isFull ? { runs: 25, breakEvery: 4 } : { runs: 1, breakEvery: 48 };
const rows = sampled([...worlds.keys()], 4);

it("there is a world for every trigger", () => {
  const triggers = readCatalog(process.env).filter(({ type }) => type === "source").map(({ slug }) => slug);
  expect(triggers).toHaveLength(55);
  expect([...new Set(worlds.map(({ slug }) => slug))].sort()).toEqual(triggers.sort());
});

describe("random histories, and a poll broken at each of its steps", () => {
  const reports = new Map<number, Done>();

  beforeAll(async () => {
    await simulateAll(rows, { ...SAMPLE, seed: 20_261_123 }, availableParallelism(), (done) => reports.set(done.row, done));
  });

  it.each(rows.map((row) => ({ row, name: nameOf(row) })))("$name: nothing lost, nothing repeated, nothing made up", ({ row }) => {
    const { failure, histories = 0, broken } = reports.get(row) ?? {};
    expect(failure).toBeUndefined();
    expect(histories).toBeGreaterThan(0);
    expect(broken).toBeGreaterThan(3 + 40 / SAMPLE.breakEvery);
  });
});
