import { expect, it } from "@jest/globals";
import { readCatalog } from "../../local/cli/catalog.ts";
import { worlds } from "../../local/simulation/worlds/index.ts";
import { histories } from "./suite.ts";

it("there is a world for every trigger", () => {
  const triggers = readCatalog(process.env).filter(({ type }) => type === "source").map(({ slug }) => slug);
  expect(triggers).toHaveLength(55);
  expect([...new Set(worlds.map(({ slug }) => slug))].sort()).toEqual(triggers.sort());
});

// Every ninth world: under jest a world takes some 25 s, for a reason not yet found; see the note of issue 4. `npm run simulate` plays all.
histories(worlds.filter((_, index) => index % 18 === 0));
