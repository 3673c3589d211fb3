/** One history of every sixteenth world; histories.scale.ts and `npm run simulate` play all worlds. */
import { expect, it } from "@jest/globals";
import { readCatalog } from "../../local/cli/catalog.ts";
import { simulate } from "../../local/simulation/simulate.ts";
import { nameOf } from "../../local/simulation/workers.ts";
import { worlds } from "../../local/simulation/worlds/index.ts";
import { useTheatre } from "./support.ts";

const theatre = useTheatre();
const rows = [...worlds.keys()].filter((row) => row % 24 === 0);

it("there is a world for every trigger", () => {
  const triggers = readCatalog(process.env).filter(({ type }) => type === "source").map(({ slug }) => slug);
  expect(triggers).toHaveLength(55);
  expect([...new Set(worlds.map(({ slug }) => slug))].sort()).toEqual(triggers.sort());
});

it.each(rows.map((row) => [nameOf(row), row] as const))("%s: nothing lost, nothing repeated, nothing made up", async (_, row) => {
  const { failure, broken } = await simulate(theatre(), worlds[row]!, { runs: 1, breakEvery: 48, seed: 20_261_123 });
  expect(failure).toBeUndefined();
  expect(broken).toBeGreaterThan(3);
});
