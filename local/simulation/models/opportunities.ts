import type { Opportunity } from "../../sandbox/models/opportunities.ts";
import type { Delay, Item, Environment, Model, ModelRow } from "../model.ts";
import { contactOf } from "./contact-support.ts";
import { pipelineModel, prepare, stagesOf } from "./pipelines.ts";
import { ms } from "./read.ts";
import { recordModel } from "./record.ts";
import type { Field, RecordOf } from "./record.ts";
import { timelineModel } from "./timeline.ts";

const KINDS = { "status changed": "statusAt", "stage changed": "stageAt" } as const;
/** A new opportunity gets its stage and status within this time of its creation, ms; that is no change of them. */
const SETTLED_MS = 1_000;
const DAY = 86_400_000;

const opportunitiesOf = ({ sandbox }: Environment) => sandbox.store.opportunities;

/** Changes an opportunity. The change is dated after the last one, and not in the same millisecond, which no reader could distinguish. */
function change(environment: Environment, id: string, { lagMs, backMs }: Delay, changesOf: (row: Opportunity) => Partial<Opportunity>): void {
  const former = opportunitiesOf(environment).get(id);
  if (!former) return;
  const at = Math.max(former.updatedAt + 1, environment.now() - backMs);
  const changes = changesOf(former);
  const isOther = (field: "pipelineStageId" | "status") => changes[field] !== undefined && changes[field] !== former[field];
  opportunitiesOf(environment).update(id, {
    ...changes,
    updatedAt: at,
    ...(isOther("pipelineStageId") && { lastStageChangeAt: at }),
    ...(isOther("status") && { lastStatusChangeAt: at }),
  }, { visibleAt: environment.now() + lagMs });
}

const changing = (changesOf: (row: Opportunity, environment: Environment) => Partial<Opportunity>) =>
  (environment: Environment, id: string, delay: Delay) => change(environment, id, delay, (row) => changesOf(row, environment));

/** The other of two. */
const other = <T>(value: T, [first, second]: [T, T]): T => (value === first ? second : first);

const timeOf = ({ data }: Item, name: string): number => Number(data[name]);

/** How much later the time of a change may be than that of the version it makes, ms. */
const STAMP_MS = 50;

/** The event type for a change of an opportunity that stays in the search: the first chosen one that applies. */
function kindOfChange(after: Item, since: number, plain: string, chosen: ReadonlySet<string>): string | undefined {
  const isSince = (at: number) => at > since && (at > since + STAMP_MS || Number(after.version) - at <= STAMP_MS);
  const found = Object.entries(KINDS).filter(([, at]) => isSince(timeOf(after, at))).map(([kind]) => kind);
  return [...found, plain].find((kind) => chosen.has(kind));
}

/** The event type for a new opportunity that is seen for the first time. */
function kindOfNew(after: Item, chosen: ReadonlySet<string>): string | undefined {
  if (chosen.has("created")) return "created";
  const created = timeOf(after, "created");
  return Number(after.version) > created ? kindOfChange(after, created, "updated", chosen) : kindOfChange(after, created + SETTLED_MS, "created", chosen);
}

/**
 * The event types for one that was not in the search before and has changed since its creation: that change may have
 * brought it in. If it is young, it is reported as new; if it is old, by what changed lately. The trigger decides what is
 * lately, so if only some event types were chosen, it may come or not.
 */
function eventTypesOfEntering(after: Item, chosen: ReadonlySet<string>): (string | undefined)[] {
  const all = ["created", ...Object.keys(KINDS), "updated"];
  const since = timeOf(after, "created") + SETTLED_MS;
  const isSure = chosen.has("created") && chosen.has("updated");
  const isMove = Object.entries(KINDS).every(([kind, at]) => chosen.has(kind) || timeOf(after, at) <= since);
  const moved = Object.values(KINDS).some((at) => timeOf(after, at) > since);
  return [...all, ...(isSure || (isMove && moved) ? [] : [undefined])];
}

interface Search {
  when?: string;
  eventTypes?: string[];
  large?: number;
  props: Model["props"];
  otherProps: Model["props"];
  /** Which opportunities match the filters; all by default. */
  passes?(row: Opportunity, environment: Environment): boolean;
}

const firstPipeline = ({ sandbox, locationId }: Environment) => sandbox.store.pipelines.in(locationId)[0]!;
/** Stands for the first pipeline in filters, because its id is not known before. */
const PIPELINE = "(the first pipeline)";
const named = (props: Model["props"], id: string): Model["props"] => JSON.parse(JSON.stringify(props).replaceAll(PIPELINE, id)) as Model["props"];

function searchModel({ when, eventTypes, large = 498, props, otherProps, passes = () => true }: Search): ModelRow {
  const isFiltered = when !== undefined && !eventTypes;
  return timelineModel("search-opportunities", {
    props: (environment) => {
      contactOf(environment);
      const { id } = prepare(environment);
      return { group: environment.locationId, props: named(props, id), otherProps: named(otherProps, id) };
    },
    add: (environment, locationId, id, { lagMs, backMs }) => {
      const { sandbox, now } = environment;
      const { id: pipelineId, stages } = firstPipeline(environment);
      sandbox.store.opportunities.insert({
        id, locationId, pipelineId, pipelineStageId: stages[0]!.id, contactId: sandbox.store.contacts.in(locationId)[0]!.id,
        name: "Simulated deal", monetaryValue: 1_000, createdAt: now() - backMs,
      }, { visibleAt: now() + lagMs });
    },
    changes: {
      rename: changing(() => ({ name: "Simulated deal, renamed" })),
      "move to another stage": changing((row, environment) => ({ pipelineStageId: other(row.pipelineStageId, stagesOf(environment, row.pipelineId)) })),
      "win or reopen": changing(({ status }) => ({ status: other(status, ["open", "won"]) })),
      "win and move": changing((row, environment) => ({
        status: other(row.status, ["open", "won"]), pipelineStageId: other(row.pipelineStageId, stagesOf(environment, row.pipelineId)),
      })),
    },
    others: (environment) => ({
      // Any of them, even those that do not match: so they leave the search and come back.
      ...(isFiltered && {
        "move to another pipeline": (pick, delay) => {
          const rows = opportunitiesOf(environment).in(environment.locationId);
          const pipelines = environment.sandbox.store.pipelines.in(environment.locationId).map(({ id }) => id) as [string, string]; // there are two
          const row = rows[pick % Math.max(1, rows.length)];
          if (!row) return;
          const pipelineId = other(row.pipelineId, pipelines);
          change(environment, row.id, delay, () => ({ pipelineId, pipelineStageId: stagesOf(environment, pipelineId)[0] }));
        },
        "change the value": (pick, delay) => {
          const rows = opportunitiesOf(environment).in(environment.locationId);
          const row = rows[pick % Math.max(1, rows.length)];
          if (row) change(environment, row.id, delay, ({ monetaryValue }) => ({ monetaryValue: other(monetaryValue, [1_000, 10]) }));
        },
        "reopen one": (pick, delay) => {
          const rows = opportunitiesOf(environment).in(environment.locationId).filter(({ status }) => status === "won");
          const row = rows[pick % Math.max(1, rows.length)];
          if (row) change(environment, row.id, delay, () => ({ status: "open" }));
        },
      }),
    }),
    remove: (environment, id) => void opportunitiesOf(environment).delete(id),
    shown: (environment, locationId) => opportunitiesOf(environment).visible(locationId).filter((row) => passes(row, environment))
      .map(({ id, createdAt, updatedAt, lastStageChangeAt, lastStatusChangeAt }) => (
        { id, created: createdAt, updated: updatedAt, data: { stageAt: lastStageChangeAt, statusAt: lastStatusChangeAt } })),
    reported: ({ updatedAt }) => ms(updatedAt),
    eventTypes: (before, after, chosen) => {
      if (before) return [kindOfChange(after, Number(before.version), "updated", chosen)];
      const isUntouched = Number(after.version) === timeOf(after, "created");
      return isFiltered && !isUntouched ? eventTypesOfEntering(after, chosen) : [kindOfNew(after, chosen)];
    },
    ahead: true,
  }, { when, eventTypes, large });
}

const eq = (field: string, value: unknown) => ({ field, operator: "eq", value });
const worth = { field: "monetary_value", operator: "range", value: { gte: 500 } };

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
const CUSTOM_FIELD = "CustomField0000000001";

const field = (name: "name" | "source" | "assignedTo"): Field<Opportunity> => ({ of: (row) => row[name] ?? null, set: (row, value) => ({ ...row, [name]: value }), reported: (event) => event[name] ?? null });
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
    reported: ({ followers }) => (followers as string[]).join(), // always there
  },
  [`customFields.${CUSTOM_FIELD}`]: {
    of: ({ customFields }) => customFields[0]?.value, set: (row, value) => ({ ...row, customFields: value === "first" ? [] : [{ id: CUSTOM_FIELD, value }] }),
    reported: ({ customFields }) => (customFields as { fieldValue: unknown }[])[0]?.fieldValue, // always there
  },
};

function opportunityModel(when: string | undefined, names: string[], watchFields: string[] | undefined): ModelRow {
  const spec: RecordOf<Opportunity> = {
    shelf: ({ sandbox: { store } }) => ({
      get: (id) => store.opportunities.get(id),
      put: (row) => (store.opportunities.get(row.id) ? store.opportunities.update(row.id, row) : store.opportunities.insert(row)),
      delete: (id) => store.opportunities.delete(id),
    }),
    make: (environment, id) => {
      const { id: pipelineId, stages } = prepare(environment);
      return opportunitiesOf(environment).insert({ id, locationId: environment.locationId, contactId: contactOf(environment), pipelineId, pipelineStageId: stages[0]!.id, name: "Yearly plan" });
    },
    fields: Object.fromEntries(Object.entries(FIELDS).filter(([name]) => names.includes(name))),
    noise: (row, { sandbox, now }) => {
      // The contact's fields in the answer are not the opportunity's.
      sandbox.store.contacts.update(row.contactId, { firstName: `Iris ${now()}` });
      return { ...row, updatedAt: now(), ...(watchFields && { monetaryValue: now(), source: `noise ${now()}` }) };
    },
    props: (_, opportunityId) => ({
      props: { opportunityId, ...(watchFields && { watchFields }) },
      // The same fields, and one that never changes.
      otherProps: { opportunityId, watchFields: ["customFields", "locationId", ...names.filter((name) => !name.startsWith("customFields"))] },
    }),
  };
  return recordModel("get-opportunity", spec, { when });
}

export const opportunityModels: ModelRow[] = [
  searchModel({ props: {}, otherProps: { query: "simulated" } }),
  searchModel({
    when: "open ones of one pipeline",
    props: { pipelineId: PIPELINE, status: "open" },
    otherProps: { filters: JSON.stringify([eq("pipeline_id", PIPELINE), eq("status", "open")]) },
    passes: ({ pipelineId, status }, environment) => pipelineId === firstPipeline(environment).id && status === "open",
  }),
  searchModel({
    when: "valuable ones, by a filter",
    props: { filters: JSON.stringify([worth]) },
    otherProps: { query: "simulated", filters: JSON.stringify([{ group: "OR", filters: [worth, eq("name", "Nobody's")] }]) },
    passes: ({ monetaryValue = 0 }) => monetaryValue >= 500,
  }),
  searchModel({
    when: "simple search", eventTypes: ["created"], large: 198,
    props: { searchWith: "simple", eventTypes: ["created"] },
    otherProps: { searchWith: "simple", eventTypes: ["created"], query: "simulated" },
  }),
  opportunityModel(undefined, Object.keys(FIELDS), undefined),
  opportunityModel("fields to watch", ["status", "pipelineStageId", `customFields.${CUSTOM_FIELD}`], ["status", "pipelineStageId", "customFields"]),
  pipelineModel(undefined, ["pipelines", "stages"]),
  pipelineModel("only pipelines", ["pipelines"]),
  pipelineModel("only stages", ["stages"]),
];
