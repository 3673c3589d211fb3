/** Random histories against an oracle: what was emitted must be what happened, once. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { histories } from "../support/effort.ts";
import { MINUTE, NOW, SECOND, breakAt, pass, setTime } from "./host.ts";
import type { Crash } from "./host.ts";
import { paged, start, whole } from "./shelf.ts";
import type { Item, Trigger } from "./shelf.ts";

type Act = "add" | "remove" | "change" | "finish";
interface Step {
  /** Between two polls: either items come or they go, as between two requests. */
  acts: Act[];
  between: (Act | "nothing")[];
  pick: number;
  /** `refused`: HighLevel no longer accepts the page cursor that is saved. */
  poll: { how: "whole" | "short" | "broken" | "crashed" | "none"; refused: boolean; at: number; crash: Crash };
}

const act = fc.constantFrom("add" as const, "remove" as const, "change" as const, "finish" as const);
const step: fc.Arbitrary<Step> = fc.record({
  acts: fc.array(act, { maxLength: 5 }),
  between: fc.array(fc.oneof(act, fc.constant("nothing" as const)), { maxLength: 4 }),
  pick: fc.nat(),
  poll: fc.record({
    how: fc.constantFrom("whole" as const, "whole" as const, "short" as const, "short" as const, "broken" as const, "crashed" as const, "none" as const),
    refused: fc.boolean(),
    at: fc.integer({ min: 1, max: 4 }),
    crash: fc.record({ at: fc.oneof(fc.nat(8), fc.constant("save" as const)), how: fc.constantFrom("error" as const, "kill" as const) }),
  }),
});

const contentOf = ({ name, done }: Pick<Item, "name" | "done">) => `${name} ${done}`;

async function play(component: Trigger, steps: Step[]): Promise<void> {
  setTime(NOW);
  const { shelf, api, host } = start(component, { pageSize: 4, pollBudget: 5 });
  const crashed = new Set<string>();
  /** What a crashed poll emitted may change before it is emitted again: these items are only emitted at least once. */
  const unsure = new Set<string>();
  const contentById = new Map<string, string>();
  let turn = 0;
  const perform = (what: Act | "nothing" | undefined, pick: number) => {
    const id = shelf.ids[(pick + turn++ * 7) % Math.max(1, shelf.ids.length)];
    if (what === "add") shelf.add(1);
    if (!id) return;
    if (what === "remove") shelf.remove(id);
    if (what === "change") shelf.change(id, { name: `name ${turn % 3}` });
    if (what === "finish") shelf.change(id, { done: turn % 2 === 0 });
  };

  shelf.add(11);
  await host.activate();
  for (const item of shelf.list) contentById.set(item.id, contentOf(item));

  for (const { acts, between, pick, poll } of steps) {
    pass(MINUTE);
    // Where some go while others come, a list that is counted can hide that its pages moved.
    const unwanted = component === paged && acts.includes("add") ? "remove" : undefined;
    for (const what of acts) if (what !== unwanted) perform(what, pick);
    if (poll.how === "none") continue;
    api.latencyMs = poll.how === "short" ? 2 * SECOND : 1;
    api.listen((count) => perform(between[count - 1], pick));
    if (poll.how === "broken") breakAt(api, poll.at);
    if (poll.refused) host.refuseCursor();
    const { emitted, error } = await host.tryRun(poll.how === "crashed" ? poll.crash : undefined);
    if (poll.how === "crashed") {
      for (const { id, event } of emitted) {
        crashed.add(id);
        unsure.add(String(event.id));
      }
    }
    if (poll.how === "whole" || poll.how === "short") expect(error).toBeUndefined();
    api.listen(undefined);
  }
  api.latencyMs = 0;
  await host.settle(MINUTE);

  const times = new Map<string, number>();
  for (const { id, kind, event } of host.events) {
    times.set(id, (times.get(id) ?? 0) + 1);
    // Nothing twice, but what a crash interrupted.
    if ((times.get(id) ?? 0) > 1) expect(crashed).toContain(id);
    const item = event as unknown as Item; // what the shelf gave, except where it is gone
    const before = contentById.get(item.id);
    // Nothing that did not happen.
    if (!unsure.has(item.id)) {
      if (kind === "created") expect(before).toBeUndefined();
      else expect(before).toBeDefined();
      expect(before).not.toBe(contentOf(item));
    }
    if (kind === "completed") expect(item.done).toBe(true);
    if (kind === "deleted") contentById.delete(item.id);
    else contentById.set(item.id, contentOf(item));
  }
  // Nothing lost: what was emitted is what is there.
  expect([...contentById.keys()]).toEqual(expect.arrayContaining(shelf.ids));
  for (const id of contentById.keys()) expect(shelf.ids.includes(id) || unsure.has(id)).toBe(true);
  for (const item of shelf.list) if (!unsure.has(item.id)) expect(contentById.get(item.id)).toBe(contentOf(item));
}

describe.each<[string, Trigger]>([["whole", whole], ["in pages", paged]])("a random history of a list that comes %s", (_, component) => {
  it("is emitted completely, once, and with nothing else", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => play(component, steps)), { seed: 32, numRuns: histories(120) });
  });
});
