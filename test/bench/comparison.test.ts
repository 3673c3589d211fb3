import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Deliveries, Scene } from "../../local/bench/compare.ts";
import type { Strategy, Tally } from "../../local/bench/compare.ts";
import { situations } from "../../local/bench/situations.ts";
import { OTHERS, OURS, strategies } from "../../local/bench/strategies.ts";
import { SimulationHost } from "../../local/simulation/scenario.ts";

let host: SimulationHost;
let all: Strategy[];

beforeAll(async () => {
  host = await SimulationHost.open();
  all = await strategies();
});
afterAll(() => host.close());

/** Plays a situation with some of the strategies. */
async function played(situation: string, names: string[]): Promise<Record<string, Tally>> {
  const { play } = situations.find(({ name }) => name === situation)!; // a misspelt one fails the test
  const tallies: Record<string, Tally> = {};
  for (const strategy of all.filter(({ name }) => names.includes(name))) {
    const scene = new Scene(host, strategy);
    await play(scene);
    tallies[strategy.name] = await scene.end();
  }
  return tallies;
}

const NONE = { lost: 0, repeated: 0, old: 0 };

describe("the situations of the comparison", () => {
  it("equal times across the border of a page: the others lose five", async () => {
    expect(await played("equal times", [OURS, ...OTHERS])).toEqual({ [OURS]: NONE, "timestamp cursor": { ...NONE, lost: 5 }, "newest page": { ...NONE, lost: 5 } });
  });

  it("visible late: a strict cursor loses each of them", async () => {
    const { [OURS]: ours, "timestamp cursor": cursor } = await played("visible late", [OURS, "timestamp cursor"]);
    expect(ours).toEqual(NONE);
    expect(cursor).toEqual({ ...NONE, lost: 60 });
  });

  it("deletions: the newest page emits what moves up, and then what that pushes out of the cache", async () => {
    expect(await played("deletions", [OURS, ...OTHERS])).toEqual({ [OURS]: NONE, "timestamp cursor": NONE, "newest page": { lost: 0, repeated: 70, old: 30 } });
  });

  it("a crash repeats what the platform's cache does not hold, ours too, and loses nothing", async () => {
    const { [OURS]: small } = await played("a small crash", [OURS]);
    const { [OURS]: large } = await played("a large crash", [OURS]);
    expect(small).toEqual(NONE);
    expect(large).toEqual({ ...NONE, repeated: 250 });
  });
});

describe("counting deliveries", () => {
  it("counts what is missing, what comes again and what is old", () => {
    const deliveries = new Deliveries(new Set(["old"]));
    deliveries.add(["new", "old", "new"]);
    expect(deliveries.tally(["new", "other"])).toEqual({ lost: 1, repeated: 1, old: 1 });
  });

  it("passes over 25 samples of the first deployment, and no more", () => {
    const ids = Array.from({ length: 40 }, (_, index) => `old ${index}`);
    const deliveries = new Deliveries(new Set(ids));
    deliveries.add(ids, true);
    expect(deliveries.tally([])).toEqual({ lost: 0, repeated: 0, old: 15 });
  });
});
