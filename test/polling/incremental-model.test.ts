/** Random histories against an oracle: what was emitted must be what happened, once. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { histories } from "../support/effort.ts";
import { HOUR, MINUTE, NOW, SECOND, breakAt, pass, setTime } from "./host.ts";
import type { Crash } from "./host.ts";
import { activity, ascending, descending, rising, start } from "./things.ts";
import type { Trigger } from "./things.ts";

interface Step {
  /** Time before the step, s. */
  wait: number;
  creates: { count: number; tied: boolean; lag: number }[];
  updates: { of: number; lag: number }[];
  /** All are changed at once. */
  isBulk: boolean;
  removes: number[];
  /** What happens between the requests of the poll. */
  between: ("create" | "update" | "remove" | "nothing")[];
  /** `refused`: HighLevel no longer accepts the page cursor that is saved. */
  poll: { how: "whole" | "short" | "broken" | "crashed" | "none"; refused: boolean; at: number; crash: Crash };
}

const lag = fc.constantFrom(0, 0, 0, 1, 20, 60, 300, 600);
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.integer({ min: 0, max: 1200 }),
  creates: fc.array(fc.record({ count: fc.integer({ min: 1, max: 6 }), tied: fc.boolean(), lag }), { maxLength: 2 }),
  updates: fc.array(fc.record({ of: fc.nat(), lag }), { maxLength: 3 }),
  isBulk: fc.nat(5).map((dice) => dice === 0),
  removes: fc.array(fc.nat(), { maxLength: 1 }),
  between: fc.array(fc.constantFrom("create" as const, "update" as const, "remove" as const, "nothing" as const), { maxLength: 5 }),
  poll: fc.record({
    how: fc.constantFrom("whole" as const, "whole" as const, "short" as const, "short" as const, "broken" as const, "crashed" as const, "none" as const),
    refused: fc.boolean(),
    at: fc.integer({ min: 1, max: 4 }),
    crash: fc.record({ at: fc.oneof(fc.nat(12), fc.constant("save" as const)), how: fc.constantFrom("error" as const, "kill" as const) }),
  }),
});

async function play(component: Trigger, eventTypes: string[], steps: Step[]): Promise<void> {
  const { world, api, host } = start(component, { pageSize: 4, pollBudget: 5, eventTypes });
  const updates = component !== descending;
  // What continues behind a time passes more than a page of one timestamp only where they began at different times.
  const untied = component === activity || component === rising;
  const lastVersion = new Map<string, number>();
  const versions = new Set<string>();
  const baseline = new Set<string>();
  const crashed = new Set<string>();
  const note = (id: string, at: number) => {
    if (untied && !lastVersion.has(id)) pass(1);
    lastVersion.set(id, at);
    versions.add(`${id}@${at}`);
  };
  const create = (wanted: number, lagS: number) => {
    const at = untied ? Date.now() : wanted;
    const id = world.create({ at, lagMs: lagS * SECOND });
    note(id, at);
    return id;
  };
  const update = (of: number, lagS = 0) => {
    const id = world.ids[of % world.ids.length];
    const at = Date.now();
    // HighLevel's times have one version per record and ms.
    if (!id || !updates || at <= (lastVersion.get(id) ?? 0)) return;
    world.update(id, { at, lagMs: lagS * SECOND });
    note(id, at);
  };
  const remove = (of: number) => {
    const id = world.ids[of % world.ids.length];
    if (id) world.remove(id);
  };

  setTime(NOW - HOUR);
  for (let index = 0; index < 6; index++) {
    baseline.add(create(Date.now(), 0));
    pass(11 * MINUTE);
  }
  setTime(NOW);
  await host.activate();

  for (const { wait, creates, updates: changed, isBulk, removes, between, poll } of steps) {
    pass(1 + wait * SECOND);
    for (const { count, tied, lag: lagS } of creates) for (let index = 0; index < count; index++) create(Date.now() - (tied ? 0 : index * 7), lagS);
    for (const { of, lag: lagS } of changed) update(of, lagS);
    if (isBulk) world.ids.forEach((_id, index) => update(index));
    for (const of of removes) remove(of);
    if (poll.how === "none") continue;
    api.latencyMs = poll.how === "short" ? 2_500 : 1;
    api.listen((count) => {
      const act = between[count - 1];
      if (act === "create") create(Date.now(), 0);
      if (act === "update") update(count * 31);
      if (act === "remove") remove(count * 17);
    });
    if (poll.how === "broken") breakAt(api, poll.at);
    if (poll.refused) host.refuseCursor();
    const { emitted, error } = await host.tryRun(poll.how === "crashed" ? poll.crash : undefined);
    if (poll.how === "crashed") for (const { id } of emitted) crashed.add(id);
    if (poll.how === "whole" || poll.how === "short") expect(error).toBeUndefined();
    api.listen(undefined);
  }
  api.latencyMs = 0;
  await host.settle(4 * MINUTE);

  const times = new Map<string, number>();
  const emittedVersions = new Set<string>();
  const creations = new Map<string, number>();
  for (const { id, kind, event } of host.events) {
    const version = `${String(event.id)}@${String(event.dateUpdated)}`;
    // Nothing that did not happen.
    expect(versions).toContain(version);
    if (kind === "updated") expect(id).toBe(`${String(event.id)}:${String(event.dateUpdated)}`);
    expect(kind === "created" && baseline.has(String(event.id))).toBe(false);
    times.set(id, (times.get(id) ?? 0) + 1);
    emittedVersions.add(version);
    if (kind === "created") creations.set(String(event.id), 1);
  }
  // Nothing twice, but what a crash interrupted.
  for (const [id, count] of times) if (count > 1) expect(crashed).toContain(id);
  // Nothing lost of what is still there.
  for (const id of world.ids) {
    const last = lastVersion.get(id) ?? 0;
    if (last >= NOW && eventTypes.includes("updated")) expect(emittedVersions).toContain(`${id}@${last}`);
    if (!baseline.has(id)) expect(creations.has(id)).toBe(true);
  }
}

const BOTH = ["created", "updated"];

describe.each<[string, Trigger, string[]]>([
  ["upwards", ascending, BOTH],
  ["downwards", descending, BOTH],
  ["upwards by activity", rising, BOTH],
  ["upwards by activity, creations alone", rising, ["created"]],
  ["downwards by activity", activity, BOTH],
])("a random history, read %s", (_, component, eventTypes) => {
  it("is emitted completely, once, and with nothing else", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => play(component, eventTypes, steps)), { seed: 31, numRuns: histories(80) });
  });
});
