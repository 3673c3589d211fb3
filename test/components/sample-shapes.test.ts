/** The sample event of every trigger against what it emits: a step that was built on the sample must find the same names in the event. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import omit from "lodash/omit.js";
import pick from "lodash/pick.js";
import { sampled } from "../support/effort.ts";
import { loadOperation, readManifest } from "../../local/cli/catalog.ts";
import { createSource, defineProps } from "../../hosts/runtime/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { triggerRows } from "./all-rows.ts";
import { NEWS } from "./news.ts";
import type { News } from "./news.ts";
import { isPromised } from "../support/promised.ts";
import { shapeProblems } from "./shape.ts";
import { account, filledIn } from "./trigger-runs.ts";

type Fields = Record<string, unknown>;

/** What events have and samples do not show, with the reason. Everything else has to agree. */
const UNSHOWN = {
  traceId: "HighLevel's name for one answer; in the record where the answer is the record itself",
  searchAfter: "the cursor of the page behind this contact",
  sort: "the same, of an opportunity or conversation",
  indexVersion: "of HighLevel's search index",
};

const rows = new Map(await triggerRows());
const triggers = readManifest(process.env).operations.filter(({ type }) => type === "trigger");
const kindOf = (event: unknown) => (event as { _event: { kind: string } })._event.kind; // every event has one

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false, strict: true });
});
afterAll(() => sandbox.close());

/** What happens to a trigger: as its table says, or as its row does where it is none of the catalog's. */
const newsOf = (slug: string): News => NEWS[slug] ?? (isPromised(slug) ? {} : pick(rows.get(slug), ["props", "change"]) as News); // ids are texts

/** The required fields of the form, those that the tables fill in, and the event of the sample. */
async function formOf(slug: string, component: Component): Promise<Fields> {
  const props = defineProps(component.props ?? {});
  const { props: common, needs = [] } = rows.get(slug)!; // triggers.test.ts asks for one of each
  const named = newsOf(slug).props?.(sandbox) ?? {};
  const wanted = new Map([...props].filter(([name, { definition }]) => definition.optional !== true || needs.includes(name) || name in named));
  const form = await filledIn(component, wanted, { ...common?.(sandbox), ...named }, sandbox);
  return { ...named, ...form, ...(props.has("eventTypes") && { eventTypes: [kindOf(component.sampleEmit)] }) };
}

/** Events of the sample's kind, on what the tables let happen. */
async function emittedBy(slug: string, component: Component): Promise<unknown[]> {
  const operation = triggers.find((known) => known.slug === slug)!; // it is one of them
  const form = await formOf(slug, component);
  const props = Object.fromEntries(Object.entries(form).filter(([name]) => name in (component.props ?? {})));
  const trigger = createSource(component, { props, auth: account(sandbox, operation), onLog: () => undefined });
  const samples = await trigger.deploy();
  await newsOf(slug).change?.(sandbox, form as Record<string, string>); // ids, as the tables name them
  const news = await trigger.run();
  return [...samples.emitted, ...news.emitted].map(({ event }) => omit(event as Fields, Object.keys(UNSHOWN))).filter((event) => kindOf(event) === kindOf(component.sampleEmit));
}

it("what happens, happens to triggers that there are", () => {
  expect(Object.keys(NEWS).filter((slug) => !triggers.some((known) => known.slug === slug))).toEqual([]);
});

describe("the sample event has the shape of what is emitted", () => {
  it.each([...sampled(triggers.filter(({ slug }) => isPromised(slug)), 2), ...triggers.filter(({ slug }) => !isPromised(slug))])("$slug", async ({ slug }) => {
    const { component } = await loadOperation(slug, process.env);
    const events = await emittedBy(slug, component);
    expect(events.length).toBeGreaterThan(0);
    expect(shapeProblems(component.sampleEmit, events)).toEqual([]);
  });
});

describe("the check itself", () => {
  const event = { id: "a", note: null, tags: ["x"], empty: [], fields: [{ id: "f", fieldValueString: "v", type: "string" }, { id: "g", fieldValueNumber: 1, type: "number" }], _event: { kind: "created" } };
  const other = { ...event, id: "b", note: "text", size: 1 };

  it.each<[what: string, sample: Fields, problems: string[]]>([
    ["one like them", other, []],
    ["one without what only some have", event, []],
    ["a null and an empty list, which say nothing of their type", { ...event, tags: [], id: null }, []],
    ["a name that is none of theirs", { ...event, sise: 1 }, ["sise is never emitted"]],
    ["another name in a list", { ...event, fields: [{ id: "f", fieldValue: "v", type: "string" }] }, ["fields[].fieldValue is never emitted"]],
    ["another type", { ...event, id: 1 }, ["id is number, emitted as string"]],
    ["another type in a list", { ...event, tags: [{ name: "x" }] }, ["tags[] is object, emitted as string"]],
    ["a text instead of a list", { ...event, tags: "x" }, ["tags is string, emitted as list"]],
    ["items where there are never any", { ...event, empty: ["x"] }, ["empty[] is never emitted"]],
    ["a missing name", omit(event, "tags"), ["tags is always emitted, but not in the sample"]],
    ["a missing name in a list", { ...event, fields: [{ id: "f", fieldValueString: "v" }] }, ["fields[].type is always emitted, but not in the sample"]],
    ["a missing name inside", { ...event, _event: {} }, ["_event.kind is always emitted, but not in the sample"]],
  ])("with %s", (_, sample, problems) => {
    expect(shapeProblems(sample, [event, other])).toEqual(problems);
  });
});
