import { describe, expect, it } from "@jest/globals";
import type { Fields } from "../../common/core/types.ts";
import { Api, DB_BYTES, HOUR, Host, MINUTE, breakAt, pass, repeated, eventLines } from "./host.ts";
import type { Component } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { watchRecord } = await import("../../common/polling/strategies/watch/watch-record.ts");
const { watchValue } = await import("../../common/polling/strategies/watch/watch-value.ts");
const { defineResource } = await import("../../common/resources/resource.ts");
const { HighLevelError } = await import("../../common/api/http/errors.ts");

/** States that belong to another strategy, another layout or nobody. */
const FOREIGN: [string, (scope: string) => unknown][] = [
  ["is garbage", () => "garbage"],
  ["is of an older layout", (scope) => ({ v: 0, scope, strategy: { poll: 1 } })],
  ["belongs to other props", () => ({ v: 1, scope: "other", strategy: { poll: 1, id: "r1", value: null, fields: {} } })],
  ["has content of another strategy", (scope) => ({ v: 1, scope, strategy: { scans: 1, entries: "" } })],
];

const scopeOf = (host: Host) => (JSON.parse(host.db.state ?? "") as { scope: string }).scope;

describe("a record that is watched", () => {
  const records = defineResource<Fields>({ noun: "record", sample: { id: "sample", color: "red", customFields: [] }, fields: ["size"], volatile: ["traceId", "dateUpdated"] });
  const trigger: Component = watchRecord<Fields>({
    resource: records,
    endpoint: { version: "2021-07-28", method: "GET", path: "/records/{recordId}" },
    envelope: ["record", "item"],
    ids: ["recordId"],
  });

  async function deployed(props: Fields = {}, fields: Fields = {}) {
    let answer: () => unknown = () => ({});
    const show = (record: Fields, envelope = "record") => {
      answer = () => ({ [envelope]: { ...record, traceId: Math.random() }, traceId: Math.random() });
    };
    const first = { id: "r1", name: "Maya", tags: ["a"], dateUpdated: 1, ...fields };
    show(first);
    const api = new Api(() => answer());
    const host = new Host(trigger, api, { recordId: "r1", ...props });
    expect(await host.deploy()).toEqual([]);
    return {
      api, host, first, show,
      gone: () => {
        answer = () => {
          throw new HighLevelError("Not found.", "notFound", 404);
        };
      },
      answerWith: (data: unknown) => {
        answer = () => data;
      },
    };
  }

  it("emits nothing while nothing changes, and asks once a poll", async () => {
    const { host, show, first } = await deployed();
    show({ ...first, dateUpdated: 5 }, "item");
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
    expect(await host.activate()).toEqual([]);
  });

  it("names the fields that changed", async () => {
    const { host, show, first } = await deployed({}, { customFields: [{ id: "f1", value: "Gold" }, { id: "f2", fieldValue: ["x"] }], phone: "1" });
    show({ ...first, phone: undefined, name: "May", email: "m@example.com", customFields: [{ id: "f1", value: "Silver" }, { id: "f2", fieldValue: ["x"] }] });
    const [event, ...others] = await host.run();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ kind: "updated", summary: "Record updated: May", event: { id: "r1", name: "May" } });
    expect((event?.event._event as { changedFields: string[] }).changedFields.sort()).toEqual(["customFields.f1", "email", "name", "phone"]);
    expect(await host.run()).toEqual([]);
  });

  it("emits a change there and back again as events with ids of their own", async () => {
    const { host, show, first } = await deployed();
    for (const name of ["B", "Maya", "B", "Maya"]) {
      show({ ...first, name });
      expect(eventLines(await host.run())).toEqual(["updated r1"]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("emits nothing of fields that are not watched", async () => {
    const { host, show, first } = await deployed({ watchFields: ["name"] });
    show({ ...first, tags: ["b"] });
    expect(await host.run()).toEqual([]);
    show({ ...first, name: "B", tags: ["b"] });
    expect(await host.run()).toMatchObject([{ event: { _event: { changedFields: ["name"] } } }]);
  });

  it.each(["color", "SIZE"])("may lack a field that is watched, and emits when it gets it: %s", async (name) => {
    const { host, show, first } = await deployed({ watchFields: [` ${name} `] });
    show({ ...first, tags: ["b"] });
    expect(await host.run()).toEqual([]);
    show({ ...first, tags: ["b"], [name.toLowerCase()]: "new" });
    expect(await host.run()).toMatchObject([{ event: { _event: { changedFields: [name.toLowerCase()] } } }]);
  });

  it.each(["value", "fieldValue", "fieldValueString", "fieldValueNumber", "fieldValueArray", "fieldValueFiles", "field_value"])("is watched where it stands under %s", async (key) => {
    const { host, show, first } = await deployed({}, { customFields: [{ id: "f1", [key]: ["a"] }] });
    show({ ...first, customFields: [{ id: "f1", [key]: ["b"] }] });
    expect(await host.run()).toMatchObject([{ event: { _event: { changedFields: ["customFields.f1"] } } }]);
  });

  it.each([["all custom fields", "customFields"], ["one of them", "customFields.f1"]])("is watched by %s", async (_, name) => {
    const { host, show, first } = await deployed({ watchFields: [name] });
    show({ ...first, name: "B" });
    expect(await host.run()).toEqual([]);
    const customFields = [{ id: "f1", value: "Gold" }];
    show({ ...first, customFields });
    expect(await host.run()).toMatchObject([{ event: { _event: { changedFields: ["customFields.f1"] } } }]);
    show({ ...first, customFields: [...customFields, { id: "f2", value: "x" }] });
    expect(await host.run()).toHaveLength(name === "customFields" ? 1 : 0);
  });

  it.each([
    [["nmae"], '"nmae" is', " Did you mean name?"], [["Name", "tagz", "emial"], '"tagz", "emial" are', " Did you mean tags?"], [["dateUpdated"], '"dateUpdated" is', ""],
  ])("is not watched by a field that it cannot have: %p", async (watchFields, what, meant) => {
    for (const hook of ["deploy", "activate", "run"] as const) {
      const { api } = await deployed();
      const host = new Host(trigger, api, { recordId: "r1", watchFields });
      await expect(host[hook]()).rejects.toThrow(`Fields to Watch: ${what} not among the fields by which this record can be watched. They are: color, customFields, size, id, name, tags.${meant}`);
      expect(host.db).toEqual({});
    }
  });

  it("emits its deletion and its return once each, every time", async () => {
    const { host, gone, show, first } = await deployed();
    for (let time = 0; time < 2; time++) {
      gone();
      expect(await host.run()).toMatchObject([{ kind: "deleted", event: { id: "r1" } }]);
      expect(await host.settle(MINUTE)).toEqual([]);
      show(first);
      expect(eventLines(await host.run())).toEqual(["restored r1"]);
      expect(await host.settle(MINUTE)).toEqual([]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("counts as deleted where it is marked so", async () => {
    const { host, show, first } = await deployed();
    show({ ...first, deleted: true });
    expect(eventLines(await host.settle(MINUTE))).toEqual(["deleted r1"]);
  });

  it.each(["deploy", "activate", "run"] as const)("that is deleted already is no record to start with: %s says so", async (hook) => {
    const { api, show, first } = await deployed();
    show({ ...first, deleted: true });
    const host = new Host(trigger, api, { recordId: "r1" });
    await expect(host[hook]()).rejects.toThrow("This record is deleted already, so there is nothing to watch. Choose another one; nothing was started.");
    expect(host.db).toEqual({});
    show({ ...first, deleted: false });
    expect(await host.run()).toEqual([]);
    show({ ...first, deleted: true });
    expect(eventLines(await host.run())).toEqual(["deleted r1"]);
  });

  it("with event types chosen emits only those", async () => {
    const { host, show, first, gone } = await deployed({ eventTypes: ["restored"] });
    show({ ...first, name: "B" });
    await host.run();
    gone();
    await host.run();
    show(first);
    await host.run();
    expect(eventLines(host.events)).toEqual(["restored r1"]);
  });

  it.each([[""], [null], [{}], [{ traceId: "t" }], [{ record: null, traceId: "t" }]])("is not taken for changed by an answer without it: %p", async (data) => {
    const { host, answerWith, show, first } = await deployed();
    answerWith(data);
    await expect(host.run()).rejects.toThrow("HighLevel's response to GET /records/{recordId} contains no record. Nothing was skipped; try again later.");
    show(first);
    expect(await host.run()).toEqual([]);
  });

  it("must exist when the trigger starts", async () => {
    const { gone, api } = await deployed();
    gone();
    const other = new Host(trigger, api, { recordId: "r2" });
    await expect(other.deploy()).rejects.toThrow("Not found.");
    expect(other.db).toEqual({});
  });

  it("is not emitted as deleted when the connection breaks", async () => {
    const { host, api } = await deployed();
    breakAt(api, 1);
    await expect(host.run()).rejects.toThrow("The connection broke");
    expect(await host.run()).toEqual([]);
  });

  it.each(["error", "kill"] as const)("is emitted again with the same id after a crash (%s)", async (how) => {
    for (const at of [0, "save"] as const) {
      const { host, show, first, gone } = await deployed();
      show({ ...first, name: "B" });
      const crashed = await host.tryRun({ at, how });
      const again = await host.run();
      expect(eventLines(again)).toEqual(["updated r1"]);
      for (const { id } of crashed.emitted) expect(again[0]?.id).toBe(id);
      gone();
      const lost = await host.tryRun({ at, how });
      const deletion = await host.run();
      expect(eventLines(deletion)).toEqual(["deleted r1"]);
      for (const { id } of lost.emitted) expect(deletion[0]?.id).toBe(id);
      expect(await host.settle(MINUTE)).toEqual([]);
    }
  });

  it.each(FOREIGN)("has a saved state that %s: a new baseline without events", async (_, foreign) => {
    const { host, show, first } = await deployed();
    host.db = { state: JSON.stringify(foreign(scopeOf(host))) };
    show({ ...first, name: "B" });
    expect(await host.run()).toEqual([]);
    show({ ...first, name: "C" });
    expect(eventLines(await host.run())).toEqual(["updated r1"]);
  });

  it("starts anew, silently, when another one is chosen", async () => {
    const { host, show, first } = await deployed();
    host.props = { recordId: "r2" };
    show({ ...first, id: "r2", name: "Other" });
    expect(await host.activate()).toEqual([]);
    expect(await host.run()).toEqual([]);
  });

  it("may have a thousand custom fields; many more are a clear error, and nothing is emitted again and again", async () => {
    const fields = (count: number) => ({ customFields: Array.from({ length: count }, (_, index) => ({ id: `MgobCB14YMVKuE4K${String(index).padStart(4, "0")}`, value: index })) });
    const { host, show, first } = await deployed({}, fields(1_000));
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    show({ ...first, ...fields(2_000) });
    for (let poll = 0; poll < 3; poll++) {
      expect(await host.tryRun()).toMatchObject({ emitted: [], error: { message: "This record has more fields than a trigger can remember. Choose the fields to watch; nothing was skipped." } });
    }
  });

  it("has event ids of 64 characters at most, whatever its id", async () => {
    const id = "x".repeat(80);
    const { host, show, first } = await deployed({ recordId: id }, { id });
    show({ ...first, name: "B" });
    await host.run();
    show({ ...first, name: "C" });
    await host.run();
    for (const event of host.events) expect(event.id.length).toBeLessThanOrEqual(64);
    expect(new Set(host.events.map((event) => event.id)).size).toBe(2);
  });
});

describe("a question that is watched", () => {
  function start(props: Fields = {}) {
    let value: string | null = null;
    const api = new Api(() => ({ value }));
    const trigger: Component = watchValue({
      noun: "slug",
      endpoints: [{ version: "2021-07-28", method: "GET", path: "/slug" }],
      resetOn: ["slug"],
      eventTypes: eventTypesOf({ noun: "thing" }, ["taken", "freed", "changed"]),
      async read(poll) {
        const { value: answer } = await poll.request({ version: "2021-07-28", method: "GET", path: "/slug" }) as { value: string | null }; // the fake answers so
        return { value: answer, record: { id: "s1", answer }, label: String(answer) };
      },
      kindOf: (before, now) => (before === null ? "taken" : now === null ? "freed" : "changed"),
    });
    return { api, host: new Host(trigger, api, props), answer: (next: string | null) => { value = next; } };
  }

  it("has the answer as a sample where it is yes, and none where it is no", async () => {
    const { host, answer } = start();
    answer("post1");
    expect(await host.deploy()).toMatchObject([{ kind: "taken", event: { answer: "post1" } }]);
    expect(await host.settle(MINUTE)).toEqual([]);
    expect(await start().host.deploy()).toEqual([]);
  });

  it.each(["activate", "run"] as const)("has a silent baseline in %s", async (hook) => {
    const { host, answer } = start();
    answer("post1");
    expect(await host[hook]()).toEqual([]);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("is emitted each time the answer changes, with ids of their own", async () => {
    const { host, answer } = start();
    await host.deploy();
    for (const [value, kind] of [["a", "taken"], ["b", "changed"], ["a", "changed"], [null, "freed"], ["a", "taken"], [null, "freed"]] as const) {
      answer(value);
      expect((await host.run()).map((event) => event.kind)).toEqual([kind]);
      expect(await host.run()).toEqual([]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("distinguishes long answers, and keeps them short", async () => {
    const { host, answer } = start();
    answer("x".repeat(100_000));
    await host.activate();
    expect(host.stateBytes).toBeLessThan(1_000);
    expect(await host.run()).toEqual([]);
    answer(`${"x".repeat(100_000)}y`);
    expect(await host.run()).toMatchObject([{ kind: "changed" }]);
    expect(host.events[0]?.id.length).toBeLessThanOrEqual(64);
  });

  it.each(["error", "kill"] as const)("is emitted again with the same id after a crash (%s)", async (how) => {
    for (const at of [0, "save"] as const) {
      const { host, answer } = start();
      await host.activate();
      answer("a");
      const { emitted } = await host.tryRun({ at, how });
      const again = await host.run();
      expect(again).toHaveLength(1);
      for (const { id } of emitted) expect(again[0]?.id).toBe(id);
      expect(await host.run()).toEqual([]);
    }
  });

  it("is not answered by a broken connection", async () => {
    const { host, answer, api } = start();
    answer("a");
    await host.activate();
    breakAt(api, 1);
    await expect(host.run()).rejects.toThrow("The connection broke");
    pass(HOUR);
    expect(await host.run()).toEqual([]);
  });

  it.each(FOREIGN)("has a saved state that %s: a new baseline without events", async (_, foreign) => {
    const { host, answer } = start();
    await host.activate();
    host.db = { state: JSON.stringify(foreign(scopeOf(host))) };
    answer("a");
    expect(await host.run()).toEqual([]);
    answer("b");
    expect(await host.run()).toHaveLength(1);
  });
});
