import { describe, expect, it } from "@jest/globals";
import omit from "lodash/omit.js";
import nock from "../support/nock.ts";
import { operation } from "../../local/facts/index.ts";
import { actionRows } from "./all-rows.ts";
import { replyProblems } from "./answers.ts";
import { ANYWHERE, LIVE } from "./live-answers.ts";
import { examplesOf } from "./examples.ts";
import { checkRequest, declarationProblems, operationOf, unsentFields } from "./facts.ts";
import { builtActions, LOCATION, mock, run, TOKEN } from "./harness.ts";
import type { Case } from "./row.ts";

const rows = await actionRows();

it("every built action has a row, and every row an action", () => {
  expect(rows.map(([slug]) => slug).sort()).toEqual(builtActions().map(({ slug }) => slug).sort());
  expect(Object.keys(LIVE).filter((slug) => !rows.some(([known]) => known === slug))).toEqual([]);
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

  it("is answered as documented, or as the live API is known to", () => {
    const problems = cases.flatMap(([, { requests }]) => requests).filter(({ status = 200 }) => status < 300).flatMap((request) => {
      const { method, path } = operationOf(request);
      return replyProblems(request.reply, Object.values(operation(method, path).responses)) ?? [];
    });
    const live = LIVE[slug] ?? {};
    expect(problems.filter(({ at }) => !(at in live) && !(at in ANYWHERE)).map(({ says }) => says)).toEqual([]);
    expect(Object.keys(live).filter((at) => !problems.some((problem) => problem.at === at))).toEqual([]);
  });

  const examples = examplesOf(slug);
  if (examples) {
    it("takes the examples of its form", async () => {
      // A time of the example may be without an offset where the row's has one, and the other way round.
      const zone = { method: "GET", path: `/locations/${String(row.all.props.locationId ?? LOCATION)}`, reply: { location: { timezone: "America/New_York" } } } as const;
      const wire = mock([...row.all.requests, zone, zone]);
      await run(slug, { ...omit(row.all.props, "clearFields"), ...examples });
      for (const request of wire) checkRequest(request);
      nock.cleanAll();
    });
  }

  it("declares what it calls", () => {
    const declared = builtActions().find((action) => action.slug === slug)!;
    const notCalled = Object.keys(row.notCalled ?? {}).map((endpoint) => `declares ${endpoint}, but never calls it`);
    expect(declarationProblems(declared, [...row.required.requests, ...row.all.requests]).sort()).toEqual(notCalled.sort());
  });

  it("offers every documented field", () => {
    const unsent = unsentFields(slug, [...row.required.requests, ...row.all.requests]);
    expect(unsent.sort()).toEqual(Object.keys(row.leftOut ?? {}).sort());
  });
});
