import { LIMITS, atMost, exactly, inMb } from "./checks.ts";
import type { Check } from "./checks.ts";
import type { Tally } from "./compare.ts";
import type { FileFigures } from "./files.ts";
import type { RandomFigures } from "./random.ts";
import type { ScaleFigures } from "./scale.ts";
import { OURS } from "./strategies.ts";
import type { StrategyCosts } from "./strategies.ts";
import type { TriggerFigures } from "./triggers.ts";

/** The measurements of one trigger and its built file. */
export type TriggerRow = TriggerFigures & FileFigures;

/** A situation, and the mistakes of each strategy in it. */
export interface Compared {
  name: string;
  what: string;
  tallies: Record<string, Tally>;
}

/** All results of one run of the bench, as in bench.json. */
export interface Results {
  machine: { node: string; cores: number };
  /** Cold import of @pipedream/platform alone, ms. */
  platformMs: number;
  triggers: TriggerRow[];
  scale: ScaleFigures[];
  /** Peak memory of the largest poll in a process with Node's default heap size, MB. */
  freeHeapMb: number;
  situations: Compared[];
  random: Record<string, RandomFigures>;
  costs: StrategyCosts[];
  idleBySize: { sizes: number[]; requests: Record<string, number[]> };
}

/** What we promise about one trigger. */
function triggerChecks({ slug, idle, idleFull, many, peakBytes, stateBytes }: TriggerFigures): Check[] {
  return [
    atMost(`${slug}: requests of an idle poll`, idle.requests, idle.least),
    ...(idleFull ? [atMost(`${slug}: requests of an idle poll, ${idleFull.total} records`, idleFull.requests, idleFull.least)] : []),
    ...(many ? [exactly(`${slug}: events lost of ${many.emitted}`, many.lost, 0), exactly(`${slug}: events repeated of ${many.emitted}`, many.repeated, 0)] : []),
    atMost(`${slug}: peak memory of a poll, MB over the idle process`, inMb(peakBytes), LIMITS.peakMb),
    atMost(`${slug}: state, bytes`, stateBytes, LIMITS.stateBytes),
  ];
}

const wrongOf = (name: string, { lost, repeated, old }: Tally, isCrash = false): Check[] => [
  exactly(`${name}: lost`, lost, 0),
  // After a crash in the middle of a poll, its events may be emitted again.
  ...(isCrash ? [] : [exactly(`${name}: repeated`, repeated, 0)]),
  exactly(`${name}: old ones emitted as new`, old, 0),
];

/** What we promise about our strategy, compared with the others. */
function comparisonChecks({ situations, random }: Pick<Results, "situations" | "random">): Check[] {
  return [
    ...situations.flatMap(({ name, tallies }) => Object.entries(tallies).flatMap(([strategy, tally]) => (strategy === OURS ? wrongOf(name, tally, name.endsWith("crash")) : []))),
    ...Object.entries(random).flatMap(([strategy, tally]) => (strategy === OURS ? wrongOf("random histories", tally) : [])),
  ];
}

/**
 * Every promise; the script fails if one is broken.
 * @param catalog all triggers: each must have been measured
 */
export function allChecks(results: Results, catalog: string[]): Check[] {
  const measured = new Set(results.triggers.map(({ slug }) => slug));
  return [
    exactly("triggers that were not measured", catalog.filter((slug) => !measured.has(slug)).length, 0),
    ...results.triggers.flatMap(triggerChecks),
    ...results.scale.flatMap(({ name, checks }) => checks.map((check) => ({ ...check, what: `${name}: ${check.what}` }))),
    ...comparisonChecks(results),
  ];
}
