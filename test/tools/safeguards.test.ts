/** `npm run safeguards` takes long and is rarely run: this checks that what it removes is still there, and that the docs list it. */
import { expect, it } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { safeguards } from "../../local/safeguards/safeguards.ts";
import { models } from "../../local/simulation/models/index.ts";

const root = new URL("../../", import.meta.url);
const tests = readdirSync(new URL("test/", root), { recursive: true, encoding: "utf8" }).map((name) => `test/${name}`).filter((name) => /\.(test|scale)\.ts$/.test(name));

it.each(safeguards.map((safeguard) => [safeguard.name, safeguard] as const))("the safeguard \"%s\" is where it is said to be, and is checked by triggers and tests that exist", (_, safeguard) => {
  const times = readFileSync(new URL(safeguard.file, root), "utf8").split(safeguard.find).length - 1;
  expect([safeguard.find, times]).toEqual([safeguard.find, 1]);
  expect(safeguard.slugs.filter((slug) => !models.some((model) => model.slug === slug))).toEqual([]);
  expect(safeguard.tests.filter((path) => !tests.some((name) => name.includes(path)))).toEqual([]);
  expect(safeguard.slugs.length + safeguard.tests.length).toBeGreaterThan(0);
});

it("the docs list exactly these safeguards, and name no others", () => {
  const docs = (page: string) => readFileSync(new URL(`docs/${page}`, root), "utf8");
  const [, table = ""] = docs("simulation.md").split("## Safeguards");
  const listed = [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$/gm)].map(([, name, against]) => ({ name, against })).slice(1); // behind the head
  expect(listed).toEqual(safeguards.map(({ name, against }) => ({ name, against })));

  const named = [...docs("polling.md").matchAll(/^\| I\d+ \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)].flatMap(([, names = ""]) => names.split(", ")).filter((name) => name !== "–");
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !safeguards.some((safeguard) => safeguard.name === name))).toEqual([]);
});
