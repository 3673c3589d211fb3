/** End to end: what was built, run by the runtime, against the sandbox. An operation is one row (or several). */
import { afterAll, afterEach, describe, expect, it } from "@jest/globals";
import difference from "lodash/difference.js";
import uniqBy from "lodash/uniqBy.js";
import { sampled } from "../support/effort.ts";
import { isPromised } from "../support/promised.ts";
import { memoryState } from "../../hosts/runtime/index.ts";
import type { EmittedEvent, Source } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { envelopeProblems } from "../support/envelopes.ts";
import { BEGIN_MS, useVirtualClock } from "../support/clock.ts";
import { samplesOf, saveSamples } from "../../hosts/manifest/samples.ts";
import { schemaOf } from "../../hosts/manifest/output.ts";
import { goldenOf, savedState } from "./golden.ts";
import { account, built, run, source } from "./support.ts";
import type { Fields } from "./support.ts";

/** The time of every file that tests a category. */
export const clock = useVirtualClock();

/** Between what happens and what is noticed of it, ms. */
const MEANWHILE_MS = 1_000;

interface Row<Ids> {
  slug: string;
  /** What happens, for the test's name. */
  when?: string;
  props(ids: Ids): Fields;
  /** Options of the token that the account is connected with; a sub-account token with all scopes by default. */
  token?: Parameters<Sandbox["token"]>[0];
}

/** One trigger, one change. */
export interface TriggerRow<Ids> extends Row<Ids> {
  when: string;
  /** Changes the sandbox. */
  change(sandbox: Sandbox, ids: Ids): unknown;
  /** Kinds of the events of the next polls, in all, sorted. */
  eventTypes: string[];
  /** Part of the first event. */
  event?: (ids: Ids) => Fields;
  /** Polls until the events have to be there; deletions need two. */
  polls?: number;
}

/** One action. */
export interface ActionRow<Ids> extends Row<Ids> {
  /** Reads the effect back from the sandbox. */
  effect(sandbox: Sandbox, ids: Ids, result: Fields): void;
}

export interface Suite<Ids> {
  category: string;
  /** Where several files share a category: the operations of this one. All that are promised otherwise. */
  slugs?: string[];
  /** Puts into a fresh sandbox what the rows need. */
  setup(sandbox: Sandbox): Ids;
  triggers: TriggerRow<Ids>[];
  actions: ActionRow<Ids>[];
}

const infoOf = (event: unknown) => (event as { _event: { kind: string } })._event; // every trigger adds it
const named = <R extends { slug: string; when?: string }>(rows: R[]) => rows.map((row) => ({ ...row, name: row.when ? `${row.slug}: ${row.when}` : row.slug }));

/** Of the rows of an operation, `npm test` plays the first, and some of the others; recording needs all of them. */
function chosen<R extends { slug: string }>(rows: R[]): R[] {
  const firsts = uniqBy(rows, "slug");
  const others = sampled(rows.filter((row) => !firsts.includes(row)), 3);
  return rows.filter((row) => firsts.includes(row) || others.includes(row));
}

/** The events of some polls in a row. */
async function polled(trigger: Source, polls: number): Promise<EmittedEvent[]> {
  const emitted: EmittedEvent[] = [];
  for (let poll = 0; poll < polls; poll++) emitted.push(...(await trigger.run()).emitted);
  return emitted;
}

/** Defines the tests of a category; fails where an operation of it has no row. One beside the catalog may do without: test/components plays it. */
export function e2e<Ids>({ category, slugs: own, setup, triggers, actions }: Suite<Ids>): void {
  let sandbox: Sandbox | undefined;
  const problems = new Set<string>();

  async function fresh(token?: Row<Ids>["token"]) {
    await sandbox?.close();
    // Each row begins at the same time, whatever was played before it: its golden state has that time's records.
    clock.set(BEGIN_MS);
    sandbox = await startSandbox({
      rateLimit: false,
      strict: true,
      onAnswer: (operation, body) => envelopeProblems(operation, body).forEach((problem) => problems.add(problem)),
    });
    const ids = setup(sandbox);
    return { sandbox, ids, auth: account(sandbox, sandbox.token(token)) };
  }

  const suite = own ? `${category}-${own[0]}` : category;
  const golden = goldenOf(suite);
  const samples = golden.isRecording ? {} : samplesOf(suite);

  /** Answers of the sandbox that the API description does not have, and no reason is listed for. */
  afterEach(() => {
    const found = [...problems];
    problems.clear();
    expect(found).toEqual([]);
  });

  afterAll(async () => {
    golden.save();
    if (golden.isRecording && actions.length > 0) saveSamples(suite, samples);
    await sandbox?.close();
  });

  describe(`${category} against the sandbox`, () => {
    it("has a row for every operation that is promised, and none for what is not built", () => {
      const slugs = built.filter((row) => row.category === category).map(({ slug }) => slug);
      const promised = slugs.filter((slug) => isPromised(slug) && (own?.includes(slug) ?? true));
      const played = [...triggers, ...actions].map(({ slug }) => slug);
      expect(difference(own, slugs)).toEqual([]);
      expect(promised.length).toBeGreaterThan(0);
      expect(difference(promised, played)).toEqual([]);
      expect(difference(played, slugs)).toEqual([]);
    });

    it.each(chosen(named(triggers)))("$name", async ({ name, slug, props, token, change, eventTypes, event, polls = 1 }) => {
      const { sandbox, ids, auth } = await fresh(token);
      const state = memoryState();
      const trigger = await source(sandbox, slug, props(ids), auth, state);
      const { emitted: samples } = await trigger.deploy();
      expect(samples.length).toBeLessThanOrEqual(25);
      expect((await trigger.run()).emitted).toEqual([]);

      const before = state.load()!.db;
      clock.pass(MEANWHILE_MS);
      await change(sandbox, ids);
      clock.pass(MEANWHILE_MS);
      const emissions = await polled(trigger, polls);
      const events = emissions.map(({ event: emitted }) => emitted);
      expect(events.map((item) => infoOf(item).kind).sort()).toEqual([...eventTypes].sort());
      if (event) expect(events[0]).toEqual(expect.objectContaining(event(ids)));

      expect(await polled(trigger, 3)).toEqual([]);

      golden.note(name, { state: before, ids: emissions.map(({ id }) => String(id)) });
      for (const [release, { state: saved, ids: recorded }] of golden.of(name)) {
        const updated = await source(sandbox, slug, props(ids), auth, savedState(slug, saved));
        expect({ release, ids: (await polled(updated, polls + 1)).map(({ id }) => id) }).toEqual({ release, ids: recorded });
      }
    });

    it("goes on from the states of every release", () => {
      const rows = named(triggers).map(({ name }) => name);
      expect(golden.forgotten(rows)).toEqual([]);
      if (!golden.isRecording) for (const row of rows) expect([row, golden.of(row).length > 0]).toEqual([row, true]);
    });

    // Some categories have no action; jest refuses an empty table.
    if (actions.length > 0) it.each(chosen(named(actions)))("$name", async ({ slug, when, props, token, effect }) => {
      const { sandbox, ids, auth } = await fresh(token);
      const { returnValue, exports } = await run(sandbox, slug, props(ids), auth);
      expect(exports.$summary).toEqual(expect.stringMatching(/\w/));
      effect(sandbox, ids, returnValue as Fields); // records and lists are objects
      // The first row of an action has its sample.
      if (actions.find((row) => row.slug === slug)?.when !== when) return;
      if (golden.isRecording) samples[slug] = returnValue ?? null;
      else expect({ slug, shape: schemaOf(samples[slug]) }).toEqual({ slug, shape: schemaOf(returnValue ?? null) });
    });
  });
}
