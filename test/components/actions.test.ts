import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkRequest, unsentFields } from "./facts.ts";
import { builtActions, mock, run, TOKEN } from "./harness.ts";
import type { Case, Row, Rows } from "./row.ts";

const folder = new URL("rows/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith("-actions.ts"));
const rows: [string, Row][] = [];
// One after another: jest cannot link modules that are imported at the same time and share one.
for (const name of files) rows.push(...Object.entries((await import(new URL(name, folder).href) as { default: Rows }).default));

it("every built action has a row, and every row an action", () => {
  expect(rows.map(([slug]) => slug).sort()).toEqual(builtActions().map(({ slug }) => slug).sort());
});

describe.each(rows)("%s", (slug, row) => {
  const cases: [string, Case][] = [["with the required fields", row.required], ["with all fields", row.all]];
  it.each(cases)("%s", async (_, { props, requests, summary, exports = {}, ...rest }) => {
    const wire = mock(requests);
    const result = await run(slug, props);

    const version = wire.map((request) => checkRequest(request));
    expect(wire).toStrictEqual(requests.map(({ method, path, query, body }, index) => ({
      method, path, ...(query && { query }), ...(body !== undefined && { body }), authorization: `Bearer ${TOKEN}`, version: version[index],
    })));
    expect(result.exports).toStrictEqual({ $summary: summary, ...exports });
    expect(result.returnValue).toStrictEqual("returns" in rest ? rest.returns : requests.at(-1)?.reply);
  });

  it("offers every documented field", () => {
    const unsent = unsentFields(slug, [...row.required.requests, ...row.all.requests]);
    expect(unsent.sort()).toEqual(Object.keys(row.leftOut ?? {}).sort());
  });
});
