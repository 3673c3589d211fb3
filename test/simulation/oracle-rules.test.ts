/** What the oracle allows around starts, disturbed polls, crashes and events that are held back, and nothing beyond that. */
import { describe, expect, it } from "@jest/globals";
import { Oracle, Violation } from "../../local/simulation/oracle.ts";
import type { Emission } from "../../local/simulation/tap.ts";
import type { Item, Model } from "../../local/simulation/model.ts";

const THING: Item = { id: "a", version: "1", data: {} };
const COMPLETE = { complete: true, crashed: false };
const DISTURBED = { complete: false, crashed: false };
const ALL = ["created", "updated", "deleted"];

/** An oracle of one thing, which may go and come back. */
function start(chosen = ALL) {
  let there = [THING];
  let events = 0;
  const model: Model = {
    props: {},
    mutations: {},
    shown: () => there,
    reported: ({ version }) => ({ id: "a", ...(version === undefined ? {} : { version: String(version) }) }),
    eventTypes: (before, after) => [before ? after ? "updated" : "deleted" : "created"],
  };
  const oracle = new Oracle(model, new Set(chosen), 2);
  oracle.begin();
  oracle.started([], { crashed: false, isSure: true });
  return {
    set: (isThere: boolean) => void (there = isThere ? [THING] : []),
    poll: (how: typeof COMPLETE, eventTypes: string[]) => {
      oracle.begin();
      oracle.observe();
      const emitted = eventTypes.map((kind): Emission => ({ id: String(events++), kind, summary: kind, event: { ...(kind !== "deleted" && { version: "1" }), _event: {} } }));
      for (const emission of emitted) oracle.reported(emission, how);
      oracle.end(emitted, how);
    },
  };
}

describe("a start", () => {
  const CLEAN = { crashed: false, isSure: true };
  const FAILED = { crashed: false, isSure: false };

  function begin() {
    const there = new Map<string, Item>();
    const model: Model = {
      props: {},
      mutations: {},
      shown: () => [...there.values()],
      reported: ({ id, version }) => ({ id: String(id), version: String(version) }),
      eventTypes: (before, after) => [before ? after ? "updated" : "deleted" : "created"],
    };
    const oracle = new Oracle(model, new Set(ALL), 1);
    let events = 0;
    const emission = ([kind, id, version]: Row, eventId = `e${events++}`): Emission => ({ id: eventId, kind, summary: kind, event: { id, version, _event: {} } });
    return {
      put: (id: string, version: string) => void there.set(id, { id, version, data: {} }),
      start: (how: typeof CLEAN, samples: Row[] = [], during: () => void = () => undefined, eventIds: string[] = []) => {
        oracle.begin();
        during();
        oracle.observe();
        oracle.started(samples.map((sample, index) => emission(sample, eventIds[index])), how);
      },
      poll: (reported: Row[], how: { complete: boolean; isStarting?: boolean } = { complete: true }) => {
        oracle.begin();
        const emitted = reported.map((one) => emission(one));
        for (const one of emitted) oracle.reported(one, { crashed: false, ...how });
        oracle.end(emitted, { crashed: false, ...how });
      },
    };
  }
  type Row = [kind: string, id: string, version: string];

  it("that went well has seen what was there: it is not new", () => {
    const { put, start, poll } = begin();
    put("a", "1");
    start(CLEAN, [["created", "a", "1"]]);
    expect(() => poll([["created", "a", "1"]])).toThrow("it did not happen");
  });

  it("may have read, or not, what came meanwhile; afterwards it must be emitted", () => {
    for (const reported of [[], [["created", "a", "1"]]] as Row[][]) {
      const { put, start, poll } = begin();
      start(CLEAN, [], () => put("a", "1"));
      expect(() => poll(reported)).not.toThrow();
      put("a", "2");
      expect(() => poll([])).toThrow("Lost");
    }
  });

  it("has samples of what is there only, each once, and what was a sample is not emitted again", () => {
    const { put, start, poll } = begin();
    put("a", "1");
    expect(() => start(CLEAN, [["created", "b", "1"]])).toThrow("not there");
    expect(() => start(CLEAN, [["created", "a", "1"], ["created", "a", "1"]], undefined, ["x", "x"])).toThrow("Two samples");
    start(CLEAN, [["created", "c", "1"]], () => put("c", "1"));
    expect(() => poll([["created", "c", "1"]])).toThrow("it did not happen");
  });

  it("that failed leaves open what was learnt until the first poll that goes well, and no longer", () => {
    const { put, start, poll } = begin();
    put("a", "1");
    start(FAILED);
    put("b", "1");
    poll([], { complete: false, isStarting: true });
    expect(() => poll([["created", "a", "1"]])).toThrow("it did not happen");
    put("b", "2");
    expect(() => poll([])).toThrow("Lost");
  });

  it("that failed after another leaves the former position valid", () => {
    const { put, start, poll } = begin();
    put("a", "1");
    start(CLEAN);
    put("a", "2");
    put("b", "1");
    start(FAILED);
    expect(() => poll([["updated", "a", "2"], ["created", "b", "1"]], { complete: false, isStarting: true })).not.toThrow();
  });
});

describe("a thing that was gone in a poll and is there again in the next", () => {
  it("may be emitted as deleted and then as created, where a poll was disturbed", () => {
    const { set, poll } = start();
    set(false);
    poll(DISTURBED, []);
    set(true);
    poll(DISTURBED, ["deleted", "created"]);
    expect(() => poll(COMPLETE, [])).not.toThrow();
  });

  it("may be emitted as created alone, where a poll was disturbed and deletions are not emitted", () => {
    const { set, poll } = start(["created", "updated"]);
    set(false);
    poll(COMPLETE, []);
    set(true);
    poll(DISTURBED, []);
    expect(() => poll(COMPLETE, ["created"])).not.toThrow();
    expect(() => poll(COMPLETE, ["created"])).toThrow(Violation);
  });

  it("must not be emitted as created by a complete poll behind another", () => {
    const { set, poll } = start(["created", "updated"]);
    set(false);
    poll(COMPLETE, []);
    set(true);
    expect(() => poll(COMPLETE, ["created"])).toThrow(Violation);
  });

  it("is lost where it is emitted as deleted, and never as created", () => {
    const { set, poll } = start();
    set(false);
    poll(DISTURBED, []);
    set(true);
    poll(DISTURBED, ["deleted"]);
    expect(() => poll(COMPLETE, [])).toThrow(Violation);
  });

  it("must not be emitted as deleted by a complete poll", () => {
    const { set, poll } = start();
    set(false);
    poll(COMPLETE, []);
    set(true);
    expect(() => poll(COMPLETE, ["deleted", "created"])).toThrow("nothing of the kind was there");
  });

  it("must not be emitted as deleted twice", () => {
    const { set, poll } = start();
    set(false);
    poll(DISTURBED, []);
    set(true);
    expect(() => poll(DISTURBED, ["deleted", "created", "deleted", "created"])).toThrow("nothing of the kind was there");
  });
});

describe("an event that the platform holds back", () => {
  /** Tells one version after another under one id, of which only the first arrives. */
  function twice(kind: string, versions: [string, string], creations: string[] = []) {
    let there: Item[] = [];
    const model: Model = {
      props: {},
      mutations: {},
      creations,
      shown: () => there,
      reported: ({ version }) => ({ id: "a", version: String(version) }),
      eventTypes: () => [kind],
    };
    const oracle = new Oracle(model, new Set([kind]), 1);
    oracle.begin();
    oracle.started([], { crashed: false, isSure: true });
    for (const [index, version] of versions.entries()) {
      there = [{ id: "a", version, data: {} }];
      oracle.begin();
      const emission: Emission = { id: "a:1", kind, summary: kind, event: { version, _event: {} } };
      const how = { complete: false, crashed: index === 0, delivered: new Set(index === 0 ? ["a:1"] : []) };
      oracle.reported(emission, how);
      oracle.end([emission], how);
    }
  }

  it("after a crash is no loss where the same has arrived", () => {
    expect(() => twice("updated", ["1", "1"])).not.toThrow();
  });

  it("after a crash is lost where it emits another version than what has arrived", () => {
    expect(() => twice("updated", ["1", "2"])).toThrow(/^Lost: updated a "2" was held back as a repetition of updated a "1" \(event id a:1\)\.$/);
  });

  it.each([["created", []], ["available", ["available"]]])("after a crash is no loss where it is a creation: %s", (kind, creations) => {
    expect(() => twice(kind, ["1", "2"], creations)).not.toThrow();
  });
});
