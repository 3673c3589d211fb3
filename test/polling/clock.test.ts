/** Machines whose clocks are wrong, or are set while a trigger runs: everything follows HighLevel's clock. */
import { describe, expect, it, jest } from "@jest/globals";
import type { Fields } from "../../common/core/types.ts";
import type { ListRequest } from "../../common/api/pagination/paginate.ts";
import { Api, DAY, HOUR, Host, MINUTE, SECOND, created, pass, setTime, eventLines } from "./host.ts";
import type { Component } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { incremental } = await import("../../common/polling/strategies/incremental/incremental.ts");
const { slots } = await import("../../common/polling/strategies/windowed/slots.ts");
const { windowed } = await import("../../common/polling/strategies/windowed/windowed.ts");
const { fanOut } = await import("../../common/polling/strategies/fan-out/fan-out.ts");
const paginators = await import("../../common/api/pagination/paginators.ts");
const { defineResource } = await import("../../common/resources/resource.ts");
const { default: messages } = await import("../../components/conversations/triggers/get-messages-by-conversation.ts");

interface Row extends Fields { id: string; time: number }

const HALF_HOUR = 30 * MINUTE;
const rows = defineResource<Row>({ noun: "thing", sample: { id: "sample", time: 0 }, createdAt: ({ time }) => time, updatedAt: ({ time }) => time });
const LIST: ListRequest<Row> = { version: "2021-07-28", method: "GET", path: "/things", paginator: paginators.none, items: "rows" };

const inOrder = incremental<Row>({
  resource: rows, endpoints: [LIST], resetOn: [], eventTypes: eventTypesOf({ noun: "thing" }, ["created"]), order: "desc", read: (poll) => poll.pages(LIST),
});
const byStart = windowed<Row>({
  resource: rows,
  endpoints: [LIST],
  resetOn: [],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created", "rescheduled", "updated", "deleted"]),
  span: ({ startedAt }) => ({ from: startedAt - HOUR, to: startedAt + DAY }),
  startsAt: ({ startsAt }) => Number(startsAt),
  lists: async () => ["all"],
  read: (poll, _, { from, to }) => poll.pages(LIST, { query: { from, to } }),
});
const free = slots({
  endpoints: [LIST],
  resetOn: [],
  watched: ({ startedAt }) => ({ from: startedAt, to: startedAt + DAY }),
  bookable: async ({ startedAt }) => ({ from: startedAt, to: Infinity }),
  read: async (poll, { from, to }) => (await poll.request({ version: "2021-07-28", method: "GET", path: "/slots", query: { from, to } })).slots as number[], // the fake answers so
  record: (_, slot) => ({ id: String(slot) }),
});
const children = fanOut<Row, Row>({
  parents: rows, children: rows, endpoints: [LIST], resetOn: [], eventTypes: eventTypesOf({ noun: "thing" }, ["created"]),
  readParents: (poll) => poll.pages(LIST),
  readChildren: (poll) => poll.pages(LIST),
});

/** HighLevel, whose clock is right, and a machine whose clock is `aheadMs` ahead of it. */
function start(component: Component, aheadMs: number, props: Fields = {}) {
  const things: Row[] = [];
  const taken = new Set<number>();
  const api: Api = new Api(({ path, query = {} }) => {
    const { from = 0, to = Infinity } = query as { from?: number; to?: number };
    if (path === "/slots") {
      const all: number[] = [];
      for (let slot = Math.ceil(Math.max(from, now()) / HALF_HOUR) * HALF_HOUR; slot <= to; slot += HALF_HOUR) if (!taken.has(slot)) all.push(slot);
      return { slots: all };
    }
    if (path.startsWith("/conversations")) return { messages: { messages: [...things].reverse(), nextPage: false } };
    return { rows: [...things].reverse().filter(({ startsAt }) => startsAt === undefined || (Number(startsAt) >= from && Number(startsAt) <= to)) };
  });
  const now = () => Date.now() + api.skewMs;
  const jump = (ms: number) => {
    setTime(Date.now() + ms);
    api.skewMs -= ms;
  };
  const add = (fields: Fields = {}) => {
    const id = `t${things.length}`;
    things.push({ id, time: now(), dateAdded: new Date(now()).toISOString(), direction: "inbound", ...fields });
    return id;
  };
  jump(aheadMs);
  return { api, things, taken, now, jump, add, host: new Host(component, api, props) };
}

const WRONG = [-3 * DAY, -DAY, -25 * MINUTE, -2 * MINUTE, 2 * MINUTE, 25 * MINUTE, DAY, 3 * DAY];
const TRIGGERS: [string, Component, Fields][] = [
  ["in order of time", inOrder, {}],
  ["by start time", byStart, {}],
  ["of many parents", children, {}],
  ["of one parent", messages, { conversationId: "c1" }],
];

describe.each(TRIGGERS)("a trigger %s", (_, component, props) => {
  const isByStart = component === byStart;
  const fresh = (all: ReturnType<typeof start>) => all.add(isByStart ? { startsAt: all.now() + 23 * HOUR } : {});
  const saysOf = (id: string) => (component === messages ? `inbound ${id}` : created([id])[0]);

  it.each(WRONG)("on a machine that is %d ms ahead emits what is new, once", async (aheadMs) => {
    const all = start(component, aheadMs, props);
    fresh(all);
    await all.host.activate();
    pass(MINUTE);
    expect(await all.host.run()).toEqual([]);
    const id = fresh(all);
    expect(eventLines(await all.host.run())).toEqual([saysOf(id)]);
    pass(HOUR);
    expect(await all.host.run()).toEqual([]);
  });

  it.each(WRONG)("on a machine whose clock is set by %d ms, between two polls and inside of one, does so too", async (byMs) => {
    const all = start(component, 0, props);
    await all.host.activate();
    pass(MINUTE);
    const one = fresh(all);
    all.jump(byMs);
    expect(eventLines(await all.host.run())).toEqual([saysOf(one)]);
    pass(MINUTE);
    const two = fresh(all);
    all.api.listen((count) => void (count === 1 && all.jump(-2 * byMs)));
    expect(eventLines(await all.host.run())).toEqual([saysOf(two)]);
    all.api.listen(undefined);
    pass(MINUTE);
    expect(await all.host.run()).toEqual([]);
  });
});

describe("free slots", () => {
  it.each(WRONG)("that only passed are not emitted on a machine that is %d ms ahead, nor when its clock is set right; one that is booked is", async (aheadMs) => {
    const { host, taken, now, jump } = start(free, aheadMs);
    await host.activate();
    for (let poll = 0; poll < 6; poll++) {
      pass(17 * MINUTE);
      if (poll === 3) jump(-aheadMs);
      expect(await host.run()).toEqual([]);
    }
    const slot = Math.ceil(now() / HALF_HOUR) * HALF_HOUR + HOUR;
    taken.add(slot);
    expect(eventLines(await host.run())).toEqual([`taken ${slot}`]);
  });
});

describe("the difference of the clocks", () => {
  const said = () => jest.mocked(console.log).mock.calls.map(([text]) => String(text));

  it("is emitted once, and once more where it is another one; what does not matter is not emitted", async () => {
    const { host, jump } = start(inOrder, 2 * MINUTE);
    await host.activate();
    expect(said()).toEqual([]);
    jump(DAY * 3);
    for (let poll = 0; poll < 3; poll++) await host.run();
    expect(said()).toEqual(["The clock of this machine is 3 days ahead of HighLevel's. This trigger follows HighLevel's clock, so nothing is lost. Correct the machine's clock all the same."]);
    jump(-DAY * 3 - 27 * MINUTE);
    for (let poll = 0; poll < 3; poll++) await host.run();
    expect(said()).toHaveLength(2);
    expect(said()[1]).toMatch(/^The clock of this machine is 25 minutes behind HighLevel's\./);
  });

  it("is known to the next poll, which does not ask twice; one that finds another asks once more", async () => {
    const { host, jump } = start(byStart, DAY);
    expect((await host.counted()).requests).toBe(2);
    expect((await host.counted()).requests).toBe(1);
    jump(-DAY);
    expect((await host.counted()).requests).toBe(2);
    expect((await host.counted()).requests).toBe(1);
    expect(host.db.state).not.toContain("\"clock\"");
  });

  it("does not matter to what needs no guess: no request is repeated", async () => {
    const { host } = start(inOrder, DAY);
    expect((await host.counted()).requests).toBe(1);
  });

  it("shows in no event", async () => {
    const { host, add, now } = start(inOrder, DAY);
    await host.activate();
    add();
    const [emitted] = await host.run();
    const { detectedAt } = emitted?.event._event as { detectedAt: string };
    expect(Math.abs(Date.parse(detectedAt) - now())).toBeLessThanOrEqual(SECOND);
  });
});

describe("an answer without a date", () => {
  it("leaves the machine's clock, with the difference that was known", async () => {
    const all = start(byStart, DAY);
    await all.host.activate();
    const { send } = all.api;
    all.api.send = (async (request) => ({ ...await send.call(all.api, request), now: undefined })) as typeof send; // what HighLevel answers, without its date
    pass(MINUTE);
    const id = all.add({ startsAt: all.now() - 30 * MINUTE });
    expect(eventLines(await all.host.run())).toEqual([`created ${id}`]);
    expect((JSON.parse(all.host.db.state ?? "") as { recalled: Fields }).recalled).toHaveProperty("clock");
  });
});

describe("the time that a poll may take", () => {
  const LATENCY = SECOND;
  const paged: ListRequest<Row> = { ...LIST, paginator: paginators.skip, pageSize: 1 };
  const long = incremental<Row>({ resource: rows, endpoints: [paged], resetOn: [], eventTypes: eventTypesOf({ noun: "thing" }, ["created"]), order: "asc", read: (poll) => poll.pages(paged) });

  it.each([-DAY, DAY])("is measured although the machine's clock is set by %d ms meanwhile", async (byMs) => {
    let asked = 0;
    const api: Api = new Api(({ query = {} }) => {
      const at = Number(query.skip);
      return { rows: at < 100 ? [{ id: `t${at}`, time: Date.now() + api.skewMs - MINUTE + at }] : [], total: 100 };
    });
    const host = new Host(long, api, { pollBudget: 10 });
    await host.activate();
    pass(MINUTE);
    api.latencyMs = LATENCY;
    api.listen((count) => {
      asked = count;
      if (count !== 3) return;
      setTime(Date.now() + byMs);
      api.skewMs -= byMs;
    });
    const { error } = await host.tryRun();
    expect(error).toBeUndefined();
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(10);
  });
});
