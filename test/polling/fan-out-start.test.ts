/** Children of many parents: the first deployment. */
import { describe, expect, it } from "@jest/globals";
import { start } from "./fan-out-chat.ts";
import { DAY, HOUR, MINUTE, NOW, SECOND, breakAt, created, pass, eventLines } from "./host.ts";

describe("samples of children", () => {
  it("are the newest of the parents that moved last, at most 25, for a few requests", async () => {
    const { chat, host, api } = start();
    const ids: string[] = [];
    for (let talk = 0; talk < 40; talk++) ids.push(...chat.sayMany(`t${talk}`, 9, NOW - 2 * DAY + talk * HOUR));
    expect(eventLines(await host.deploy())).toEqual(ids.slice(-25).reverse().map((id) => `created ${id}`));
    // The list, three talks, and the list of the last quarter of an hour.
    expect(api.asked).toHaveLength(5);
    expect(await host.settle(MINUTE)).toEqual([]);
    const id = chat.say("t0");
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });

  it("come from five parents, where each has few", async () => {
    const { chat, host, api } = start();
    const ids = Array.from({ length: 40 }, (_, talk) => chat.say(`t${talk}`, { at: NOW - 2 * DAY + talk * HOUR }));
    expect(eventLines(await host.deploy()).sort()).toEqual(created(ids.slice(-5)));
    expect(api.asked).toHaveLength(7);
  });

  it("do not come again, also where they are dated ahead", async () => {
    const { chat, host } = start();
    const ids = [chat.say("t1", { at: NOW + HOUR }), chat.say("t1"), chat.say("t2", { at: NOW + 2 * MINUTE }), chat.say("t2", { at: NOW - MINUTE }), chat.say("t3", { at: NOW - DAY })];
    expect(eventLines(await host.deploy()).sort()).toEqual(created(ids));
    pass(HOUR + MINUTE);
    const id = chat.say("t1");
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${id}`]);
  });

  it("leave out a parent that was just deleted", async () => {
    const { chat, host } = start();
    const id = chat.say("t1", { at: NOW - HOUR });
    chat.say("t2");
    chat.refuse("t2");
    expect(eventLines(await host.deploy())).toEqual([`created ${id}`]);
  });

  it("do not swallow what is said meanwhile", async () => {
    for (let at = 1; at <= 9; at++) {
      const { chat, host, api } = start();
      const old = Array.from({ length: 12 }, (_, talk) => chat.say(`t${talk}`, { at: NOW - DAY + talk * MINUTE }));
      old.push(chat.say("t3", { at: NOW - MINUTE }));
      const said: string[] = [];
      api.latencyMs = 2 * SECOND;
      api.listen((count) => {
        if (count === at) said.push(chat.say("t3"), chat.say("t0"), chat.say("new"));
      });
      await host.deploy();
      api.listen(undefined);
      await host.run();
      const ids = eventLines(host.events);
      for (const id of said) expect(ids.filter((one) => one === `created ${id}`)).toHaveLength(1);
      for (const id of old) expect(ids.filter((one) => one === `created ${id}`).length).toBeLessThanOrEqual(1);
    }
  });
});

describe("the baseline of a busy account", () => {
  it.each([["many parents", 40, 0], ["one with very many children", 0, 60]])("with %s is made in one poll; what follows counts from then", async (_, talks, words) => {
    for (const hook of ["activate", "deploy"] as const) {
      const { chat, host, api } = start({ pollBudget: 5 });
      const begun = Date.now();
      for (let talk = 0; talk < talks; talk++) chat.say(`t${talk}`, { at: begun - MINUTE + talk });
      chat.sayMany("long", words, begun - SECOND * words);
      api.latencyMs = 1_100;
      await host[hook]();
      expect(Date.now() - begun).toBeLessThan(5 * SECOND);
      expect(console.log).not.toHaveBeenCalled();
      expect(host.db).toHaveProperty("state");
      api.latencyMs = 0;
      pass(MINUTE);
      expect(await host.settle(MINUTE)).toEqual([]);
      const id = chat.say("t39");
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    }
  });

  it("is kept where a request breaks in the middle", async () => {
    const { chat, host, api } = start();
    for (let talk = 0; talk < 12; talk++) chat.say(`t${talk}`, { at: NOW - MINUTE * (talk + 1) });
    breakAt(api, 5);
    await host.activate();
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining("The poll stopped early"));
    pass(2 * SECOND);
    const id = chat.say("t3", { at: Date.now() + 1 });
    pass(SECOND);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${id}`]);
  });

  it("is an error where the first parent cannot be read", async () => {
    const { chat, host, api } = start();
    chat.say("t1");
    breakAt(api, 2);
    await expect(host.activate()).rejects.toThrow("ECONNRESET");
    expect(host.db).toEqual({});
  });
});

describe("a start that cannot read everything", () => {
  it("emits what is said after its first page", async () => {
    const { chat, api, host } = start({ pageSize: 100 });
    for (let talk = 0; talk < 400; talk++) chat.say(`t${talk}`, { at: NOW - 10 * MINUTE + talk * SECOND });
    let id = "";
    api.latencyMs = 300;
    api.listen((count) => {
      if (count === 20) id = chat.say("t0");
    });
    await host.activate();
    api.listen(undefined);
    api.latencyMs = 0;
    pass(MINUTE);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${id}`]);
  });

  it.each([-2, 2])("of one talk that fails at its second page emits what is said next, with HighLevel's clock %d minutes off", async (minutes) => {
    const { chat, api, host } = start({ talk: "one", pageSize: 10 });
    const now = () => Date.now() + minutes * MINUTE;
    api.skewMs = minutes * MINUTE;
    chat.sayMany("one", 25, now() - 5 * MINUTE, SECOND);
    // The first page is asked for once more, because the clock is not as it was guessed.
    breakAt(api, 3);
    await host.activate();
    api.listen(undefined);
    pass(30 * SECOND);
    const id = chat.say("one", { at: now() });
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${id}`]);
  });
});
