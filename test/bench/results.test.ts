import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { idleChart, mistakesChart } from "../../local/bench/charts.ts";
import { broken } from "../../local/bench/checks.ts";
import { leastRequests } from "../../local/bench/least.ts";
import { fill, generatedParts } from "../../local/bench/page.ts";
import { allChecks } from "../../local/bench/results.ts";
import type { Results, TriggerRow } from "../../local/bench/results.ts";
import { markdown, plain } from "../../local/bench/table.ts";

const none = { lost: 0, repeated: 0, old: 0 };
const random = { ...none, histories: 10, due: 50, clean: 10 };
const cost = { total: 20, emitted: 0, requests: 1, least: 1 };
const trigger: TriggerRow = {
  slug: "list-contacts", way: "incremental", idle: cost, idleFull: cost, many: { ...cost, emitted: 100, requests: 2, polls: 1, lost: 0, repeated: 0, added: 1 },
  peakBytes: 20 * 2 ** 20, stateBytes: 56_000, bytes: 140_000, importMs: 150, eventsPerCpuSecond: 10_000,
};
const results: Results = {
  machine: { node: "20.0.0", cores: 2 }, platformMs: 100, freeHeapMb: 90,
  triggers: [trigger],
  scale: [{ name: "large", checks: [{ what: "requests", is: 21, should: "at most 21", ok: true }] }],
  situations: [{ name: "a large crash", what: "killed", tallies: { "search-contacts": { ...none, repeated: 250 }, "newest page": { ...none, lost: 7 } } }],
  random: { "search-contacts": random, "newest page": { ...random, old: 3 } },
  costs: [], idleBySize: { sizes: [60, 200_000], requests: { "search-contacts": [1, 1], "all pages": [1, 400] } },
};

/** What the script would complain about. */
const complaints = (changes: Partial<Results>, catalog = ["list-contacts"]) => broken(allChecks({ ...results, ...changes }, catalog)).map(({ what }) => what);
const withTrigger = (changes: Partial<TriggerRow>) => complaints({ triggers: [{ ...trigger, ...changes }] });

describe("requirements of the bench", () => {
  it("are kept by good figures; repeats after a crash and mistakes of others are none of ours", () => {
    expect(complaints({})).toEqual([]);
  });

  it.each<[string, Partial<TriggerRow>]>([
    ["list-contacts: requests of an idle poll", { idle: { ...cost, requests: 2 } }],
    ["list-contacts: requests of an idle poll, 20 records", { idleFull: { ...cost, requests: 2 } }],
    ["list-contacts: events lost of 100", { many: { ...trigger.many!, lost: 1 } }],
    ["list-contacts: events repeated of 100", { many: { ...trigger.many!, repeated: 1 } }],
    ["list-contacts: peak memory of a poll, MB over the idle process", { peakBytes: 65 * 2 ** 20 }],
    ["list-contacts: state, bytes", { stateBytes: 60_001 }],
  ])("%s", (what, changes) => {
    expect(withTrigger(changes)).toEqual([what]);
  });

  it("fail where a trigger is not measured, a large case fails, or ours loses", () => {
    expect(complaints({}, ["list-contacts", "get-user"])).toEqual(["triggers that were not measured"]);
    expect(complaints({ scale: [{ name: "large", checks: [{ what: "requests", is: 22, should: "at most 21", ok: false }] }] })).toEqual(["large: requests"]);
    expect(complaints({ random: { "search-contacts": { ...random, lost: 1 } } })).toEqual(["random histories: lost"]);
    expect(complaints({ situations: [{ name: "a large crash", what: "", tallies: { "search-contacts": { ...none, lost: 1 } } }] })).toEqual(["a large crash: lost"]);
    expect(complaints({ situations: [{ name: "deletions", what: "", tallies: { "search-contacts": { ...none, repeated: 1 } } }] })).toEqual(["deletions: repeated"]);
  });
});

describe("the fewest requests", () => {
  it.each([
    ["incremental", 10_000, 0, 1], ["incremental", 10_000, 101, 2], ["snapshot", 101, 0, 2], ["snapshot", 0, 0, 1], ["watchRecord", 1, 1, 1],
  ])("%s, %d records, %d new: %d", (kind, total, fresh, least) => {
    expect(leastRequests({ kind, pageSize: 100 }, total, fresh)).toBe(least);
  });

  it("is 1 where the whole list comes in one answer", () => {
    expect(leastRequests({ kind: "snapshot", pageSize: Infinity }, 4_300, 0)).toBe(1);
  });
});

describe("tables and pictures", () => {
  const table = { head: ["name", "count"], rows: [["a | b", 1_234], ["c", 5]] };

  it("are Markdown, numbers to the right", () => {
    expect(markdown(table)).toBe("| name | count |\n|---|--:|\n| a \\| b | 1,234 |\n| c | 5 |");
  });

  it("are aligned in the terminal", () => {
    expect(plain(table).split("\n").slice(1)).toEqual(["a | b  1,234", "c          5"]);
  });

  it("have their places in the page, and nothing else of it changes", () => {
    const page = readFileSync(new URL("../../docs/benchmarks.md", import.meta.url), "utf8");
    const filled = fill(page, generatedParts(results));
    expect(filled).toContain("| list-contacts | 10,000 | 20 | 56,000 | 140 | 150 |");
    const others = (text: string) => text.replaceAll(/(<!-- begin .*?-->)[^]*?(<!-- end .*?-->)/g, "$1$2");
    expect(others(filled)).toBe(others(page));
    expect(fill(filled, generatedParts(results))).toBe(filled);
  });

  it("say which place is missing", () => {
    expect(() => fill("# A page", { scale: "table" })).toThrow('The page has no place for "scale".');
  });

  it("name every strategy with its mistakes", () => {
    const picture = mistakesChart(results);
    for (const text of ["search-contacts", "newest page", "a large crash", "250 repeated", "7 lost", "3 old"]) expect(picture).toContain(`>${text}</text>`);
    expect(idleChart(results)).toContain(">400 requests</text>");
  });
});
