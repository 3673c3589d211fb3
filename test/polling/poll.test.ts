import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Strategy } from "../../common/polling/engine.ts";
import type { Emission } from "../../common/polling/poll.ts";
import { OPERATION } from "../../common/core/types.ts";
import type { Fields } from "../../common/core/types.ts";
import { Api, Host, NOW, SECOND, pass, eventLines } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { trigger } = await import("../../common/polling/engine.ts");
const { sampleEvent } = await import("../../common/polling/poll.ts");
const { Seen, MAX_SEEN } = await import("../../common/polling/state/seen.ts");
const { decode, encode } = await import("../../common/polling/state/digits.ts");

interface State extends Fields { step: number; fat?: string }

/** A trigger that emits what a test tells it to, with a state of the size that a test wants. */
function start(emissions: Partial<Emission>[], { props = {}, fat = 0 }: { props?: Fields; fat?: number } = {}) {
  const strategy: Strategy<State> = {
    name: "test",
    isState: ({ step }) => typeof step === "number",
    async* start() {
      yield { step: 0 };
    },
    async* advance(poll, { step }) {
      await poll.request({ version: "2021-07-28", method: "GET", path: "/things" });
      for (const emission of emissions) poll.emit({ kind: "created", record: { id: "r1" }, id: ["r1", step], label: "Maya", ...emission });
      yield { step: step + 1, fat: "x".repeat(fat) };
    },
  };
  const component = trigger({ noun: "thing", endpoints: [{ version: "2021-07-28", method: "GET", path: "/things" }], resetOn: ["query"], eventTypes: eventTypesOf({ noun: "thing" }, ["created", "updated"], { preset: ["created"] }) }, strategy);
  const api = new Api(() => ({}));
  return { component, api, host: new Host(component, api, props) };
}

async function emitted(emissions: Partial<Emission>[], props: Fields = {}) {
  const { host } = start(emissions, { props });
  await host.activate();
  pass(SECOND);
  return host.run();
}

describe("an event", () => {
  it("is the record at its root, with what happened beside it", async () => {
    const events = await emitted([{ record: { id: "r1", email: "m@example.com" }, ts: 5, changedFields: ["email"] }]);
    expect(events).toEqual([{
      event: { id: "r1", email: "m@example.com", _event: { kind: "created", changedFields: ["email"], detectedAt: new Date(NOW + SECOND).toISOString() } },
      id: "r1:0", kind: "created", ts: 5, summary: "Thing created: Maya",
    }]);
  });

  it("without a time has that of the poll", async () => {
    expect(await emitted([{}])).toMatchObject([{ ts: NOW + SECOND }]);
  });

  it("of a kind that is no default is emitted only where it was chosen", async () => {
    expect(await emitted([{}, { kind: "updated" }])).toMatchObject([{ kind: "created" }]);
    expect(await emitted([{}, { kind: "updated" }], { eventTypes: [] })).toMatchObject([{ kind: "created" }]);
    for (const eventTypes of [["updated"], ["Updated"], [" updated\u200B"], "updated", ["a thing is updated"], [{ label: "A thing is updated", value: "updated" }]]) {
      expect(await emitted([{}, { kind: "updated" }], { eventTypes })).toMatchObject([{ kind: "updated" }]);
    }
    await expect(emitted([{}], { eventTypes: ["updated", "craeted"] })).rejects.toThrow('Events: "craeted" cannot be chosen. Did you mean A thing is created? Choose from: A thing is created, A thing is updated.');
  });

  it("has an id of 64 characters at most that stays the same", async () => {
    const id = ["x".repeat(40), "y".repeat(40), 7];
    const [[one], [other]] = [await emitted([{ id }]), await emitted([{ id }])];
    expect(one?.id.length).toBeLessThanOrEqual(64);
    expect(other?.id).toBe(one?.id);
  });

  it("lands in the user's own schema where there is a field map", async () => {
    const record = { id: "r1", title: "Call", contact: { name: "Maya", tags: ["a", "b"] } };
    const fieldMap = { subject: "title", who: " contact.name ", first: "contact.tags[0]", missing: "contact.phone" };
    expect(await emitted([{ record }], { fieldMap })).toMatchObject([{ event: { subject: "Call", who: "Maya", first: "a", missing: null } }]);
    expect(Object.keys((await emitted([{ record }], { fieldMap }))[0]?.event ?? {}).sort()).toEqual(["_event", "first", "missing", "subject", "who"]);
    for (const none of [{}, null, undefined, "title"]) expect(await emitted([{ record }], { fieldMap: none })).toMatchObject([{ event: record }]);
  });

  it.each<[path: string, value: unknown]>([
    ["contact.tags.1", "b"], ["contact['name']", "Maya"], ["a.b", "dotted"], ["contact", { name: "Maya", tags: ["a", "b"] }], ["title.length", null],
    ["none", null], ["constructor", null], ["contact.__proto__.constructor", null], ["contact.name.first", null], ["nothing", null], ["...", null],
  ])("reads %s from the record alone", async (path, value) => {
    const record = { "id": "r1", "title": "Call", "a.b": "dotted", "nothing": null, "contact": { name: "Maya", tags: ["a", "b"] } };
    expect(await emitted([{ record }], { fieldMap: { found: path } })).toMatchObject([{ event: { found: value } }]);
  });

  it.each([7, "", "  ", null, ["title"]])("is not emitted with the field map's path %p, and the user is told which it is", async (path) => {
    const { host } = start([{}], { props: { fieldMap: { subject: path } } });
    await host.activate();
    const before = host.db;
    await expect(host.run()).rejects.toThrow('Field Map: "subject" needs the path of a field, such as title or contactId.');
    expect(host.db).toBe(before);
  });

  it("of the sample looks like a real one", () => {
    expect(sampleEvent({ id: "r1" }, "created")).toEqual({ id: "r1", _event: { kind: "created", detectedAt: "2026-01-15T09:30:00.000Z" } });
  });
});

describe("a trigger", () => {
  it("says what it calls and understands", () => {
    expect(start([]).component[OPERATION]).toEqual({
      kind: "test", noun: "thing", endpoints: [{ version: "2021-07-28", method: "GET", path: "/things" }], resetOn: ["query", "eventTypes", "watchFields"], eventTypes: ["created", "updated"],
    });
  });

  it.each([[undefined, 24], [5, 4], [270, 269], ["30", 29]])("with a budget of %p s gives its requests %d s", async (pollBudget, seconds) => {
    const { host, api } = start([], { props: { pollBudget } });
    await host.activate();
    await host.run();
    expect(api.asked.map(({ deadline }) => deadline)).toEqual([NOW + seconds * SECOND]);
  });

  it("whose state would be too large says so, and keeps the old one", async () => {
    const { host } = start([], { fat: 60_000 });
    await host.activate();
    const before = host.db;
    await expect(host.run()).rejects.toThrow(/^There is more to watch than this trigger can remember \(\d+ of 60000 bytes\)\. Narrow what it watches, for example with a filter; nothing was skipped\.$/);
    expect(host.db).toBe(before);
  });

  it("uses one name of the component's memory", async () => {
    const { host } = start([]);
    await host.activate();
    expect(Object.keys(host.db)).toEqual(["state"]);
    expect(eventLines(await host.run())).toEqual([]);
  });
});

describe("a question that is not asked in each poll", () => {
  /** A trigger that emits in each poll the answer it has cached; `asked` has the answers so far. */
  function start() {
    const asked: string[] = [];
    const strategy: Strategy<State> = {
      name: "test",
      isState: ({ step }) => typeof step === "number",
      async* start() {
        yield { step: 0 };
      },
      async* advance(poll, { step }) {
        const answer = await poll.cachedLookup("who", 10 * SECOND, async () => `answer ${asked.push("asked")}`);
        poll.emit({ kind: "created", record: { answer }, id: [step], label: answer });
        yield { step: step + 1 };
      },
    };
    const component = trigger({ noun: "thing", endpoints: [], resetOn: ["query"], eventTypes: eventTypesOf({ noun: "thing" }, ["created"]) }, strategy);
    const host = new Host(component, new Api(() => ({})));
    const answers = async (): Promise<unknown[]> => (await host.run()).map(({ event }) => event.answer);
    return { asked, host, answers };
  }

  it("is asked again when its time is over", async () => {
    const { asked, host, answers } = start();
    await host.activate();
    expect(await answers()).toEqual(["answer 1"]);
    pass(9 * SECOND);
    expect(await answers()).toEqual(["answer 1"]);
    pass(SECOND);
    expect(await answers()).toEqual(["answer 2"]);
    expect(asked).toHaveLength(2);
  });

  it("is asked again after another choice in the form, and where the poll that asked was not saved", async () => {
    const { host, answers } = start();
    await host.activate();
    await host.tryRun({ at: "save", how: "kill" });
    expect(await answers()).toEqual(["answer 2"]);
    host.props = { query: "other" };
    await host.activate();
    expect(await answers()).toEqual(["answer 3"]);
  });

  it.each([["garbage", 7], ["no answers", { who: null }], ["an answer without a time", { who: { answer: "wrong" } }]])("is asked where what was saved is %s", async (_, recalled) => {
    const { host, answers } = start();
    await host.activate();
    host.db = { state: JSON.stringify({ ...JSON.parse(host.db.state ?? "") as object, recalled }) };
    expect(await answers()).toEqual(["answer 1"]);
  });
});

describe("the packed memory", () => {
  it("keeps numbers as they are", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (width, part) => {
      const number = Math.floor(part * 64 ** width);
      expect(encode(number, width)).toHaveLength(width);
      expect(decode(encode(number, width))).toBe(number);
    }), { seed: 41, numRuns: 200 });
    expect(decode(encode(-5, 3))).toBe(0);
    expect(decode(encode(64 ** 3, 3))).toBe(64 ** 3 - 1);
  });

  it("keeps each record's version, over two years, and forgets what is below the floor", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 60_000_000_000 }), { maxLength: 50 }), fc.integer({ min: 0, max: 60_000_000_000 }), (times, floor) => {
      const seen = new Seen();
      times.forEach((time, index) => seen.set(`r${index}`, NOW + time));
      const { packed, floor: complete } = seen.pack(NOW + floor);
      expect(complete).toBe(NOW + floor);
      const again = Seen.unpack(packed);
      times.forEach((time, index) => expect(again.version(`r${index}`)).toBe(time >= floor ? NOW + time : undefined));
    }), { seed: 42, numRuns: 100 });
  });

  it("raises its floor above all that share the time of one it has no room for", () => {
    const seen = new Seen();
    for (let index = 0; index < MAX_SEEN; index++) seen.set(`same${index}`, NOW);
    for (let index = 0; index < 10; index++) seen.set(`new${index}`, NOW + 1);
    const { packed, floor } = seen.pack(0);
    expect(floor).toBe(NOW + 1);
    const again = Seen.unpack(packed);
    expect(again.version("new3")).toBe(NOW + 1);
    expect(again.version("tie3")).toBeUndefined();
    expect(packed.entries.length).toBeLessThan(57_000);
  });

  it("keeps what an unfinished reading still comes to, before what is new", () => {
    const seen = new Seen();
    for (let index = 0; index < 1_000; index++) seen.set(`old${index}`, NOW - 50_000 + index);
    for (let index = 0; index < 1_000; index++) seen.set(`done${index}`, NOW - 10_000 + index);
    for (let index = 0; index < MAX_SEEN; index++) seen.set(`new${index}`, NOW + index);
    const { packed, floor } = seen.pack(NOW, { from: NOW - 50_000, to: NOW - 49_500 });
    const again = Seen.unpack(packed);
    expect(again.version("old500")).toBe(NOW - 49_500);
    expect(again.version("old0")).toBe(NOW - 50_000);
    expect(again.version("old501")).toBeUndefined();
    expect(again.version("done0")).toBeUndefined();
    expect(floor).toBe(NOW + 501);
    expect(again.version("new501")).toBe(NOW + 501);
    expect(packed.entries.length).toBeLessThan(57_000);
  });
});
