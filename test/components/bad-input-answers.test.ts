/** Answers that lack what a summary names: it falls back to the form, and never shows a hole. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { sampled } from "../support/effort.ts";
import { mock, run } from "./harness.ts";
import type { Call, Row, Rows } from "./row.ts";

const folder = new URL("rows/", import.meta.url);
const rows: [string, Row][] = [];
// One after another: jest cannot link modules that are imported at the same time and share one.
for (const name of readdirSync(folder).filter((file) => file.endsWith("-actions.ts"))) {
  rows.push(...Object.entries((await import(new URL(name, folder).href) as { default: Rows }).default));
}

const isRecord = (value: unknown) => typeof value === "object" && value !== null;

/** The same answer with nothing in its record, or with nothing but nulls. */
function emptied(reply: unknown, empty: (value: object) => unknown): unknown {
  if (!isRecord(reply)) return reply;
  const entries = Object.entries(reply as object); // just looked at
  const envelopes = entries.filter(([, value]) => isRecord(value) && !Array.isArray(value));
  return envelopes.length > 0 ? Object.fromEntries(entries.map(([key, value]) => [key, isRecord(value) ? empty(value as object) : value])) : empty(reply as object);
}

const nulls = (value: object) => Object.fromEntries(Object.keys(value).map((key) => [key, null]));

describe.each(sampled(rows, 3))("%s", (slug, row) => {
  const cases = [["required, empty", row.required, () => ({})], ["required, nulls", row.required, nulls], ["all, empty", row.all, () => ({})]] as const;
  it.each(cases)("tells what was done (%s)", async (_, { props, requests }, empty) => {
    const last = requests.at(-1) as Call; // every row sends something
    mock([...requests.slice(0, -1), { ...last, reply: emptied(last.reply, empty) }]);
    const { exports } = await run(slug, props);
    expect(exports.$summary).toMatch(/\w/);
    expect(exports.$summary).not.toMatch(/undefined|null|""|\(\)| {2}|NaN/);
  });
});
