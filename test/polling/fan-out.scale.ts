/** Children of many parents, in large numbers. */
import { describe, expect, it, jest } from "@jest/globals";
import { Seen } from "../../common/polling/state/seen.ts";
import { start } from "./fan-out-chat.ts";
import { DAY, DB_BYTES, HOUR, MINUTE, NOW, SECOND, created, pass, eventLines } from "./host.ts";

const uuid = (kind: string, index: number) => `${kind}f2b8c1e-77aa-4b6d-9e10-${String(index).padStart(12, "0")}`;

/** Polls until a poll has read to the end. @returns the number of polls, each of which must keep to its budget and leave a state that fits */
async function pollsUntilDone({ host, api }: ReturnType<typeof start>, budgetS: number, meanwhile: () => void): Promise<number> {
  for (let poll = 1; poll < 200; poll++) {
    const begun = Date.now();
    await host.run();
    expect(Date.now() - begun).toBeLessThan(budgetS * SECOND);
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    if (!host.db.state?.includes("resume")) return poll;
    meanwhile();
    pass(MINUTE);
  }
  throw new Error(`After 200 polls and ${api.asked.length} requests the reading is unfinished.`);
}

describe("much that is new", () => {
  it.each([["in two days", 2 * DAY], ["in ten minutes", 10 * MINUTE]])("in 50 busy parents, %s, is emitted once over several polls", async (_, span) => {
    const all = start({ pageSize: 100, pollBudget: 25 });
    const { chat, host, api } = all;
    for (let talk = 0; talk < 60; talk++) chat.say(uuid("a", talk), { at: NOW - 3 * DAY + talk * MINUTE });
    await host.activate();
    pass(span + HOUR);
    const ids: string[] = [];
    for (let talk = 0; talk < 50; talk++) {
      const count = 1 + (talk * 37) % 300;
      for (let word = 0; word < count; word++) ids.push(chat.say(uuid("a", talk), { at: Date.now() - span + Math.floor((word + 1) / (count + 1) * span), id: uuid("b", ids.length) }));
    }
    expect(ids.length).toBeGreaterThan(6_000);
    api.latencyMs = 600;
    let busy = 0;
    const polls = await pollsUntilDone(all, 25, () => {
      for (let talk = 0; talk < 50; talk += 7) ids.push(chat.say(uuid("a", talk), { id: uuid("c", busy++) }));
    });
    expect(polls).toBeGreaterThan(2);
    api.latencyMs = 0;
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
  });

  it.each([["once", "in two days", 1, 2 * DAY], ["once", "in ten minutes", 1, 10 * MINUTE], ["three times", "in ten minutes", 3, 10 * MINUTE]])("%s in 3,000 parents, %s, is emitted once over several polls", async (_, __, words, span) => {
    const all = start({ pageSize: 100, pollBudget: 120 });
    const { chat, host, api } = all;
    await host.activate();
    pass(span + HOUR);
    const ids: string[] = [];
    for (let word = 0; word < words; word++) {
      for (let talk = 0; talk < 3_000; talk++) ids.push(chat.say(uuid("a", talk), { at: Date.now() - span + Math.floor((word + talk / 3_000) * span / words), id: uuid("b", ids.length) }));
    }
    api.latencyMs = 100;
    const polls = await pollsUntilDone(all, 120, () => {
      for (let talk = 0; talk < 3_000; talk += 170) ids.push(chat.say(uuid("a", talk), { id: uuid("c", ids.length) }));
    });
    expect(polls).toBeGreaterThan(1);
    // Each page of the list is read once, and again where a poll goes on in it or parents moved.
    expect(api.asked.filter(({ path }) => path === "/talks").length).toBeLessThan(31 + 3 * polls);
    api.latencyMs = 0;
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
    pass(HOUR);
    await host.run();
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });
});

describe("a trigger that was paused", () => {
  it("for 30 days remembers what has come in a few steps, not one for each minute", async () => {
    const { chat, api, host } = start({ pageSize: 100 });
    chat.say("old", { at: NOW - HOUR });
    await host.activate();
    pass(30 * DAY);
    for (let talk = 0; talk < 3_000; talk++) chat.say(`t${talk}`, { at: NOW + HOUR + talk * 14 * MINUTE });
    api.latencyMs = 100;
    const packings = jest.spyOn(Seen.prototype, "pack");
    for (let poll = 0; poll < 6; poll++) {
      packings.mockClear();
      await host.run();
      expect(packings.mock.calls.length).toBeLessThanOrEqual(2);
      pass(MINUTE);
    }
    expect(host.events.length).toBeGreaterThan(1_000);
  });
});
