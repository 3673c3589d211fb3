import { inMb, written } from "./checks.ts";
import type { Tally } from "./compare.ts";
import type { Results } from "./results.ts";
import type { Table } from "./table.ts";
import type { Cost } from "./triggers.ts";

/** Actual requests / minimum. */
const asked = (cost: Cost | undefined): string => (cost ? `${written(cost.requests)} / ${written(cost.least)}` : "");

/** Mistakes, in words. */
export function mistakes({ lost, repeated, old }: Tally): string {
  const parts = [[lost, "lost"], [repeated, "repeated"], [old, "old"]] as const;
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${written(count)} ${word}`).join(", ") || "0";
}

/** Requests, by trigger. */
export function requestsTable({ triggers }: Pick<Results, "triggers">): Table {
  return {
    head: ["trigger", "strategy", "idle", "one change", "100 new", "many new", "how many", "idle with as many"],
    rows: triggers.map(({ slug, way, idle, change, hundred, many, idleFull }) => [
      slug, way, asked(idle), asked(change), asked(hundred), asked(many), many ? written(many.emitted) : "", asked(idleFull),
    ]),
  };
}

/** Memory, CPU and size, by trigger. */
export function weightTable({ triggers }: Pick<Results, "triggers">): Table {
  return {
    head: ["trigger", "events per CPU second", "peak memory, MB", "state, bytes", "file, kB", "cold import, ms"],
    rows: triggers.map(({ slug, eventsPerCpuSecond, peakBytes, stateBytes, bytes, importMs }) => [
      slug, eventsPerCpuSecond ?? "", written(inMb(peakBytes)), stateBytes, Math.round(bytes / 1_000), Math.round(importMs),
    ]),
  };
}

/** The large cases. */
export function scaleTable({ scale }: Pick<Results, "scale">): Table {
  return {
    head: ["case", "what", "measured", "required"],
    rows: scale.flatMap(({ name, checks }) => checks.map(({ what, is, should, ok }, index) => [index === 0 ? name : "", what, `${written(is)}${ok ? "" : " (broken)"}`, should])),
  };
}

/** The mistakes of each strategy. */
export function comparisonTable({ situations, random }: Pick<Results, "situations" | "random">): Table {
  const names = Object.keys(random);
  const [first] = Object.values(random);
  return {
    head: ["situation", ...names],
    rows: [
      ...situations.map(({ name, what, tallies }) => [`**${name}**: ${what}`, ...names.map((strategy) => (tallies[strategy] ? mistakes(tallies[strategy]) : ""))]),
      [`**random histories**: ${written(first?.histories ?? 0)} of them, with ${written(first?.due ?? 0)} new contacts in all`, ...Object.values(random).map(mistakes)],
      ["random histories without a mistake", ...Object.values(random).map(({ clean }) => written(clean))],
    ],
  };
}

/** The cost of each strategy. */
export function costsTable({ costs }: Pick<Results, "costs">): Table {
  const cost = ({ requests, emitted }: { requests: number; emitted: number }) => `${written(requests)} (${written(emitted)} emitted)`;
  return {
    head: ["strategy", "idle, requests", "100 new, requests", "10,000 new, requests", "events per CPU second", "peak memory, MB", "state, bytes"],
    rows: costs.map(({ name, idle, hundred, many, eventsPerCpuSecond, peakBytes, stateBytes }) => [name, idle, cost(hundred), cost(many), eventsPerCpuSecond, written(inMb(peakBytes)), stateBytes]),
  };
}

/** Requests of an idle poll by size of the account. */
export function idleTable({ idleBySize: { sizes, requests } }: Pick<Results, "idleBySize">): Table {
  return { head: ["contacts", ...sizes.map(written)], rows: Object.entries(requests).map(([name, counts]) => [name, ...counts]) };
}
