import { describe, expect, it } from "@jest/globals";
import { createSource, memoryState } from "../../../hosts/runtime/index.ts";
import type { Component, SourceState } from "../../../hosts/runtime/index.ts";

interface Instance { $emit(event: unknown, meta: object): void; db: { set(key: string, value: unknown): void } }

const source: Component = {
  type: "source", key: "events", name: "Events", props: { db: "$.service.db" },
  run(this: unknown) {
    const { $emit, db } = this as Instance; // what the runtime binds
    const event = { list: [1] };
    $emit(event, { id: "e1", ts: 5 });
    event.list.push(2);
    db.set("saved", true);
  },
};

describe("events that are held as text", () => {
  it("are what was emitted, each reading a copy of its own, in JSON like any object", async () => {
    const { emitted: [event] } = await createSource(source).run();
    (event?.event as { list: number[] }).list.push(3); // a workflow that changes what it got
    expect(event).toEqual({ event: { list: [1] }, id: "e1", ts: 5 });
    expect(JSON.parse(JSON.stringify(event))).toEqual({ event: { list: [1] }, id: "e1", ts: 5 });
  });

  it("stand in a state in memory until they are delivered", async () => {
    const memory = memoryState();
    const seen: SourceState[] = [];
    const state = { ...memory, save: (next: SourceState) => {
      memory.save(next);
      seen.push(memory.load()!); // it was just saved
    } };
    await createSource(source, { state }).run();
    expect(seen.map(({ pending }) => pending.map(({ event }) => event.event))).toEqual([[{ list: [1] }], []]);
  });
});
