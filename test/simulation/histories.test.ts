/** A fixed choice of the histories that `npm run simulate` plays by the thousand. */
import { describe, expect, it } from "@jest/globals";
import { simulate } from "../../local/simulation/simulate.ts";
import { worlds } from "../../local/simulation/worlds/index.ts";
import { readCatalog } from "../../local/cli/catalog.ts";
import { useTheatre } from "./support.ts";

const theatre = useTheatre();

describe("random histories", () => {
  it("are there for every trigger", () => {
    const triggers = readCatalog(process.env).filter(({ type }) => type === "source").map(({ slug }) => slug);
    expect(triggers).toHaveLength(55);
    expect([...new Set(worlds.map(({ slug }) => slug))].sort()).toEqual(triggers.sort());
  });

  it.each(worlds.map((row) => ({ row, name: [row.slug, row.when].filter(Boolean).join(": ") })))("$name: nothing lost, nothing repeated, nothing made up", async ({ row }) => {
    const report = await simulate(theatre(), row, { runs: 25, seed: 20_261_123 });
    expect(report.failure).toBeUndefined();
    expect(report.histories).toBe(25);
    expect(report.broken).toBeGreaterThan(20);
  });
});
