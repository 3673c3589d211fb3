import { describe, expect, it } from "@jest/globals";
import type { ListRequest } from "../../common/pagination/paginate.ts";
import type { Fields } from "../../common/types.ts";
import { lastMessageId, startAfterDate } from "../pagination/fake.ts";
import type { Row } from "../pagination/fake.ts";
import { Api, DAY, DB_BYTES, HOUR, Host, MINUTE, NOW, SECOND, breakAt, created, pass, repeated, told } from "./host.ts";

const { fanOut } = await import("../../common/polling/fan-out.ts");
const { schemes } = await import("../../common/pagination/schemes.ts");
const { defineResource } = await import("../../common/resources/resource.ts");

const rows = (noun: string) => defineResource<Row>({ noun, sample: { id: "sample", time: 0 }, createdAt: ({ time }) => time });
const TALKS: ListRequest<Row> = { method: "GET", path: "/talks", scheme: schemes.startAfterDate, items: "rows", pageSize: 10 };
const WORDS: ListRequest<Row> = { method: "GET", path: "/talks/{id}/words", scheme: schemes.lastMessageId, items: ({ messages }) => (messages as { messages: Row[] }).messages, pageSize: 10 };

const trigger = fanOut<Row, Row>({
  parents: rows("talk"),
  children: rows("word"),
  endpoints: [TALKS, WORDS],
  scope: ["query"],
  kinds: ["created"],
  async* readParents(poll, from, after) {
    for await (const page of poll.pages(TALKS, { after })) {
      const items = page.items.filter(({ time }) => time >= from);
      yield items.length < page.items.length ? { ...page, items, next: undefined } : page;
      if (items.length < page.items.length) return;
    }
  },
  readChildren: (poll, { id }, after) => poll.pages(WORDS, { pathParams: { id }, after }),
});

/** Talks, each with its words. */
class Chat {
  private readonly talks = new Map<string, Row[]>();
  private count = 0;

  say(talk: string, { at = Date.now(), id = `w${String(this.count).padStart(4, "0")}` } = {}): string {
    this.count++;
    this.talks.set(talk, [...this.talks.get(talk) ?? [], { id, time: at }]);
    return id;
  }

  private list(): Row[] {
    return [...this.talks].map(([id, words]) => ({ id, time: Math.max(...words.map(({ time }) => time)) }));
  }

  remove(talk: string): void {
    this.talks.delete(talk);
  }

  answer = (path: string, params: Fields): unknown => (path === TALKS.path
    ? startAfterDate(() => this.list(), "desc")(params)
    : lastMessageId(() => this.talks.get(String(params.id)) ?? [], true)(params));
}

function start(props: Fields = {}) {
  const chat = new Chat();
  const api = new Api(({ path, query, pathParams }) => chat.answer(path, { ...query, ...pathParams }));
  return { chat, api, host: new Host(trigger, api, props) };
}

async function deployed(props: Fields = {}) {
  const all = start(props);
  for (let talk = 0; talk < 15; talk++) for (let word = 0; word < 3; word++) all.chat.say(`t${talk}`, { at: NOW - DAY + talk * MINUTE + word * SECOND });
  await all.host.activate();
  pass(2 * HOUR);
  return all;
}

const eventsOf = (host: Host) => told(host.events).sort();

describe("children of many parents", () => {
  it.each(["deploy", "activate", "run"] as const)("have a silent baseline in %s, which knows what was just said", async (hook) => {
    const { chat, host } = start();
    for (let talk = 0; talk < 12; talk++) chat.say(`t${talk}`, { at: NOW - MINUTE * talk });
    expect(await host[hook]()).toEqual([]);
    expect(await host.settle(MINUTE)).toEqual([]);
    const id = chat.say("t3");
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });

  it("cost one request where nothing happened", async () => {
    const { host } = await deployed();
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("are told once, from all parents, many at a time, with ties", async () => {
    const { chat, host } = await deployed();
    const ids: string[] = [];
    for (let talk = 0; talk < 25; talk++) for (let word = 0; word < 1 + (talk % 3) * 12; word++) ids.push(chat.say(`t${talk}`, { at: Date.now() - HOUR + talk * MINUTE }));
    expect(told(await host.run()).sort()).toEqual(created(ids));
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it.each([SECOND, MINUTE, 10 * MINUTE])("are found when they show only after %d ms", async (lag) => {
    const { chat, host } = await deployed();
    const ids: string[] = [];
    for (let minute = 0; minute < 15; minute++) {
      ids.push(chat.say("t1", { at: Date.now() - lag }), chat.say("t2"));
      pass(MINUTE);
      await host.run();
    }
    expect(eventsOf(host)).toEqual(created(ids));
  });

  it("of several polls are told once, also what is said meanwhile in parents that were read before", async () => {
    for (const latency of [500, 1_100, 1_900]) {
      const { chat, host, api } = await deployed({ pollBudget: 5 });
      const ids: string[] = [];
      for (let talk = 0; talk < 14; talk++) for (let word = 0; word < 3; word++) ids.push(chat.say(`t${talk}`, { at: Date.now() - HOUR + talk * MINUTE }));
      api.latencyMs = latency;
      for (let poll = 0; poll < 30; poll++) {
        await host.run();
        // The one that was read first, one in the middle, one that is still to come.
        if (poll < 3) ids.push(chat.say("t13"), chat.say("t6"), chat.say("t0"));
        pass(15 * MINUTE);
      }
      expect(console.log).not.toHaveBeenCalled();
      api.latencyMs = 0;
      await host.settle(MINUTE);
      expect(eventsOf(host)).toEqual(created(ids));
    }
  });

  const isUnderWay = (host: Host) => {
    const { resume } = (JSON.parse(host.db.state ?? "") as { strategy: { resume?: { unfinished: unknown[] } } }).strategy;
    return (resume?.unfinished.length ?? 0) > 0;
  };

  it("of one parent with very many are told once, also when it moves away in the middle", async () => {
    const { chat, host, api } = await deployed({ pollBudget: 5 });
    const ids = Array.from({ length: 75 }, (_, index) => chat.say("long", { at: Date.now() - HOUR + index * SECOND }));
    // It stands on the second page, behind these.
    for (let talk = 0; talk < 12; talk++) ids.push(chat.say(`t${talk}`, { at: Date.now() - 30 * MINUTE - talk * SECOND }));
    api.latencyMs = 1_100;
    let moved = 0;
    for (let poll = 0; poll < 30; poll++) {
      await host.run();
      if (isUnderWay(host) && moved < 2) moved = ids.push(chat.say("long")) - 87;
      pass(15 * MINUTE);
    }
    expect(moved).toBe(2);
    expect(eventsOf(host)).toEqual(created(ids));
    api.latencyMs = 0;
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("of a parent that goes away in the middle hold nothing up", async () => {
    const { chat, host, api } = await deployed({ pollBudget: 5 });
    for (let index = 0; index < 75; index++) chat.say("t7", { at: Date.now() - HOUR + index * SECOND });
    api.latencyMs = 1_100;
    await host.run();
    expect(isUnderWay(host)).toBe(true);
    chat.remove("t7");
    const id = chat.say("t1");
    api.latencyMs = 0;
    expect(told(await host.settle(MINUTE))).toEqual([`created ${id}`]);
    expect(isUnderWay(host)).toBe(false);
  });

  it.each([["many parents", 40, 0], ["one with very many", 0, 60]])("of a busy account with %s do not keep the baseline from being made", async (_, talks, words) => {
    const { chat, host, api } = start({ pollBudget: 5 });
    for (let talk = 0; talk < talks; talk++) chat.say(`t${talk}`, { at: NOW - MINUTE });
    for (let word = 0; word < words; word++) chat.say("long", { at: NOW - SECOND * (60 - word) });
    api.latencyMs = 1_100;
    expect(await host.activate()).toEqual([]);
    expect(host.db).toHaveProperty("state");
    api.latencyMs = 0;
    pass(MINUTE);
    expect(await host.settle(MINUTE)).toEqual([]);
    const id = chat.say("t39");
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });

  it.each([1, 2, 3, 4, 5, 6])("are told once when request %d breaks, with the progress kept", async (at) => {
    const { chat, host, api } = await deployed();
    const ids: string[] = [];
    for (let talk = 0; talk < 3; talk++) for (let word = 0; word < 14; word++) ids.push(chat.say(`t${talk}`, { at: Date.now() - HOUR + talk * MINUTE + word }));
    breakAt(api, at);
    await host.tryRun();
    api.listen(undefined);
    await host.run();
    await host.settle(MINUTE);
    expect([...new Set(eventsOf(host))]).toEqual(created(ids));
    // A parent that was under way is told anew, with the same ids.
    for (const id of repeated(host.events)) expect(ids).toContain(id);
  });

  it.each(["error", "kill"] as const)("come again only from the crashed poll (%s), with the same ids", async (how) => {
    for (const at of [0, 1, 5, 11, 12, 20, "save"] as const) {
      const { chat, host } = await deployed();
      const ids: string[] = [];
      for (let talk = 0; talk < 3; talk++) for (let word = 0; word < 7; word++) ids.push(chat.say(`t${talk}`, { at: Date.now() - HOUR + talk * MINUTE + word }));
      const { emitted } = await host.tryRun({ at, how });
      pass(MINUTE);
      await host.run();
      expect([...new Set(eventsOf(host))]).toEqual(created(ids));
      const before = emitted.map(({ id }) => id);
      for (const id of repeated(host.events)) expect(before).toContain(id);
      expect(await host.settle(MINUTE)).toEqual([]);
    }
  });

  it("in the worst case leave a state below 60,000 bytes, after each of several polls", async () => {
    const uuid = (index: number) => `3f2b8c1e-77aa-4b6d-9e10-${String(index).padStart(12, "0")}`;
    const { chat, host, api } = start({ pollBudget: 5 });
    await host.activate();
    pass(10 * MINUTE);
    const ids: string[] = [];
    for (let talk = 0; talk < 9; talk++) for (let word = 0; word < 600; word++) ids.push(chat.say(uuid(talk), { at: Date.now() - 5 * MINUTE + word, id: uuid(100 + ids.length) }));
    api.latencyMs = 20;
    for (let poll = 0; poll < 10; poll++) {
      pass(MINUTE / 2);
      await host.run();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
    }
    expect(await host.settle(MINUTE / 2)).toEqual([]);
    expect(eventsOf(host)).toEqual(created(ids));
  });

  it.each<[string, unknown]>([
    ["is garbage", 7],
    ["has no memory", { floor: 1 }],
    ["has a broken memory", { floor: 1, seen: { base: "x", entries: "" } }],
    ["has a broken place to go on", { floor: 1, seen: { base: 1, entries: "" }, resume: { done: 5 } }],
    ["has an older place to go on", { floor: 1, seen: { base: 1, entries: "" }, resume: { done: [], child: { of: "t1", after: {} } } }],
  ])("have a saved state that %s: a new baseline without events", async (_, strategy) => {
    const { chat, host } = await deployed();
    const saved = JSON.parse(host.db.state ?? "") as object;
    host.db = { state: JSON.stringify({ ...saved, strategy }) };
    chat.say("t1");
    expect(await host.run()).toEqual([]);
    const id = chat.say("t1");
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });
});
