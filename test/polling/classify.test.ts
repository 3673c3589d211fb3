/** What a reading makes of a record, case by case. Times are small numbers: the last complete reading ended at 100, this one began at 200. */
import { expect, it } from "@jest/globals";
import { classify } from "../../common/polling/strategies/incremental/classify.ts";
import type { Knowledge, Sighting, Verdict } from "../../common/polling/strategies/incremental/classify.ts";

const reading: Knowledge = { order: "asc", to: 300, known: 100, baselineAt: Infinity, wantsCreated: true };
/** A reading downwards that was broken off at 150 and remembers what it emitted from 180 on. */
const resumed = { begun: 200, position: 150, sure: 180 };

const table: [what: string, sighting: Sighting, knowledge: Partial<Knowledge>, verdict: Verdict][] = [
  ["a record born since", { version: 120, bornAt: 120 }, {}, "created"],
  ["one born at the very edge of the last reading", { version: 100, bornAt: 100 }, {}, "created"],
  ["one born just before it", { version: 99, bornAt: 99 }, {}, "updated"],
  ["an old one that is not remembered", { version: 150, bornAt: 50 }, {}, "updated"],
  ["one that was born and changed since", { version: 150, bornAt: 120 }, {}, "created"],
  ["the same, where creations are not wanted", { version: 150, bornAt: 120 }, { wantsCreated: false }, "updated"],
  ["one born since and not changed, where creations are not wanted", { version: 120, bornAt: 120 }, { wantsCreated: false }, "created"],

  ["the version seen before", { version: 150, bornAt: 50, before: 150 }, {}, "seen"],
  ["an older one, from a copy that is behind", { version: 140, bornAt: 50, before: 150 }, {}, "seen"],
  ["a newer one", { version: 151, bornAt: 50, before: 150 }, {}, "updated"],
  ["a newer one of a record born since", { version: 151, bornAt: 120, before: 120 }, {}, "updated"],

  ["one dated as far ahead as is let through", { version: 300, bornAt: 300 }, {}, "created"],
  ["one dated further ahead", { version: 301, bornAt: 301 }, {}, "seen"],
  ["a change dated further ahead", { version: 301, bornAt: 50, before: 150 }, {}, "seen"],

  ["a start: what was there", { version: 150, bornAt: 120 }, { baselineAt: 200 }, "created"],
  ["a start: born meanwhile", { version: 201, bornAt: 201 }, { baselineAt: 200 }, "postponed"],
  ["a start: there, and changed meanwhile", { version: 201, bornAt: 200 }, { baselineAt: 200 }, "remembered"],
  ["a start: remembered, and changed meanwhile", { version: 201, bornAt: 120, before: 150 }, { baselineAt: 200 }, "postponed"],

  ["downwards again: emitted, and perhaps forgotten", { version: 170, bornAt: 160 }, { order: "desc", resume: resumed }, "seen"],
  ["downwards again: emitted, and remembered in an older version", { version: 170, bornAt: 120, before: 160 }, { order: "desc", resume: resumed }, "updated"],
  ["downwards again: where it broke off", { version: 150, bornAt: 150 }, { order: "desc", resume: resumed }, "created"],
  ["downwards again: at the edge of what it remembers", { version: 180, bornAt: 180 }, { order: "desc", resume: resumed }, "created"],
  ["upwards again: nothing is forgotten that way", { version: 170, bornAt: 160 }, { resume: resumed }, "created"],
  ["moved ahead of the reading that may have emitted its creation", { version: 200, bornAt: 170 }, { resume: resumed }, "updated"],
  ["the same, born too late for that", { version: 200, bornAt: 180 }, { resume: resumed }, "created"],
  ["the same, changed before it began", { version: 199, bornAt: 170 }, { resume: resumed }, "created"],
];

it.each(table)("%s", (_, sighting, knowledge, verdict) => {
  expect(classify(sighting, { ...reading, ...knowledge })).toBe(verdict);
});
