/** Every trigger on the answer that the official description documents, with the sample event's record in it; the sandbox plays the live shapes. */
import { describe, expect, it, jest } from "@jest/globals";
import omit from "lodash/omit.js";
import nock from "../support/nock.ts";
import { sampled } from "../support/effort.ts";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { operation } from "../../local/facts/index.ts";
import { createSource, defineProps } from "../../hosts/runtime/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { REAL_TIMERS } from "../support/timers.ts";
import { placeOf } from "../../local/facts/records.ts";
import type { Place } from "../../local/facts/records.ts";
import { answerWith, isListed } from "./answers.ts";
import { operationOf, ownEndpoints } from "./facts.ts";
import { LOCATION, TOKEN } from "./harness.ts";
import { UNDOCUMENTED } from "./undocumented.ts";

type Fields = Record<string, unknown>;

const MINUTE = 60_000;
/** The samples' times lie before it. */
const NOW = Date.parse("2026-01-15T09:30:00.000Z");

const triggers = readCatalog(process.env).filter(({ type, slug }) => type === "source" && !(slug in UNDOCUMENTED));

/** Props that the sample's record fits: its own ids, all kinds. */
function propsFor(component: Component, record: Fields): Fields {
  const fields = [...defineProps(component.props ?? {})].filter(([, { definition }]) => !/^(app|alert|\$\..*)$/.test(String(definition.type)));
  return Object.fromEntries(fields.flatMap(([name, { definition }]): [string, unknown][] => {
    const { options, optional } = definition;
    const [first] = Array.isArray(options) ? options.map((option: unknown) => (option as { value?: unknown }).value ?? option) : [];
    if (name === "eventTypes") return [[name, (options as unknown[]).map((option) => (option as { value?: unknown }).value ?? option)]]; // always a list
    if (["companyId", "calendarId", "conversationId"].includes(name)) return [[name, record[name] ?? "SomeId00000000000001"]];
    return optional ? [] : [[name, first ?? record[name] ?? record.id ?? "SomeId00000000000001"]];
  }));
}

/** What the trigger emits when its endpoint first answers `before`, then `after`. */
async function between(component: Component, props: Fields, answer: (request: { method: string; path: string }, isAfter: boolean) => unknown): Promise<Fields[]> {
  let isAfter = false;
  const reply = (method: string) => function answered(uri: string): [number, string, Record<string, string>] {
    const { pathname } = new URL(uri, "https://any.invalid");
    const { path } = operationOf({ method, path: pathname });
    return [200, JSON.stringify(answer({ method, path }, isAfter)), { "content-type": "application/json" }];
  };
  const scope = nock("https://services.leadconnectorhq.com").persist();
  scope.get(/.*/).reply(reply("GET"));
  scope.post(/.*/).reply(reply("POST"));
  jest.useFakeTimers({ now: NOW - 3 * MINUTE, doNotFake: [...REAL_TIMERS] });
  try {
    const trigger = createSource(component, { props, auth: { oauth_access_token: TOKEN, locationId: LOCATION }, onLog: () => undefined });
    await trigger.deploy();
    isAfter = true;
    jest.setSystemTime(NOW);
    return (await trigger.run()).emitted.map(({ event }) => event as Fields);
  } finally {
    jest.useRealTimers();
    nock.cleanAll();
  }
}

/** The same record, as it was before its last change. */
const earlier = (record: Fields) => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, typeof value === "string" && !/id$|key$|date|time|At$/i.test(name) ? `${value}, before` : value]));

describe("in the documented shape", () => {
  it.each(sampled(triggers, 2))("$slug emits what its sample shows", async ({ slug }) => {
    const { component } = await loadOperation(slug, process.env);
    const record = omit(component.sampleEmit as Fields, "_event"); // every trigger has one: see metadata.test.ts
    const places = new Map<string, { place: Place; schema: object }>();
    for (const { method, path } of ownEndpoints(slug)) {
      for (const schema of Object.values(operation(method, path).responses)) {
        const place = placeOf(record, schema);
        if (place) places.set(`${method} ${path}`, { place, schema });
      }
    }
    expect(places.size).toBeGreaterThan(0);
    const events = await between(component, propsFor(component, record), ({ method, path }, isAfter) => {
      const found = places.get(`${method} ${path}`);
      if (!found) return {};
      const before = isListed(found.place) ? [] : [earlier(record)];
      return answerWith(isAfter ? [record] : before, found.schema, found.place.path);
    });
    expect(events).toContainEqual(expect.objectContaining(record));
  });
});
