import { describe, expect, it } from "@jest/globals";
import { start } from "./fan-out-chat.ts";
import { DAY, HOUR, MINUTE, NOW, SECOND, breakAt, created, pass, repeated, eventLines } from "./host.ts";
import type { Host } from "./host.ts";

/** A trigger that has had its baseline for two hours: fifteen talks of three words. */
async function deployed(props = {}) {
  const all = start(props);
  for (let talk = 0; talk < 15; talk++) all.chat.sayMany(`t${talk}`, 3, NOW - DAY + talk * MINUTE);
  await all.host.activate();
  pass(2 * HOUR);
  return all;
}

const eventsOf = (host: Host) => eventLines(host.events).sort();

describe("children of many parents", () => {
  it.each(["activate", "run"] as const)("have a silent baseline in %s, which knows what was just said", async (hook) => {
    const { chat, host } = start();
    for (let talk = 0; talk < 12; talk++) chat.say(`t${talk}`, { at: NOW - MINUTE * talk });
    expect(await host[hook]()).toEqual([]);
    expect(await host.settle(MINUTE)).toEqual([]);
    const id = chat.say("t3");
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });

  it("cost one request where nothing happened, also right after something did", async () => {
    const { chat, host } = await deployed();
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
    for (const talk of ["t1", "t2", "t3"]) chat.say(talk);
    expect(await host.counted()).toMatchObject({ requests: 4 });
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("that come between the list and the reading of the parent do not make it be read once more", async () => {
    const { chat, host, api } = await deployed();
    const ids = [chat.say("t1")];
    api.latencyMs = 1;
    api.listen((count) => {
      if (count === 2) ids.push(chat.say("t1"));
    });
    expect(eventLines(await host.run()).sort()).toEqual(created(ids));
    api.listen(undefined);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("are looked for again at 1, 2, 4, 8 and 15 minutes, and then no more", async () => {
    const { chat, host } = await deployed();
    chat.say("t1");
    const ages: number[] = [];
    for (let minute = 0; minute < 40; minute++) {
      if ((await host.counted()).requests > 1) ages.push(minute);
      pass(MINUTE);
    }
    expect(ages).toEqual([0, 1, 2, 4, 8, 15]);
  });

  it("are emitted once, from all parents, many at a time, with shared timestamps", async () => {
    const { chat, host } = await deployed();
    const ids: string[] = [];
    for (let talk = 0; talk < 25; talk++) ids.push(...chat.sayMany(`t${talk}`, 1 + (talk % 3) * 12, Date.now() - HOUR + talk * MINUTE, 0));
    expect(eventLines(await host.run()).sort()).toEqual(created(ids));
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it.each([SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE])("are found when they show only after %d ms, behind one that was emitted", async (lagMs) => {
    const { chat, host } = await deployed();
    const ids: string[] = [];
    for (let minute = 0; minute < 8; minute++) {
      ids.push(chat.say("t1", { lagMs }), chat.say("t1"), chat.say("t2", { at: Date.now() - lagMs }), chat.say("t3", { listLagMs: lagMs }), chat.say("t4", { lagMs }));
      pass(MINUTE);
      await host.run();
    }
    for (let minute = 0; minute < 32; minute++) {
      pass(MINUTE);
      await host.run();
    }
    expect(eventsOf(host)).toEqual(created(ids));
  });

  it("of several polls are emitted once, also what is said meanwhile in parents that move away from the reading", async () => {
    for (const latency of [500, 1_100, 1_900]) {
      const { chat, host, api } = await deployed({ pollBudget: 5 });
      const ids: string[] = [];
      for (let talk = 0; talk < 28; talk++) ids.push(...chat.sayMany(`t${talk}`, 3, Date.now() - HOUR + talk * MINUTE));
      api.latencyMs = latency;
      for (let poll = 0; poll < 60; poll++) {
        await host.run();
        // The first and the last of those that are read, and two in the middle.
        if (poll < 3) ids.push(...["t0", "t6", "t20", "t27"].map((talk) => chat.say(talk)));
        pass(15 * MINUTE);
      }
      expect(console.log).not.toHaveBeenCalled();
      api.latencyMs = 0;
      await host.settle(MINUTE);
      expect(eventsOf(host)).toEqual(created(ids));
    }
  });

  it("wait until their time has come where they are dated ahead", async () => {
    const { chat, host } = await deployed();
    const [soon, later] = [chat.say("t1", { at: Date.now() + 2 * MINUTE }), chat.say("t1", { at: Date.now() + HOUR })];
    const now = chat.say("t1");
    expect(eventLines(await host.run()).sort()).toEqual(created([soon, now]));
    const more = chat.say("t1", { at: Date.now() + 1 });
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${more}`]);
    pass(HOUR);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${later}`]);
  });

  it.each(["was deleted", "is passed over"])("go on where the one that ended the last page %s", async (how) => {
    for (const isGone of [true, false]) {
      const { chat, host, api } = await deployed({ pollBudget: 5 });
      const ids = [...chat.sayMany("t7", 75, Date.now() - 5 * HOUR / 6, MINUTE / 2), ...chat.sayMany("t9", 3, Date.now() - 50 * MINUTE)];
      api.latencyMs = 1_100;
      await host.run();
      for (let polls = 0; isUnderWay(host) && polls < 40; polls++) {
        const { lastMessageId } = placeOf(host)?.after ?? {};
        if (lastMessageId !== undefined && how === "was deleted") chat.unsay(String(lastMessageId), isGone);
        pass(MINUTE);
        await host.run();
        if (polls === 3) ids.push(chat.say("t7"));
      }
      api.latencyMs = 0;
      await host.settle(MINUTE);
      expect(eventsOf(host)).toEqual(created(ids));
    }
  });

  it("go on where a deleted one ended the last page, in the middle of many of one ms", async () => {
    const { chat, host, api } = await deployed({ pollBudget: 5 });
    const ids = chat.sayMany("t7", 45, Date.now() - HOUR, 0);
    api.latencyMs = 2_500;
    for (let poll = 0; poll < 25; poll++) {
      await host.run();
      const { lastMessageId } = placeOf(host)?.after ?? {};
      if (lastMessageId !== undefined && poll === 3) chat.unsay(lastMessageId);
      pass(MINUTE);
    }
    expect(eventsOf(host)).toEqual(created(ids));
  });

  it("of a parent that is dated ahead do not have to wait, nor come again after a long reading", async () => {
    const { chat, host, api } = await deployed({ pollBudget: 5 });
    const ids = [chat.say("t1", { at: Date.now() + 2 * MINUTE })];
    await host.run();
    pass(SECOND);
    ids.push(chat.say("t1"));
    await host.run();
    expect(eventsOf(host)).toEqual(created(ids));
    pass(HOUR);
    for (let talk = 2; talk < 12; talk++) ids.push(...chat.sayMany(`t${talk}`, 3, Date.now() - 30 * MINUTE + talk));
    ids.push(chat.say("t1", { at: Date.now() - 10 * MINUTE }));
    chat.say("t1", { at: Date.now() + DAY });
    api.latencyMs = 1_100;
    for (let poll = 0; poll < 20; poll++) {
      await host.run();
      pass(5 * MINUTE);
    }
    expect(eventsOf(host)).toEqual(created(ids));
  });

  it("are an error where HighLevel refuses every further page, and cost no more than two tries", async () => {
    const { chat, host, api } = await deployed();
    const ids = chat.sayMany("t1", 25, Date.now() - HOUR);
    for (const id of ids) chat.refuse(id);
    const before = api.asked.length;
    await host.run();
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining("was not found"));
    expect(api.asked.length - before).toBe(5);
  });

  it.each([false, true])("of a parent that is deleted hold nothing up (half read: %s)", async (isHalfRead) => {
    const { chat, host, api } = await deployed({ pollBudget: 5 });
    chat.sayMany("t7", 75, Date.now() - HOUR);
    api.latencyMs = isHalfRead ? 1_100 : 0;
    if (isHalfRead) await host.run();
    expect(isUnderWay(host)).toBe(isHalfRead);
    // The list of the talks still has it.
    chat.refuse("t7");
    const id = chat.say("t1");
    api.latencyMs = 0;
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${id}`]);
    chat.remove("t7");
    const next = chat.say("t1");
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${next}`]);
    expect(console.log).not.toHaveBeenCalled();
  });

  it.each([1, 2, 3, 4, 5, 6])("are emitted once when request %d breaks", async (at) => {
    const { chat, host, api } = await deployed();
    const ids: string[] = [];
    for (let talk = 0; talk < 3; talk++) ids.push(...chat.sayMany(`t${talk}`, 14, Date.now() - HOUR + talk * MINUTE, 1));
    breakAt(api, at);
    await host.tryRun();
    api.listen(undefined);
    await host.run();
    await host.settle(MINUTE);
    expect(eventsOf(host)).toEqual(created(ids));
  });

  it.each(["error", "kill"] as const)("come again only from the crashed poll (%s), with the same ids", async (how) => {
    for (const at of [0, 1, 5, 11, 12, 20, "save"] as const) {
      const { chat, host } = await deployed();
      const ids: string[] = [];
      for (let talk = 0; talk < 3; talk++) ids.push(...chat.sayMany(`t${talk}`, 7, Date.now() - HOUR + talk * MINUTE, 1));
      const { emitted } = await host.tryRun({ at, how });
      pass(MINUTE);
      await host.run();
      expect([...new Set(eventsOf(host))]).toEqual(created(ids));
      const before = emitted.map(({ id }) => id);
      for (const id of repeated(host.events)) expect(before).toContain(id);
      expect(await host.settle(MINUTE)).toEqual([]);
    }
  });

  it.each<[string, unknown]>([
    ["is garbage", 7],
    ["has no memory", { floor: 1 }],
    ["has a broken memory", { floor: 1, seen: { base: "x", entries: "" }, marks: { base: 1, entries: "" }, undated: "" }],
    ["has broken marks", { floor: 1, seen: { base: 1, entries: "" }, marks: {}, undated: "" }],
    ["has a broken place to go on", { floor: 1, seen: { base: 1, entries: "" }, marks: { base: 1, entries: "" }, undated: "", resume: { from: 5 } }],
    ["has nothing where it goes on", { floor: 1, seen: { base: 1, entries: "" }, marks: { base: 1, entries: "" }, undated: "", resume: null }],
    ["has a broken parent", { floor: 1, seen: { base: 1, entries: "" }, marks: { base: 1, entries: "" }, undated: "", resume: { from: 5, past: 5, asOf: 5, child: { of: 7 } } }],
    ["is one of incremental", { floor: 1, known: 1, seen: { base: 1, entries: "" }, undated: [] }],
  ])("have a saved state that %s: a new baseline without events", async (_, strategy) => {
    const { chat, host } = await deployed();
    const saved = JSON.parse(host.db.state ?? "") as object;
    host.db = { state: JSON.stringify({ ...saved, strategy }) };
    chat.say("t1");
    expect(await host.run()).toEqual([]);
    pass(1);
    const id = chat.say("t1");
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });
});

/** The parent that the next poll goes on with. */
function placeOf(host: Host): { after?: { lastMessageId?: string } } | undefined {
  const { resume } = (JSON.parse(host.db.state ?? "") as { strategy: { resume?: { child?: object } } }).strategy; // as the trigger saved it
  return resume?.child;
}

/** Whether a reading is unfinished. */
function isUnderWay(host: Host): boolean {
  return "resume" in (JSON.parse(host.db.state ?? "") as { strategy: object }).strategy; // as the trigger saved it
}
