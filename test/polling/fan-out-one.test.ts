/** Children of the one parent that the user named: nothing may be worse than with the strategy for one list. */
import { describe, expect, it } from "@jest/globals";
import { deployedOnMine, start } from "./fan-out-chat.ts";
import { DAY, HOUR, MINUTE, NOW, SECOND, created, pass, eventLines } from "./host.ts";

describe("children of one parent", () => {
  it("cost one request: the deployment with its samples, an idle poll, and one with news", async () => {
    const { chat, host, api } = start({ talk: "mine" });
    const ids = chat.sayMany("mine", 60, NOW - DAY);
    expect(eventLines(await host.deploy())).toEqual(ids.slice(-10).reverse().map((id) => `created ${id}`));
    expect(api.asked).toHaveLength(1);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
    const id = chat.say("mine");
    chat.say("other");
    const { emitted, requests } = await host.counted();
    expect([eventLines(emitted), requests]).toEqual([[`created ${id}`], 1]);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("are not emitted that were there at the start, also where HighLevel's clock is ahead", async () => {
    const { chat, host, api } = start({ talk: "mine" });
    api.skewMs = 2 * MINUTE;
    for (const ago of [DAY, 14 * MINUTE, -2 * MINUTE]) chat.say("mine", { at: Date.now() - ago });
    await host.activate();
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("are emitted once where the one that the next page was to follow is gone, and the first page comes again", async () => {
    const { chat, host, api } = await deployedOnMine();
    const ids = chat.sayMany("mine", 25, Date.now() - HOUR, SECOND);
    api.listen((count) => {
      if (count === 2) chat.unsay(ids.at(-10) ?? "", false);
    });
    await host.run();
    api.listen(undefined);
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });

  it("are emitted once in a catch-up of several polls, with shared timestamps, and with what comes meanwhile", async () => {
    const { chat, host, api } = await deployedOnMine({ pollBudget: 5 });
    const ids = [...chat.sayMany("mine", 90, Date.now() - HOUR, 10 * SECOND), ...chat.sayMany("mine", 25, Date.now() - MINUTE, 0)];
    api.latencyMs = 2_500;
    for (let poll = 0; poll < 40; poll++) {
      await host.run();
      if (poll < 5) ids.push(chat.say("mine"));
      pass(MINUTE);
    }
    expect(eventLines(host.events).sort()).toEqual(created(ids));
    expect(console.log).not.toHaveBeenCalled();
  });

  it.each([10 * SECOND, 10])("cost one request a poll after a flood, %d ms apart, also where none comes after it", async (step) => {
    const { chat, host } = await deployedOnMine();
    const ids = chat.sayMany("mine", 85, Date.now() - MINUTE, step);
    expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(created(ids));
    pass(HOUR);
    await host.settle(MINUTE);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("are not emitted again after a change of the form, where HighLevel's clock is ahead", async () => {
    const { chat, host, api } = await deployedOnMine();
    api.skewMs = 2 * MINUTE;
    const ids = [-14, 2].map((minutes) => chat.say("mine", { at: Date.now() + minutes * MINUTE }));
    expect(eventLines(await host.run()).sort()).toEqual(created(ids));
    host.props = { ...host.props, eventTypes: ["created"] };
    await host.activate();
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("are found hours late, as long as nothing else came", async () => {
    const { chat, host } = await deployedOnMine();
    const id = chat.say("mine", { lagMs: 3 * HOUR });
    expect(await host.settle(HOUR)).toHaveLength(1);
    expect(eventLines(host.events)).toEqual([`created ${id}`]);
  });

  it("are found a quarter of an hour late behind others", async () => {
    const { chat, host } = await deployedOnMine();
    const ids = [chat.say("mine", { lagMs: 14 * MINUTE }), chat.say("mine")];
    await host.settle(MINUTE);
    pass(14 * MINUTE);
    ids.push(chat.say("mine"));
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });

  it("without a time are emitted once; more of them than can be remembered are an error", async () => {
    const { chat, host } = await deployedOnMine({ pageSize: 300 });
    chat.undated.push("u1", "u2");
    expect(eventLines(await host.run()).sort()).toEqual(["created u1", "created u2"]);
    chat.sayMany("mine", 20, Date.now() - HOUR);
    await host.run();
    pass(DAY);
    expect(await host.settle(MINUTE)).toEqual([]);
    chat.undated.push(...Array.from({ length: 200 }, (_, index) => `v${index}`));
    await expect(host.run()).rejects.toThrow("More than 200");
  });

  it("dated ahead wait, and hide no other", async () => {
    const { chat, host } = await deployedOnMine();
    const later = chat.sayMany("mine", 12, Date.now() + HOUR);
    const now = chat.say("mine");
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${now}`]);
    pass(HOUR + MINUTE);
    expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(created(later));
  });

  it("of a parent that is gone, or never was, are an error", async () => {
    const { chat, host } = await deployedOnMine();
    chat.remove("mine");
    await expect(host.run()).rejects.toThrow("mine was not found");
    const wrong = start({ talk: "wrong" });
    wrong.chat.remove("wrong");
    await expect(wrong.host.deploy()).rejects.toThrow("wrong was not found");
  });

  it("go on where a deleted one ended the last page", async () => {
    const { chat, host, api } = await deployedOnMine({ pollBudget: 5 });
    const ids = chat.sayMany("mine", 95, Date.now() - HOUR, 20 * SECOND);
    api.latencyMs = 2_500;
    for (let poll = 0; poll < 40; poll++) {
      await host.run();
      const { after } = (JSON.parse(host.db.state ?? "") as { strategy: { resume?: { child?: { after?: { lastMessageId: string } } } } }).strategy.resume?.child ?? {};
      if (after && (poll === 3 || poll === 4 || poll === 12)) chat.unsay(after.lastMessageId);
      pass(MINUTE);
    }
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });
});
