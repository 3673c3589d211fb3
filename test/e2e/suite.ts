/** End to end: what was built, run by the runtime, against the sandbox. An operation is one row (or several). */
import { afterAll, describe, expect, it } from "@jest/globals";
import difference from "lodash/difference.js";
import { isPromised } from "../support/promised.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { useVirtualClock } from "../support/clock.ts";
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
  kinds: string[];
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

/** Defines the tests of a category; fails where an operation of it has no row. One beside the catalog may do without: test/components plays it. */
export function e2e<Ids>({ category, slugs: own, setup, triggers, actions }: Suite<Ids>): void {
  let sandbox: Sandbox | undefined;

  async function fresh(token?: Row<Ids>["token"]) {
    await sandbox?.close();
    sandbox = await startSandbox({ rateLimit: false, strict: true });
    const ids = setup(sandbox);
    return { sandbox, ids, auth: account(sandbox, sandbox.token(token)) };
  }

  afterAll(() => sandbox?.close());

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

    it.each(named(triggers))("$name", async ({ slug, props, token, change, kinds, event, polls = 1 }) => {
      const { sandbox, ids, auth } = await fresh(token);
      const trigger = await source(sandbox, slug, props(ids), auth);
      const { emitted: samples } = await trigger.deploy();
      expect(samples.length).toBeLessThanOrEqual(25);
      expect((await trigger.run()).emitted).toEqual([]);

      clock.pass(MEANWHILE_MS);
      await change(sandbox, ids);
      clock.pass(MEANWHILE_MS);
      const events: unknown[] = [];
      for (let poll = 0; poll < polls; poll++) events.push(...(await trigger.run()).emitted.map((emission) => emission.event));
      expect(events.map((item) => infoOf(item).kind).sort()).toEqual([...kinds].sort());
      if (event) expect(events[0]).toEqual(expect.objectContaining(event(ids)));

      for (let poll = 0; poll < 3; poll++) expect((await trigger.run()).emitted).toEqual([]);
    });

    // Some categories have no action; jest refuses an empty table.
    if (actions.length > 0) it.each(named(actions))("$name", async ({ slug, props, token, effect }) => {
      const { sandbox, ids, auth } = await fresh(token);
      const { returnValue, exports } = await run(sandbox, slug, props(ids), auth);
      expect(exports.$summary).toEqual(expect.stringMatching(/\w/));
      effect(sandbox, ids, returnValue as Fields); // records and lists are objects
    });
  });
}
