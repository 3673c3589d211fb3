/** Random histories against an oracle: what was emitted must be what was said, once. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { histories } from "../support/effort.ts";
import { start } from "./fan-out-chat.ts";
import { DB_BYTES, HOUR, MINUTE, NOW, SECOND, breakAt, pass, setTime } from "./host.ts";
import type { Crash } from "./host.ts";

interface Say { talk: number; count: number; tied: boolean; lag: number; listLag: number }

type Between = "say" | "begin" | "remove" | "unsay" | "nothing";

interface Step {
  /** Time before the step, s. */
  wait: number;
  says: Say[];
  /** Deletes a talk. */
  removes: number[];
  /** Deletes the word that was said last but some. */
  unsays: number[];
  /** What happens between the requests of the poll. */
  between: Between[];
  poll: { how: "whole" | "short" | "slow" | "broken" | "crashed" | "none"; at: number; crash: Crash };
}

const lag = fc.constantFrom(0, 0, 0, 1, 20, 60, 300, 600, 840);
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 1200 })),
  says: fc.array(fc.record({ talk: fc.nat(12), count: fc.integer({ min: 1, max: 9 }), tied: fc.boolean(), lag, listLag: lag }), { maxLength: 4 }),
  removes: fc.array(fc.nat(), { maxLength: 1 }),
  unsays: fc.array(fc.nat(9), { maxLength: 2 }),
  between: fc.array(fc.constantFrom<Between>("say", "say", "begin", "remove", "unsay", "nothing"), { maxLength: 6 }),
  poll: fc.record({
    how: fc.constantFrom("whole" as const, "whole" as const, "short" as const, "slow" as const, "slow" as const, "broken" as const, "crashed" as const, "none" as const),
    at: fc.integer({ min: 1, max: 6 }),
    crash: fc.record({ at: fc.oneof(fc.nat(12), fc.constant("save" as const)), how: fc.constantFrom("error" as const, "kill" as const) }),
  }),
});
/** Of one request, ms: polls of 5 s have time for one, or for a few. */
const LATENCY_MS = { short: 2_500, slow: 700 };

async function play(steps: Step[], talk?: string): Promise<void> {
  const { chat, api, host } = start({ pageSize: 4, pollBudget: 5, talk });
  const crashed = new Set<string>();
  let began = 0;
  const say = (to: string, options?: Parameters<typeof chat.say>[1]) => {
    pass(1);
    chat.say(to, options);
  };
  const removeTalk = (of: number) => {
    const name = chat.names[of % chat.names.length];
    if (name && name !== talk) chat.remove(name);
  };
  const unsay = (back: number) => {
    const word = chat.words.at(-1 - back);
    // HighLevel may refuse the page that was to follow it, or begin at the top.
    if (word) chat.unsay(word.id, back % 2 === 0);
  };
  // Names are never used twice.
  const talkOf = (number: number) => chat.names[number] ?? `t${chat.names.length}${began++}`;

  setTime(NOW - HOUR);
  for (let index = 0; index < 20; index++) {
    say(`t${index % 5}`);
    pass(2.9 * MINUTE);
  }
  setTime(NOW);
  await host.activate();
  const old = new Set(chat.words.map(({ id }) => id));

  for (const { wait, says, removes, unsays, between, poll } of steps) {
    pass(1 + wait * SECOND);
    for (const { talk: to, count, tied, lag: late, listLag } of says) {
      const name = talkOf(to);
      const at = Date.now();
      for (let index = 0; index < count; index++) say(name, { at: at - (tied ? 0 : index * 7_000), lagMs: late * SECOND, listLagMs: listLag * SECOND });
      // Another one that moved in the same millisecond; more of them than fit on a page the search cannot pass.
      if (tied) say(talkOf(to + 3), { at, lagMs: late * SECOND });
    }
    for (const of of removes) removeTalk(of);
    for (const back of unsays) unsay(back);
    if (poll.how === "none") continue;
    api.latencyMs = poll.how === "short" || poll.how === "slow" ? LATENCY_MS[poll.how] : 1;
    api.listen((count) => {
      const act = between[count - 1];
      if (act === "say") say(talkOf(count * 5 % 7));
      if (act === "begin") say(talkOf(99));
      if (act === "remove") removeTalk(count * 17);
      if (act === "unsay") unsay(count);
    });
    if (poll.how === "broken") breakAt(api, poll.at);
    const { emitted, error } = await host.tryRun(poll.how === "crashed" ? poll.crash : undefined);
    if (poll.how === "crashed") for (const { id } of emitted) crashed.add(id);
    if (poll.how === "whole" || poll.how === "short" || poll.how === "slow") expect(error).toBeUndefined();
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    api.listen(undefined);
  }
  api.latencyMs = 0;
  for (let poll = 0; poll < 9; poll++) {
    pass(4 * MINUTE);
    await host.run();
  }
  const idle = await host.counted();
  expect(idle.emitted).toEqual([]);
  if (talk === undefined) expect(idle.requests).toBe(1);

  const said = new Map(chat.words.map((word) => [word.id, word]));
  const times = new Map<string, number>();
  for (const { id, event } of host.events) {
    const word = said.get(String(event.id));
    // Nothing that was not said, or was said before, or elsewhere.
    expect(word).toMatchObject({ id, at: event.time, ...(talk !== undefined && { talk }) });
    expect(old).not.toContain(id);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  // Nothing twice, but what a crash interrupted.
  for (const [id, count] of times) if (count > 1) expect(crashed).toContain(id);
  // Nothing lost of what is still there.
  for (const word of chat.words) {
    if (!old.has(word.id) && chat.has(word) && (talk === undefined || word.talk === talk)) expect([...times.keys()]).toContain(word.id);
  }
}

describe.each<[string, string | undefined]>([["all talks", undefined], ["one talk", "t1"]])("a random history of %s", (_, talk) => {
  it("is emitted completely, once, and with nothing else", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => play(steps, talk)), { seed: 33, numRuns: histories(120) });
  });
});
