/** Every trigger against the sandbox: what it sends, with the required props and with all of them, fits the facts of the API. */
import { expect, it } from "@jest/globals";
import { readManifest } from "../../local/cli/catalog.ts";
import { withEndpoints } from "../../hosts/manifest/read.ts";
import { sampled } from "../support/effort.ts";
import { triggerRows } from "./all-rows.ts";
import { examplesOf } from "./examples.ts";
import { declarationProblems, requestProblems, unsentFields } from "./facts.ts";
import { runsOf } from "./trigger-runs.ts";

const rows = await triggerRows();
const triggers = withEndpoints(readManifest(process.env)).filter(({ type }) => type === "trigger");

/** The examples of forms, as one more way to fill them in. */
const examples = new Map(sampled(triggers.flatMap(({ slug }) => {
  const given = examplesOf(slug);
  return given ? [[slug, [given]] as const] : [];
}), 4));

it("every built trigger has a row, and every row a trigger", () => {
  expect(rows.map(([slug]) => slug).sort()).toEqual(triggers.map(({ slug }) => slug).sort());
});

it.each(rows)("%s", async (slug, row) => {
  const trigger = triggers.find((known) => known.slug === slug)!;
  const { required, all } = await runsOf(trigger, { ...row, also: [...row.also ?? [], ...examples.get(slug) ?? []] });
  for (const { requests, versions } of [required, ...all]) {
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.flatMap((sent, index) => requestProblems({ ...sent, version: versions[index] }))).toEqual([]);
    expect(requests.filter(({ status }) => !(status !== null && status >= 200 && status < 300) && !row.absent?.includes(Number(status)))).toEqual([]);
  }
  const requests = [required, ...all].flatMap((run) => run.requests);
  expect(declarationProblems(trigger, requests)).toEqual([]);
  expect([...new Set(unsentFields(slug, requests))].sort()).toEqual(Object.keys(row.leftOut ?? {}).sort());
});
