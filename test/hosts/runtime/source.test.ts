import { beforeEach, describe, expect, it } from "@jest/globals";
import { ComponentFileError, StateError, createSource, memoryState } from "../../../hosts/runtime/index.ts";
import type { Component, EmittedEvent, Source, SourceOptions, SourceResult, Values } from "../../../hosts/runtime/index.ts";
import { AUTH, failure, fixture, gate, quiet } from "./support.ts";

/** What the history fixture sees as `this`. */
interface Self {
  $emit(event?: unknown, meta?: unknown): Promise<void>;
  db: { get(key: string): unknown; set(key: string, value: unknown): void };
  http: { endpoint: string; respond(response: unknown): void };
  timer: unknown;
  folder?: string;
  crm: { $auth: Values };
}
type Step = (this: Self, event?: unknown) => unknown;
interface Plan extends Record<"run" | "deploy" | "activate" | "deactivate", Step> {
  calls: [string, string | undefined][];
}

let component: Component;
let plan: Plan;
const source = (options: SourceOptions = {}): Source => createSource(component, { ...quiet, auth: AUTH, ...options });
const ids = ({ emitted }: SourceResult) => emitted.map(({ id }) => id);
/** A step that emits events by id, or by [id, ts]. */
const emit = (...events: (string | number | [string | number | undefined, number?])[]): Step => function () {
  for (const event of events) {
    const [id, ts] = Array.isArray(event) ? event : [event];
    void this.$emit({ id }, { id, ts });
  }
};
const nothing: Step = () => undefined;

beforeEach(async () => {
  component = await fixture("history.mjs");
  ({ plan } = (await import("./fixtures/history.mjs" as string)) as { plan: Plan }); // the fixture's own switchboard
  Object.assign(plan, { calls: [], run: nothing, deploy: nothing, activate: nothing, deactivate: nothing });
});

describe("the life of a source", () => {
  it("runs the hooks in order, with the props of the time, over one db", async () => {
    const state = memoryState();
    const subject = source({ props: { folder: "a" }, state });
    plan.deploy = function () {
      this.db.set("n", 1);
    };
    plan.run = function () {
      this.db.set("n", Number(this.db.get("n")) + 1);
    };
    expect(subject.deployed).toBe(false);
    await subject.deploy();
    await subject.run();
    expect(subject.deployed).toBe(true);
    await subject.update({ folder: "b" });
    await subject.run();
    expect(state.load()).toMatchObject({ component: "crm-history", deployed: true, db: { n: 3 } });
    await subject.delete();
    expect(plan.calls).toEqual([
      ["deploy", "a"], ["activate", "a"], ["run", "a"], ["deactivate", "a"], ["activate", "b"], ["run", "b"], ["deactivate", "b"],
    ]);
    expect(state.load()).toBeUndefined();
    expect((await failure(subject.run())).message).toBe("New Record was deleted; create it anew.");
  });

  it("knows an earlier deployment and changed props by the state", async () => {
    const state = memoryState();
    await source({ props: { folder: "a", timer: 60 }, state }).deploy();
    expect(source({ props: { timer: 60, folder: "a" }, state })).toMatchObject({ deployed: true, propsChanged: false });
    const changed = source({ props: { folder: "b" }, state });
    expect(changed.propsChanged).toBe(true);
    await changed.update({ folder: "b" });
    expect(changed.propsChanged).toBe(false);
  });

  it("is not deployed if a hook fails; refused props leave it running as it was", async () => {
    const subject = source({ props: { folder: "a" } });
    plan.activate = () => {
      throw new TypeError("no webhook");
    };
    expect(await failure(subject.deploy())).toMatchObject({ name: "TypeError", message: "no webhook" });
    expect(subject.deployed).toBe(false);
    plan.calls = [];
    expect((await failure(subject.update({ foldr: "b" }))).message).toContain("Did you mean folder?");
    await subject.run();
    expect(plan.calls).toEqual([["run", "a"]]);
  });

  it("gives the timer's event, and timer and http as the platform does", async () => {
    const seen: unknown[] = [];
    plan.run = function (event) {
      seen.push(event, this.timer, this.http.endpoint);
      this.http.respond({ status: 200 });
    };
    const now = () => 1_700_000_000_500;
    const { responses } = await source({ now }).run();
    await source({ now, props: { timer: "300", http: "https://tunnel.example/x" } }).run();
    await source({ now, props: { timer: { cron: "0 * * * *" } } }).run();
    await source().run({ method: "POST", body: { a: 1 } });
    expect(responses).toEqual([{ status: 200 }]);
    expect(seen).toEqual([
      { timestamp: 1_700_000_000, interval_seconds: 60 }, { type: "$.interface.timer", intervalSeconds: 60 }, "https://no-endpoint.invalid",
      { timestamp: 1_700_000_000, interval_seconds: 300 }, { type: "$.interface.timer", intervalSeconds: 300 }, "https://tunnel.example/x",
      { timestamp: 1_700_000_000, cron: "0 * * * *" }, { type: "$.interface.timer", cron: "0 * * * *" }, "https://no-endpoint.invalid",
      { method: "POST", body: { a: 1 } }, { type: "$.interface.timer", intervalSeconds: 60 }, "https://no-endpoint.invalid",
    ]);
  });

  it("runs one at a time, in the order of the calls", async () => {
    const order: string[] = [];
    plan.run = async (event) => {
      order.push(`start ${String(event)}`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`end ${String(event)}`);
    };
    const subject = source();
    await Promise.all([subject.run("a"), subject.run("b")]);
    expect(order).toEqual(["start a", "end a", "start b", "end b"]);
  });

  it("runs an old CommonJS source without type and key", async () => {
    const old = createSource(await fixture("legacy-source.cjs"), { ...quiet, now: () => 5_000 });
    const first = await old.run();
    expect(ids(first)).toEqual([1, 2, 3]);
    expect(first.logs[0]?.message).toBe("run at 5");
    expect(first.stateBytes).toBe('{"runs":1}'.length);
    expect(await old.run()).toMatchObject({ emitted: [], swallowed: [{ id: 1 }, { id: 2 }, { id: 3 }] });
  });

  it("refuses an action, and the state of another source", async () => {
    const state = memoryState();
    await source({ state }).deploy();
    const other = { ...component, key: "crm-other" };
    expect(() => createSource(other, { state })).toThrow(StateError);
    expect(() => createSource(other, { state })).toThrow('The state belongs to "crm-history", not to "crm-other".');
    const action = await fixture("flow.mjs");
    expect(() => createSource(action)).toThrow(ComponentFileError);
  });
});

describe("events", () => {
  it("are ordered by ts, stable, those without one as of their emission", async () => {
    plan.run = emit(["d", 4_000], ["b", 2_000], ["c1", 3_000], ["c2", 3_000], ["now"], ["a", 1_000], ["later", 9_000]);
    expect(ids(await source({ now: () => 5_000 }).run())).toEqual(["a", "b", "c1", "c2", "d", "now", "later"]);
  });

  it("are what they were when emitted, as JSON", async () => {
    plan.run = function () {
      const event: Values = { n: 1, gone: undefined, when: new Date(0) };
      void this.$emit(event, { id: 1, summary: "One", ts: 7, name: "side" });
      event.n = 2;
      void this.$emit(undefined, { id: 2 });
    };
    expect((await source().run()).emitted).toEqual([
      { event: { n: 1, when: "1970-01-01T00:00:00.000Z" }, id: 1, summary: "One", ts: 7, name: "side" },
      { event: null, id: 2 },
    ]);
  });

  it("without an id are swallowed under a dedupe strategy, and the result says so; odd times are ignored", async () => {
    plan.run = function () {
      void this.$emit({ a: 1 });
      void this.$emit({ a: 2 }, { id: "x", ts: Number.NaN });
      void this.$emit({ a: 3 }, { id: {} });
    };
    const result = await source().run();
    expect(result.emitted).toEqual([{ event: { a: 2 }, id: "x" }]);
    expect(result.swallowed.map(({ reason }) => reason)).toEqual(["no id", "no id"]);
    expect(result.warnings).toEqual([
      "ts of an event is NaN, not a time in epoch milliseconds; it was ignored.",
      "id of an event is {}; an id is text or a number.",
      '2 events dropped by dedupe "unique": no id.',
    ]);
    component = { ...component, dedupe: undefined };
    expect((await source().run()).emitted).toHaveLength(3);
  });

  it("carry no credential, but keep the ids of the account", async () => {
    plan.run = function () {
      void this.$emit({ token: `Bearer ${String(this.crm.$auth.api_key)}`, account: this.crm.$auth.account }, { id: 1 });
    };
    expect((await source().run()).emitted[0]?.event).toEqual({ token: "Bearer [$auth.api_key]", account: AUTH.account });
  });
});

describe("dedupe", () => {
  it("unique: the last 100 ids, first in, first out, 64 characters each, also across processes", async () => {
    const state = memoryState();
    const long = "x".repeat(64);
    plan.run = emit(`${long}1`, `${long}2`, ...Array.from({ length: 99 }, (_, n) => n));
    expect(ids(await source({ state }).run())).toEqual([`${long}1`, ...Array.from({ length: 99 }, (_, n) => n)]);
    plan.run = emit(`${long}9`, "50", "new");
    const second = await source({ state }).run();
    expect(ids(second)).toEqual(["new"]);
    expect(second.swallowed).toEqual([{ id: `${long}9`, reason: "duplicate" }, { id: "50", reason: "duplicate" }]);
    expect(ids(await source({ state }).run())).toEqual([`${long}9`]); // "new" had pushed it out
    expect(state.load()?.dedupe.unique).toHaveLength(100);
  });

  it("greatest: larger numbers only", async () => {
    component = { ...component, dedupe: "greatest" };
    const subject = source();
    plan.run = emit(3, "10", 7, "abc");
    const result = await subject.run();
    expect(ids(result)).toEqual([3, "10"]);
    expect(result.swallowed.map(({ id, reason }) => [id, reason])).toEqual([[7, "duplicate"], ["abc", "id is not a number"]]);
    plan.run = emit(9, 10, 11);
    expect(ids(await subject.run())).toEqual([11]);
  });

  it("last: what comes after the last event of the run before; all if that one is gone", async () => {
    component = { ...component, dedupe: "last" };
    const subject = source();
    for (const [emitted, delivered] of [[["a", "b"], ["a", "b"]], [["a", "b", "c"], ["c"]], [["c"], []], [["x", "y"], ["x", "y"]]] as const) {
      plan.run = emit(...emitted);
      expect(ids(await subject.run())).toEqual(delivered);
    }
  });
});

describe("what starts a source", () => {
  const started = async (props: Values, event?: unknown) => {
    const subject = createSource({ key: "s", name: "S", props, run: function (this: unknown, input) { void (this as Self).$emit(input, { id: 1 }); } } as Component, quiet);
    return (await subject.run(event)).emitted[0]?.event;
  };

  it("is an empty request where it takes requests, and an app's event where one is given", async () => {
    expect(await started({ http: "$.interface.http" })).toEqual({ method: "POST", path: "/", query: {}, headers: {}, bodyRaw: "", body: {} });
    const slack = { events: { type: "$.interface.apphook", appProp: "slack", eventNames: () => ["message"] } };
    expect(await started(slack, { type: "message", text: "hi" })).toEqual({ type: "message", text: "hi" });
    expect(await started(slack)).toEqual({});
  });

  it("may be its hooks alone", async () => {
    const deploy: Step = function () {
      void this.$emit({ old: true }, { id: 1 });
    };
    const subject = createSource({ key: "s", name: "S", props: { timer: { type: "$.interface.timer" } }, hooks: { deploy } } as Component, quiet);
    expect(ids(await subject.deploy())).toEqual([1]);
    expect(ids(await subject.run())).toEqual([]);
  });

  it("sees neither its answers nor its events hold on to what has no JSON", async () => {
    plan.run = function () {
      const loop: Values = { key: AUTH.api_key };
      loop.self = loop;
      this.http.respond({ status: 200, body: loop });
      void this.$emit(loop, { id: 1 });
    };
    const { emitted, responses } = await source().run();
    const plain = { key: "[$auth.api_key]", self: "[Circular]" };
    expect([emitted[0]?.event, responses]).toEqual([plain, [{ status: 200, body: plain }]]);
  });
});

describe("a run that fails", () => {
  it("rejects with the component's error, and keeps what it emitted and stored", async () => {
    const state = memoryState();
    plan.run = async function () {
      await this.$emit({ a: 1 }, { id: "a" });
      this.db.set("cursor", 1);
      throw Object.assign(new RangeError(`stop ${AUTH.api_key}`), { status: 418 });
    };
    const subject = source({ state });
    const error = await failure(subject.run());
    expect(error).toMatchObject({ name: "RangeError", message: "stop [$auth.api_key]", status: 418 });
    expect(ids(error.result as SourceResult)).toEqual(["a"]);
    expect(JSON.stringify(error)).toBe('{"status":418}');
    expect(state.load()).toMatchObject({ db: { cursor: 1 }, dedupe: { unique: ["a"] }, pending: [] });
    plan.run = emit("a", "b");
    expect(ids(await subject.run())).toEqual(["b"]);
  });

  it("by its time limit ignores what the abandoned run does later, and the next run is unharmed", async () => {
    const state = memoryState();
    const abandoned = gate();
    let later: Promise<void> | undefined;
    plan.run = async function () {
      await this.$emit({}, { id: "early" });
      this.db.set("cursor", "early");
      later = abandoned.opened.then(() => {
        void this.$emit({}, { id: "late" });
        this.db.set("cursor", "late");
      });
      await later;
    };
    const subject = source({ state, timeoutMs: 20 });
    const error = await failure(subject.run());
    expect(error.message).toContain("New Record: run() took longer than 0.02 s");
    expect(ids(error.result as SourceResult)).toEqual(["early"]);
    plan.run = emit("next");
    expect(ids(await subject.run())).toEqual(["next"]);
    abandoned.open();
    await later;
    plan.run = nothing;
    expect(ids(await subject.run())).toEqual([]);
    expect(state.load()).toMatchObject({ db: { cursor: "early" }, pending: [] });
  });

  it("in delivery gives the events again with the next run", async () => {
    const state = memoryState();
    const taken: unknown[] = [];
    let isDown = true;
    const onEvent = ({ id }: EmittedEvent) => {
      if (isDown && id === "b") throw new Error("the pipe is closed");
      taken.push(id);
    };
    plan.run = function () {
      emit(["a", 1], ["b", 2]).call(this);
      this.db.set("cursor", 2);
    };
    expect((await failure(source({ state, onEvent }).run())).message).toBe("the pipe is closed");
    isDown = false;
    plan.run = nothing;
    expect(ids(await source({ state, onEvent }).run())).toEqual(["a", "b"]);
    expect(taken).toEqual(["a", "a", "b"]);
    expect(ids(await source({ state, onEvent }).run())).toEqual([]);
  });
});

describe("$.service.db", () => {
  it("keeps values as JSON does, apart from what the component holds", async () => {
    plan.run = function () {
      const value = { list: [undefined, 1], gone: undefined, fn() {}, when: new Date(0), nan: Number.NaN };
      this.db.set("a", value);
      value.list.push(2);
      this.db.set("b", 1);
      this.db.set("b", undefined);
      this.db.set("c", () => 1);
      return this.$emit([this.db.get("a"), this.db.get("b") === undefined, this.db.get("c") === undefined, this.db.get("never") === undefined], { id: 1 });
    };
    expect((await source().run()).emitted[0]?.event).toEqual([{ list: [null, 1], when: "1970-01-01T00:00:00.000Z", nan: null }, true, true, true]);
  });

  it("refuses what JSON cannot hold", async () => {
    for (const value of [1n, (() => {
      const loop: Values = {};
      loop.self = loop;
      return loop;
    })()]) {
      plan.run = function () {
        this.db.set("key", value);
      };
      expect(await failure(source().run())).toMatchObject({ name: "StateError", message: expect.stringMatching(/^db\.set\("key"\): the value cannot be stored as JSON/) });
    }
  });

  it("holds 61,440 bytes in all, counted as UTF-8, and keeps the old value beyond", async () => {
    const fits = 61_440 - '{"é":"","k":1}'.length - 1;
    const subject = source();
    plan.run = function () {
      this.db.set("k", 1);
      this.db.set("é", "x".repeat(fits));
    };
    expect((await subject.run()).stateBytes).toBe(61_440);
    plan.run = function () {
      this.db.set("k", 12);
    };
    const error = await failure(subject.run());
    expect(error.message).toBe('db.set("k"): the state would be 61441 bytes; $.service.db holds 61440 (60 KB) in all. The old value is kept.');
    plan.run = function () {
      return this.$emit(this.db.get("k"), { id: 1 });
    };
    expect((await subject.run()).emitted[0]?.event).toBe(1);
  });
});
