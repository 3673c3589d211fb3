/** One history of every 24th model; histories.scale.ts and `npm run simulate` run all models. */
import { expect, it } from "@jest/globals";
import difference from "lodash/difference.js";
import { readCatalog } from "../../local/cli/catalog.ts";
import { catalog } from "../../local/facts/index.ts";
import { simulate } from "../../local/simulation/simulate.ts";
import { nameOf } from "../../local/simulation/workers.ts";
import { models } from "../../local/simulation/models/index.ts";
import { useSimulationHost } from "./support.ts";

const host = useSimulationHost();
const rows = [...models.keys()].filter((row) => row % 24 === 0);

it("there is a model for every trigger that is promised", () => {
  const promised = catalog().filter(({ type }) => type === "trigger").map(({ slug }) => slug);
  const simulated = models.map(({ slug }) => slug);
  expect(difference(promised, simulated)).toEqual([]);
  expect(difference(simulated, readCatalog(process.env).map(({ slug }) => slug))).toEqual([]);
});

it.each(rows.map((row) => [nameOf(row), row] as const))("%s: nothing lost, nothing repeated, nothing made up", async (_, row) => {
  const { failure, broken } = await simulate(host(), models[row]!, { runs: 1, breakEvery: 48, seed: 20_261_123 });
  expect(failure).toBeUndefined();
  expect(broken).toBeGreaterThan(3);
});
