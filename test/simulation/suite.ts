/** A fixed choice of the histories that `npm run simulate` plays by the thousand, in two files so that two cores share them. */
import { describe, expect, it } from "@jest/globals";
import { simulate } from "../../local/simulation/simulate.ts";
import type { WorldRow } from "../../local/simulation/world.ts";
import { Theatre } from "../../local/simulation/play.ts";

const RUNS = 10;

/** Defines the tests of some worlds. */
export function histories(rows: WorldRow[]): void {
  const named = rows.map((row) => ({ row, name: [row.slug, row.when].filter(Boolean).join(": ") }));

  describe("random histories", () => {
    it.each(named)("$name: nothing lost, nothing repeated, nothing made up", async ({ row }) => {
      // Each has a sandbox of its own: one for all would keep everything that happened in it.
      const theatre = await Theatre.open();
      const report = await simulate(theatre, row, { runs: RUNS, seed: 20_261_123 }).finally(() => theatre.close());
      expect(report.failure).toBeUndefined();
      expect(report.histories).toBe(RUNS);
      expect(report.broken).toBeGreaterThan(20);
    }, 120_000);
  });
}
