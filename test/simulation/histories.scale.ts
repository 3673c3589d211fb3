/** A fixed sample of the histories that `npm run simulate` runs by the thousand, in child processes as there. */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { availableParallelism } from "node:os";
import type { Done } from "../../local/simulation/worker.ts";
import { nameOf, simulateAll } from "../../local/simulation/workers.ts";
import { models } from "../../local/simulation/models/index.ts";

/** How many histories each trigger gets, shared among its models; and at what interval steps are broken. */
const SAMPLE = { runs: 25, breakEvery: 4 };
const rows = [...models.keys()];

describe("random histories of every trigger, and a poll broken at each of its steps", () => {
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
