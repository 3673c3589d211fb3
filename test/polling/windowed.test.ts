import { describe, expect, it } from "@jest/globals";
import type { Page } from "../../common/pagination/paginate.ts";
import type { Fields } from "../../common/types.ts";
import type { ListRequest } from "../../common/pagination/paginate.ts";
import { Api, DAY, DB_BYTES, HOUR, Host, MINUTE, NOW, SECOND, breakAt, pass, repeated, told } from "./host.ts";

const { windowed } = await import("../../common/polling/windowed.ts");
const { schemes } = await import("../../common/pagination/schemes.ts");
const { defineResource } = await import("../../common/resources/resource.ts");
const { HighLevelError, isNotFound } = await import("../../common/http/errors.ts");

interface Booking extends Fields {
  id: string;
  room: string;
  title: string;
  status: string;
  startTime: number;
  dateAdded: number;
  dateUpdated: number;
}

const bookings = defineResource<Booking>({
  noun: "booking",
  volatile: ["traceId", "dateUpdated"],
  sample: { id: "sample", room: "a", title: "Sample", status: "new", startTime: 0, dateAdded: 0, dateUpdated: 0 },
});
const LIST: ListRequest<Booking> = { method: "GET", path: "/bookings", scheme: schemes.none, items: "bookings" };
const ONE = { method: "GET", path: "/bookings/{id}" } as const;
const STATUS = ["new", "confirmed", "cancelled"];
const ROOMS = ["a", "b", "c"];

/** Each room's bookings are a list of their own; the span is a day back and a week ahead. */
const trigger = windowed<Booking>({
  resource: bookings,
  endpoints: [LIST, ONE],
  scope: ["query"],
  kinds: ["created", "rescheduled", "cancelled", "updated", "deleted"],
  span: (poll) => ({ from: poll.startedAt - DAY, to: poll.startedAt + 7 * DAY }),
  startsAt: ({ startTime }) => startTime || undefined,
  async* read(poll, span): AsyncGenerator<Page<Booking>> {
    for (const room of ROOMS) yield* poll.pages(LIST, { query: { ...span, room } });
  },
  flag: ({ status }) => STATUS.indexOf(status),
  flagKind: (_, now) => (STATUS[now] === "cancelled" ? "cancelled" : undefined),
  async find(poll, id) {
    try {
      return await poll.request({ ...ONE, pathParams: { id } }) as Booking; // the fake answers with one
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  },
});

class Diary {
  private readonly all = new Map<string, Booking>();
  private count = 0;

  /** Books something that starts `inMs` from now. */
  book(inMs = HOUR, fields: Partial<Booking> = {}): string {
    const id = fields.id ?? `b${this.count++}`;
    this.all.set(id, { id, room: ROOMS[this.count % 3] ?? "a", title: "first", status: "new", startTime: Date.now() + inMs, dateAdded: Date.now(), dateUpdated: Date.now(), ...fields });
    return id;
  }

  change(id: string, fields: Partial<Booking>): void {
    const booking = this.all.get(id);
    if (booking) this.all.set(id, { ...booking, dateUpdated: Date.now(), ...fields });
  }

  move(id: string, inMs: number): void {
    this.change(id, { startTime: Date.now() + inMs });
  }

  remove(id: string): void {
    this.all.delete(id);
  }

  get ids(): string[] {
    return [...this.all.keys()];
  }

  answer = (path: string, params: Fields): unknown => {
    if (path === LIST.path) {
      const { from, to, room } = params as { from: number; to: number; room: string };
      return { bookings: [...this.all.values()].filter((booking) => booking.room === room && (!booking.startTime || (booking.startTime >= from && booking.startTime <= to))) };
    }
    const booking = this.all.get(String(params.id));
    if (!booking) throw new HighLevelError("Not found.", "notFound", 404);
    return booking;
  };
}

function start(props: Fields = {}) {
  const diary = new Diary();
  const api = new Api(({ path, query, pathParams }) => diary.answer(path, { ...query, ...pathParams }));
  return { diary, api, host: new Host(trigger, api, props) };
}

async function deployed(props: Fields = {}) {
  const all = start(props);
  // Known for long, so that nothing of it could be taken for new.
  const ids = [HOUR, 2 * HOUR, DAY, 6 * DAY].map((inMs) => all.diary.book(inMs, { dateAdded: NOW - 30 * DAY, dateUpdated: NOW - 30 * DAY }));
  await all.host.activate();
  pass(MINUTE);
  return { ...all, ids: ids as [string, string, string, string] };
}

describe("the baseline of a window", () => {
  it.each(["activate", "run"] as const)("is silent in %s", async (hook) => {
    const { diary, host } = start();
    for (let index = 0; index < 40; index++) diary.book();
    expect(await host[hook]()).toEqual([]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("comes with the 25 newest as samples at the first deployment", async () => {
    const { diary, host } = start();
    for (let index = 0; index < 20; index++) diary.book();
    pass(SECOND);
    const newest = Array.from({ length: 25 }, () => diary.book());
    expect(told(await host.deploy()).sort()).toEqual(newest.map((id) => `created ${id}`).sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("of an empty diary takes what comes next for new", async () => {
    const { diary, host } = start();
    expect(await host.deploy()).toEqual([]);
    const id = diary.book();
    expect(told(await host.run())).toEqual([`created ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("is made anew, silently, by an update that changes what is watched", async () => {
    const { diary, host } = await deployed();
    diary.book();
    host.props = { query: "x" };
    expect(await host.activate()).toEqual([]);
    expect(await host.run()).toEqual([]);
  });
});

describe("a poll of a window", () => {
  it("where nothing happened emits nothing and reads each list once", async () => {
    const { host } = await deployed();
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: ROOMS.length });
  });

  it("tells what is created, moved, changed and cancelled, each once", async () => {
    const { diary, host, ids: [one, two, three, four] } = await deployed();
    diary.move(one, 3 * HOUR);
    diary.change(two, { title: "second" });
    diary.change(three, { status: "cancelled" });
    diary.change(four, { status: "confirmed" });
    const id = diary.book();
    expect(told(await host.run()).sort()).toEqual([`cancelled ${three}`, `created ${id}`, `rescheduled ${one}`, `updated ${four}`, `updated ${two}`].sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("tells a move there and back again as two events with ids of their own", async () => {
    const { diary, host, ids: [id] } = await deployed();
    const first = Date.now() + HOUR;
    for (const startTime of [first + HOUR, first, first + HOUR]) {
      diary.change(id, { startTime });
      expect(told(await host.run())).toEqual([`rescheduled ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("tells nothing of what time moves into the span, through it, and out of it", async () => {
    const { diary, host } = await deployed();
    for (let day = 1; day < 30; day++) diary.book(day * DAY + HOUR / 2, { dateAdded: NOW - 60 * DAY, dateUpdated: NOW - 60 * DAY });
    await host.run();
    for (let hour = 0; hour < 30 * 4; hour++) {
      pass(6 * HOUR);
      expect(await host.run()).toEqual([]);
    }
  });

  it("tells of one that is booked outside the span only when it is moved into it", async () => {
    const { diary, host } = await deployed();
    const id = diary.book(20 * DAY);
    pass(HOUR);
    expect(await host.run()).toEqual([]);
    pass(HOUR);
    diary.move(id, DAY);
    expect(told(await host.run())).toEqual([`rescheduled ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("tells of one that was moved out of the span, and of its return", async () => {
    const { diary, host, ids: [id] } = await deployed();
    diary.move(id, 20 * DAY);
    expect(told(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    diary.move(id, DAY);
    expect(told(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("tells of what is gone after two polls, once", async () => {
    const { diary, host, ids: [id] } = await deployed();
    diary.remove(id);
    expect(await host.run()).toEqual([]);
    pass(MINUTE);
    expect(told(await host.run())).toEqual([`deleted ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("finds one that shows only ten minutes after it was booked", async () => {
    const { diary, host } = await deployed();
    for (let minute = 0; minute < 10; minute++) {
      pass(MINUTE);
      await host.run();
    }
    const id = diary.book(HOUR, { dateAdded: Date.now() - 10 * MINUTE, dateUpdated: Date.now() - 10 * MINUTE });
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });

  it.each([["starts at the very edge of the span", {}], ["has no start", { startTime: 0 }]])("does not tell one again that %s", async (_, fields) => {
    const { diary, host } = await deployed();
    pass(SECOND * 15);
    const id = diary.book(-DAY + 20 * SECOND, fields);
    expect(told(await host.run())).toEqual([`created ${id}`]);
    pass(10 * SECOND);
    expect(await host.run()).toEqual([]);
  });

  it("tells only the kinds that were chosen", async () => {
    const { diary, host, ids: [one, two] } = await deployed({ kinds: ["cancelled"] });
    diary.move(one, 3 * HOUR);
    diary.change(two, { status: "cancelled" });
    diary.book();
    expect(told(await host.settle(MINUTE))).toEqual([`cancelled ${two}`]);
  });
});

describe("a poll of a window that fails", () => {
  it.each([1, 2, 3])("at request %d tells nothing, so that the next one tells everything once", async (at) => {
    const { diary, host, api } = await deployed();
    const fresh = [diary.book(), diary.book(), diary.book()];
    breakAt(api, at);
    expect(await host.tryRun()).toMatchObject({ emitted: [], error: { message: "The connection broke (ECONNRESET)." } });
    api.listen(undefined);
    expect(told(await host.run()).sort()).toEqual(fresh.map((id) => `created ${id}`).sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("while it looks for what is gone tells nothing either", async () => {
    const { diary, host, api, ids: [one, two] } = await deployed();
    diary.remove(one);
    diary.remove(two);
    await host.run();
    const id = diary.book();
    breakAt(api, ROOMS.length + 2);
    expect((await host.tryRun()).emitted).toEqual([]);
    api.listen(undefined);
    expect(told(await host.run()).sort()).toEqual([`created ${id}`, `deleted ${one}`, `deleted ${two}`].sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("has no time to look for all that is gone: the others follow", async () => {
    const { diary, host, api } = await deployed({ pollBudget: 5 });
    const ids = Array.from({ length: 20 }, () => diary.book());
    await host.run();
    for (const id of ids) diary.remove(id);
    await host.run();
    api.latencyMs = 500;
    const events: string[] = [];
    for (let poll = 0; poll < 12; poll++) {
      pass(MINUTE);
      const more = told(await host.run());
      if (events.length < ids.length) expect(more.length).toBeGreaterThan(0);
      events.push(...more);
    }
    expect(events.sort()).toEqual(ids.map((id) => `deleted ${id}`).sort());
  });

  it.each(["error", "kill"] as const)("by a crash (%s) at any emission or before saving repeats it with the same ids", async (how) => {
    for (const at of [0, 1, 2, 3, 4, "save"] as const) {
      const { diary, host, ids: [one, two, three] } = await deployed();
      diary.remove(one);
      await host.run();
      diary.move(two, 3 * HOUR);
      diary.change(three, { title: "second" });
      const fresh = [diary.book(), diary.book()];
      const { error } = await host.tryRun({ at, how });
      expect(error?.message).toBe("crash");
      await host.run();
      expect([...new Set(told(host.events))].sort()).toEqual([...fresh.map((id) => `created ${id}`), `deleted ${one}`, `rescheduled ${two}`, `updated ${three}`].sort());
      expect(new Set(host.events.map(({ id }) => id)).size).toBe(5);
      expect(await host.settle(MINUTE)).toEqual([]);
    }
  });
});

describe("the state of a window", () => {
  const uuid = (index: number) => `3f2b8c1e-77aa-4b6d-9e10-${String(index).padStart(12, "0")}`;

  it.each<[number, string, string[]]>([[3_000, "without deletions", ["created", "updated"]], [1_100, "with deletions and 36-character ids", ["created", "deleted"]]])(
    "holds %d bookings %s below 60,000 bytes",
    async (count, _, kinds) => {
      const { diary, host } = start({ kinds });
      for (let index = 0; index < count; index++) diary.book(index * MINUTE, { id: uuid(index) });
      await host.activate();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
      expect(host.stateBytes).toBeGreaterThan(50_000);
      const id = diary.book(HOUR, { id: uuid(count) });
      expect(told(await host.run())).toEqual([`created ${id}`]);
      expect(await host.settle(MINUTE)).toEqual([]);
    },
  );

  it("that would be too large is a clear error, and nothing is told again and again", async () => {
    const { diary, host } = start({ kinds: ["created"] });
    for (let index = 0; index < 3_000; index++) diary.book(index * MINUTE, { id: uuid(index) });
    await host.activate();
    for (let index = 3_000; index < 3_600; index++) diary.book(index * MINUTE, { id: uuid(index) });
    for (let poll = 0; poll < 3; poll++) {
      expect(await host.tryRun()).toMatchObject({ emitted: [], error: { message: "There are more bookings in the watched time span than this trigger can watch. Choose a shorter span or one calendar; nothing was skipped." } });
    }
  });

  it.each<[string, unknown]>([
    ["is garbage", "garbage"],
    ["is of an older layout", { v: 0, scope: "", strategy: {} }],
    ["has no time of reading", { v: 1, strategy: { poll: 1, entries: "" } }],
    ["has entries that are no text", { v: 1, strategy: { poll: 1, readAt: 1, entries: 7 } }],
  ])("that %s leads to a new baseline without events", async (_name, saved) => {
    const { diary, host } = await deployed();
    const { scope } = JSON.parse(host.db.state ?? "") as { scope: string };
    host.db = { state: JSON.stringify(typeof saved === "object" ? { scope, ...saved } : saved) };
    diary.book();
    expect(await host.run()).toEqual([]);
    const id = diary.book();
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });
});
