/** The oracle must catch triggers that lose, repeat or make up events. Here are some that do. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { loadOperation } from "../../local/cli/catalog.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { histories } from "../../local/simulation/history.ts";
import { Violation } from "../../local/simulation/oracle.ts";
import { Scenario } from "../../local/simulation/scenario.ts";
import { models } from "../../local/simulation/models/index.ts";
import { useSimulationHost } from "./support.ts";

type Fields = Record<string, unknown>;
interface Meta { id: string; ts: number; summary: string }
type Emit = (event: Fields, meta: Meta) => unknown;
interface Instance { $emit: Emit; db: { get(key: string): unknown; set(key: string, value: unknown): void } }

/** Replaces parts of the instance that a run works with. */
type Trick = (self: Instance) => Partial<Instance>;

const host = useSimulationHost();

function tricked(component: Component, trick: Trick): Component {
  const run = component.run as (this: object, ...args: unknown[]) => unknown; // hooks and run are methods of the instance
  return {
    ...component,
    run(this: Instance, ...args: unknown[]) {
      const parts = Object.entries(trick(this)).map(([name, value]) => [name, { value }]);
      return run.apply(Object.create(this, Object.fromEntries(parts)), args);
    },
  } as Component; // the same component, its run wrapped
}

/** What the oracle says about a trigger that has been tampered with. */
async function verdict(slug: string, trick: Trick): Promise<string> {
  const row = models.find((model) => model.slug === slug);
  if (!row) throw new Error(`No model of ${slug}.`);
  const { component } = await loadOperation(slug, process.env);
  const property = fc.asyncProperty(histories, (history) => new Scenario(host(), tricked(component, trick), row, history).run());
  const { errorInstance } = await fc.check(property, { seed: 5, numRuns: 300, endOnFailure: true });
  if (errorInstance instanceof Violation) return errorInstance.message;
  throw errorInstance ?? new Error("300 histories, and the oracle noticed nothing.");
}

const kindOf = (event: Fields) => (event._event as { kind: string }).kind;

/** Emits through a filter that may change, drop or repeat events. */
const emitting = (change: (event: Fields, meta: Meta, emit: Emit) => unknown): Trick => ({ $emit }) => ({
  $emit: (event, meta) => change(event, meta, $emit),
});

let turn = 0;

const TRICKS: [string, string, Trick, RegExp][] = [
  ["loses every fourth event", "get-contact-tasks", emitting((event, meta, emit) => (++turn % 4 === 0 ? undefined : emit(event, meta))), /^Lost: .* is /],
  ["never emits deletions", "get-contact-tasks", emitting((event, meta, emit) => (kindOf(event) === "deleted" ? undefined : emit(event, meta))), /^Lost: .* is absent/],
  ["emits everything twice", "search-contacts", emitting((event, meta, emit) => [emit(event, meta), emit(event, meta)]), /^Repeated|^Emitted, though it did not happen|twice in a row/],
  ["emits everything twice, under another id", "search-contacts", emitting((event, meta, emit) => [emit(event, meta), emit(event, { ...meta, id: `${meta.id}!` })]), /^Emitted, though it did not happen/],
  ["calls everything created", "search-contacts", emitting((event, meta, emit) => emit({ ...event, _event: { ...event._event as Fields, kind: "created" } }, meta)), /^Emitted, though (it did not happen|the user did not choose)/],
  ["emits old versions", "get-contact", emitting((event, meta, emit) => emit({ ...event, city: "Elsewhere" }, meta)), /^Emitted, though nothing of the kind was there/],
  ["names the wrong fields", "get-contact", emitting((event, meta, emit) => emit({ ...event, _event: { ...event._event as Fields, changedFields: ["phone"] } }, meta)), /^Changed fields are "phone"/],
  ["gives other ids after a crash", "get-contact-tasks", emitting((event, meta, emit) => emit(event, { ...meta, id: `${meta.id} ${++turn}` })), /^Emitted again after a crash, but with another event id/],
  ["forgets what it saw", "get-contact-tasks", () => ({ db: { get: () => undefined, set: () => undefined } }), /^Lost/],
  ["fills its state", "get-contact", ({ db }) => ({ db: { get: (key) => db.get(key), set: (key, value) => db.set(key, { ...value as Fields, filling: "x".repeat(60_050) }) } }), /^The state has 60\d\d\d bytes/],
  ["commits before it emits", "get-contact", ({ db, $emit }) => {
    const kept: Parameters<Emit>[] = [];
    return {
      $emit: (event, meta) => void kept.push([event, meta]),
      db: {
        get: (key) => db.get(key),
        set: (key, value) => {
          db.set(key, value);
          for (const args of kept) $emit(...args);
        },
      },
    };
  }, /^Lost/],
  ["fails with an error that is not for people", "get-contact", ({ $emit, db }) => ({
    $emit,
    db: { ...db, get: () => { throw new TypeError("x is not a function"); } },
  }), /^An undisturbed poll failed|not for people/],
];

describe("the oracle catches a trigger that", () => {
  it.each(TRICKS)("%s (%s)", async (_, slug, trick, says) => {
    expect(await verdict(slug, trick)).toMatch(says);
  });
});
