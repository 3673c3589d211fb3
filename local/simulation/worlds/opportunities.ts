import type { Opportunity } from "../../sandbox/models/opportunities.ts";
import type { Delay, Item, Stage, World, WorldRow } from "../world.ts";
import { contactOf } from "./contact-support.ts";
import { pipelineWorld, prepare, stagesOf } from "./pipelines.ts";
import { ms } from "./read.ts";
import { recordWorld } from "./record.ts";
import type { Field, RecordOf } from "./record.ts";
import { timelineWorld } from "./timeline.ts";

const KINDS = { "status changed": "statusAt", "stage changed": "stageAt" } as const;
/** A new opportunity gets its stage and status within this time of its creation, ms: that is no change of them. */
const SETTLED_MS = 1_000;
const DAY = 86_400_000;

const opportunitiesOf = ({ sandbox }: Stage) => sandbox.store.opportunities;

/** Changes an opportunity. The change is not dated before the last one, nor in the same millisecond: no reader could tell those apart. */
function change(stage: Stage, id: string, { lagMs, backMs }: Delay, changesOf: (row: Opportunity) => Partial<Opportunity>): void {
  const former = opportunitiesOf(stage).get(id);
  if (!former) return;
  const at = Math.max(former.updatedAt + 1, stage.now() - backMs);
  const changes = changesOf(former);
  const isOther = (field: "pipelineStageId" | "status") => changes[field] !== undefined && changes[field] !== former[field];
  opportunitiesOf(stage).update(id, {
    ...changes,
    updatedAt: at,
    ...(isOther("pipelineStageId") && { lastStageChangeAt: at }),
    ...(isOther("status") && { lastStatusChangeAt: at }),
  }, { visibleAt: stage.now() + lagMs });
}

const changing = (changesOf: (row: Opportunity, stage: Stage) => Partial<Opportunity>) =>
  (stage: Stage, id: string, delay: Delay) => change(stage, id, delay, (row) => changesOf(row, stage));

/** The other of two. */
const other = <T>(value: T, [first, second]: [T, T]): T => (value === first ? second : first);

const timeOf = ({ data }: Item, name: string): number => Number(data[name]);

/** The time of a change may be that much later than that of the version it makes, ms. */
const STAMP_MS = 50;

/** What a change of an opportunity that stays in the search is: the first of the true ones that was chosen. */
function kindOfChange(after: Item, since: number, plain: string, chosen: ReadonlySet<string>): string | undefined {
  const isSince = (at: number) => at > since && (at > since + STAMP_MS || Number(after.version) - at <= STAMP_MS);
  const found = Object.entries(KINDS).filter(([, at]) => isSince(timeOf(after, at))).map(([kind]) => kind);
  return [...found, plain].find((kind) => chosen.has(kind));
}

/** One that is seen for the first time, and is new. */
function kindOfNew(after: Item, chosen: ReadonlySet<string>): string | undefined {
  if (chosen.has("created")) return "created";
  const created = timeOf(after, "created");
  return Number(after.version) > created ? kindOfChange(after, created, "updated", chosen) : kindOfChange(after, created + SETTLED_MS, "created", chosen);
}

/**
 * One that was not in the search before, though it has changed since it was created: it may have come to be in it by
 * that change. Then it is told as new where it is young, and as changed where it is old, by what changed lately; from
 * when on is the trigger's affair, so where only some kinds were chosen it may come or not.
 */
function kindsOfEntering(after: Item, chosen: ReadonlySet<string>): (string | undefined)[] {
  const all = ["created", ...Object.keys(KINDS), "updated"];
  const since = timeOf(after, "created") + SETTLED_MS;
  const isSure = chosen.has("created") && chosen.has("updated");
  const isMove = Object.entries(KINDS).every(([kind, at]) => chosen.has(kind) || timeOf(after, at) <= since);
  const moved = Object.values(KINDS).some((at) => timeOf(after, at) > since);
  return [...all, ...(isSure || (isMove && moved) ? [] : [undefined])];
}

interface Search {
  when?: string;
  kinds?: string[];
  large?: number;
  props: World["props"];
  otherProps: World["props"];
  /** What the filter lets through; all by default. */
  passes?(row: Opportunity, stage: Stage): boolean;
}

const firstPipeline = ({ sandbox, locationId }: Stage) => sandbox.store.pipelines.in(locationId)[0]!;
/** Filters that name the first pipeline do so by this, since its id is not known before. */
const PIPELINE = "(the first pipeline)";
const named = (props: World["props"], id: string): World["props"] => JSON.parse(JSON.stringify(props).replaceAll(PIPELINE, id)) as World["props"];

function searchWorld({ when, kinds, large = 498, props, otherProps, passes = () => true }: Search): WorldRow {
  const isFiltered = when !== undefined && !kinds;
  return timelineWorld("search-opportunities", {
    props: (stage) => {
      contactOf(stage);
      const { id } = prepare(stage);
      return { group: stage.locationId, props: named(props, id), otherProps: named(otherProps, id) };
    },
    add: (stage, locationId, id, { lagMs, backMs }) => {
      const { sandbox, now } = stage;
      const { id: pipelineId, stages } = firstPipeline(stage);
      sandbox.store.opportunities.insert({
        id, locationId, pipelineId, pipelineStageId: stages[0]!.id, contactId: sandbox.store.contacts.in(locationId)[0]!.id,
        name: "Simulated deal", monetaryValue: 1_000, createdAt: now() - backMs,
      }, { visibleAt: now() + lagMs });
    },
    changes: {
      rename: changing(() => ({ name: "Simulated deal, renamed" })),
      "move to another stage": changing((row, stage) => ({ pipelineStageId: other(row.pipelineStageId, stagesOf(stage, row.pipelineId)) })),
      "win or reopen": changing(({ status }) => ({ status: other(status, ["open", "won"]) })),
      "win and move": changing((row, stage) => ({
        status: other(row.status, ["open", "won"]), pipelineStageId: other(row.pipelineStageId, stagesOf(stage, row.pipelineId)),
      })),
    },
    others: (stage) => ({
      // Any of them, also those that do not pass: so they go and come back.
      ...(isFiltered && {
        "move to another pipeline": (pick, delay) => {
          const rows = opportunitiesOf(stage).in(stage.locationId);
          const pipelines = stage.sandbox.store.pipelines.in(stage.locationId).map(({ id }) => id) as [string, string]; // there are two
          const row = rows[pick % Math.max(1, rows.length)];
          if (!row) return;
          const pipelineId = other(row.pipelineId, pipelines);
          change(stage, row.id, delay, () => ({ pipelineId, pipelineStageId: stagesOf(stage, pipelineId)[0] }));
        },
        "change the value": (pick, delay) => {
          const rows = opportunitiesOf(stage).in(stage.locationId);
          const row = rows[pick % Math.max(1, rows.length)];
          if (row) change(stage, row.id, delay, ({ monetaryValue }) => ({ monetaryValue: other(monetaryValue, [1_000, 10]) }));
        },
        "reopen one": (pick, delay) => {
          const rows = opportunitiesOf(stage).in(stage.locationId).filter(({ status }) => status === "won");
          const row = rows[pick % Math.max(1, rows.length)];
          if (row) change(stage, row.id, delay, () => ({ status: "open" }));
        },
      }),
    }),
    remove: (stage, id) => void opportunitiesOf(stage).delete(id),
    shown: (stage, locationId) => opportunitiesOf(stage).visible(locationId).filter((row) => passes(row, stage))
      .map(({ id, createdAt, updatedAt, lastStageChangeAt, lastStatusChangeAt }) => (
        { id, created: createdAt, updated: updatedAt, data: { stageAt: lastStageChangeAt, statusAt: lastStatusChangeAt } })),
    told: ({ updatedAt }) => ms(updatedAt),
    kinds: (before, after, chosen) => {
      if (before) return [kindOfChange(after, Number(before.version), "updated", chosen)];
      const isUntouched = Number(after.version) === timeOf(after, "created");
      return isFiltered && !isUntouched ? kindsOfEntering(after, chosen) : [kindOfNew(after, chosen)];
    },
    ahead: true,
  }, { when, kinds, large });
}

const eq = (field: string, value: unknown) => ({ field, operator: "eq", value });
const worth = { field: "monetary_value", operator: "range", value: { gte: 500 } };

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
const CUSTOM_FIELD = "CustomField0000000001";

const field = (name: "name" | "source" | "assignedTo"): Field<Opportunity> => ({ of: (row) => row[name] ?? null, set: (row, value) => ({ ...row, [name]: value }), told: (event) => event[name] ?? null });
const time = (name: "lastStageChangeAt" | "lastStatusChangeAt"): Field<Opportunity> => ({ of: (row) => iso(row[name]), set: (row) => ({ ...row, [name]: row[name] + DAY }) });
const FIELDS: Record<string, Field<Opportunity>> = {
  name: field("name"),
  source: field("source"),
  assignedTo: field("assignedTo"),
  status: { of: ({ status }) => status, set: (row, status) => ({ ...row, status }) },
  pipelineStageId: { of: ({ pipelineStageId }) => pipelineStageId, set: (row, pipelineStageId) => ({ ...row, pipelineStageId }) },
  lastStageChangeAt: time("lastStageChangeAt"),
  lastStatusChangeAt: time("lastStatusChangeAt"),
  followers: {
    of: ({ followers }) => followers.join(), set: (row, value) => ({ ...row, followers: ["YlWd2wuCAZQzh2cH1fVZ", value] }),
    told: ({ followers }) => (followers as string[]).join(), // always there
  },
  [`customFields.${CUSTOM_FIELD}`]: {
    of: ({ customFields }) => customFields[0]?.value, set: (row, value) => ({ ...row, customFields: value === "first" ? [] : [{ id: CUSTOM_FIELD, value }] }),
    told: ({ customFields }) => (customFields as { fieldValue: unknown }[])[0]?.fieldValue, // always there
  },
};

function opportunityWorld(when: string | undefined, names: string[], watchFields: string[] | undefined): WorldRow {
  const spec: RecordOf<Opportunity> = {
    shelf: ({ sandbox: { store } }) => ({
      get: (id) => store.opportunities.get(id),
      put: (row) => (store.opportunities.get(row.id) ? store.opportunities.update(row.id, row) : store.opportunities.insert(row)),
      delete: (id) => store.opportunities.delete(id),
    }),
    make: (stage, id) => {
      const { id: pipelineId, stages } = prepare(stage);
      return opportunitiesOf(stage).insert({ id, locationId: stage.locationId, contactId: contactOf(stage), pipelineId, pipelineStageId: stages[0]!.id, name: "Yearly plan" });
    },
    fields: Object.fromEntries(Object.entries(FIELDS).filter(([name]) => names.includes(name))),
    noise: (row, { sandbox, now }) => {
      // What the answer says of the contact is none of the opportunity's.
      sandbox.store.contacts.update(row.contactId, { firstName: `Iris ${now()}` });
      return { ...row, updatedAt: now(), ...(watchFields && { monetaryValue: now(), source: `noise ${now()}` }) };
    },
    props: (_, opportunityId) => ({
      props: { opportunityId, ...(watchFields && { watchFields }) },
      // The same fields otherwise, and one that never changes.
      otherProps: { opportunityId, watchFields: ["customFields", "locationId", ...names.filter((name) => !name.startsWith("customFields"))] },
    }),
  };
  return recordWorld("get-opportunity", spec, { when });
}

export const opportunityWorlds: WorldRow[] = [
  searchWorld({ props: {}, otherProps: { query: "simulated" } }),
  searchWorld({
    when: "open ones of one pipeline",
    props: { pipelineId: PIPELINE, status: "open" },
    otherProps: { filters: JSON.stringify([eq("pipeline_id", PIPELINE), eq("status", "open")]) },
    passes: ({ pipelineId, status }, stage) => pipelineId === firstPipeline(stage).id && status === "open",
  }),
  searchWorld({
    when: "valuable ones, by a filter",
    props: { filters: JSON.stringify([worth]) },
    otherProps: { query: "simulated", filters: JSON.stringify([{ group: "OR", filters: [worth, eq("name", "Nobody's")] }]) },
    passes: ({ monetaryValue = 0 }) => monetaryValue >= 500,
  }),
  searchWorld({
    when: "simple search", kinds: ["created"], large: 198,
    props: { searchWith: "simple", kinds: ["created"] },
    otherProps: { searchWith: "simple", kinds: ["created"], query: "simulated" },
  }),
  opportunityWorld(undefined, Object.keys(FIELDS), undefined),
  opportunityWorld("fields to watch", ["status", "pipelineStageId", `customFields.${CUSTOM_FIELD}`], ["status", "pipelineStageId", "customFields"]),
  pipelineWorld(undefined, ["pipelines", "stages"]),
  pipelineWorld("only pipelines", ["pipelines"]),
  pipelineWorld("only stages", ["stages"]),
];
