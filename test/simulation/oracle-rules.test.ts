/** What the oracle grants a list that is read in pages, and no more than that. */
import { describe, expect, it } from "@jest/globals";
import { Oracle, Violation } from "../../local/simulation/oracle.ts";
import type { Emission } from "../../local/simulation/tap.ts";
import type { Item, World } from "../../local/simulation/world.ts";

const THING: Item = { id: "a", version: "1", data: {} };
const COMPLETE = { complete: true, crashed: false };
const DISTURBED = { complete: false, crashed: false };
const ALL = ["created", "updated", "deleted"];

/** An oracle that knows one thing, which may go and come back. */
function start() {
  let there = [THING];
  let events = 0;
  const world: World = {
    props: {},
    acts: {},
    shown: () => there,
    told: ({ version }) => ({ id: "a", ...(version === undefined ? {} : { version: String(version) }) }),
    kinds: (before, after) => [before ? after ? "updated" : "deleted" : "created"],
  };
  const oracle = new Oracle(world, new Set(ALL), 2);
  oracle.begin();
  oracle.started([], { crashed: false, isSure: true });
  return {
    set: (isThere: boolean) => void (there = isThere ? [THING] : []),
    poll: (how: typeof COMPLETE, kinds: string[]) => {
      oracle.begin();
      oracle.observe();
      const emitted = kinds.map((kind): Emission => ({ id: String(events++), kind, summary: kind, event: { ...(kind !== "deleted" && { version: "1" }), _event: {} } }));
      for (const emission of emitted) oracle.told(emission, how);
      oracle.end(emitted, how);
    },
  };
}

describe("a thing that was gone in a poll and is there again in the next", () => {
  it("may be told as deleted and then as created, where a poll was disturbed", () => {
    const { set, poll } = start();
    set(false);
    poll(DISTURBED, []);
    set(true);
    poll(DISTURBED, ["deleted", "created"]);
    expect(() => poll(COMPLETE, [])).not.toThrow();
  });

  it("is lost where it is told as deleted, and never as created", () => {
    const { set, poll } = start();
    set(false);
    poll(DISTURBED, []);
    set(true);
    poll(DISTURBED, ["deleted"]);
    expect(() => poll(COMPLETE, [])).toThrow(Violation);
  });

  it("must not be told as deleted by a complete poll", () => {
    const { set, poll } = start();
    set(false);
    poll(COMPLETE, []);
    set(true);
    expect(() => poll(COMPLETE, ["deleted", "created"])).toThrow("nothing of the kind was there");
  });

  it("must not be told as deleted twice", () => {
    const { set, poll } = start();
    set(false);
    poll(DISTURBED, []);
    set(true);
    expect(() => poll(DISTURBED, ["deleted", "created", "deleted", "created"])).toThrow("nothing of the kind was there");
  });
});
