import { describe, expect, it } from "@jest/globals";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { clock, e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";
import { account, load, run, source, messageOf } from "./support.ts";

interface Ids {
  opportunityId: string;
  contactId: string;
  otherContactId: string;
  pipelineId: string;
  stageId: string;
  nextStageId: string;
  lostReasonId: string;
  userId: string;
  followerId: string;
  fieldId: string;
  numberFieldId: string;
}

const OLD = 5 * 864e5;

function setup({ store, locationId, companyId }: Sandbox): Ids {
  const [userId, followerId] = store.users.in(companyId).map(({ id }) => id) as [string, string]; // the demo agency has several
  const { id: pipelineId, stages } = store.pipelines.in(locationId)[0]!;
  const [contact, other] = store.contacts.insert([{ locationId, firstName: "Iris", lastName: "Quist" }, { locationId, firstName: "Otis" }]);
  const [stageId, nextStageId] = stages.map(({ id }) => id) as [string, string]; // the demo pipelines have several
  const { id: opportunityId } = store.opportunities.insert({
    locationId, pipelineId, pipelineStageId: stageId, contactId: contact!.id, name: "Iris, yearly plan", followers: [followerId], createdAt: Date.now() - OLD,
  });
  const fields = store.customFields.in(locationId).filter(({ model }) => model === "opportunity");
  return {
    opportunityId, contactId: contact!.id, otherContactId: other!.id, pipelineId, stageId, nextStageId, userId, followerId,
    lostReasonId: store.lostReasons.in(locationId)[0]!.id,
    fieldId: fields.find(({ dataType }) => dataType === "TEXT")!.id,
    numberFieldId: fields.find(({ dataType }) => dataType === "NUMERICAL")!.id,
  };
}

const one = ({ opportunityId }: Ids) => ({ opportunityId });
const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);
const now = ({ store }: Sandbox, { opportunityId }: Ids) => store.opportunities.get(opportunityId)!;
const dealFor = (contactId: string, { pipelineId, stageId }: Ids) => ({ contactId, pipelineId, pipelineStageId: stageId, name: "New deal" });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "search-opportunities", when: "one is created", props: () => ({}),
    change: ({ store, locationId }, ids) => store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids) }),
    eventTypes: ["created"],
    event: ({ otherContactId }) => ({ contactId: otherContactId, name: "New deal" }),
  },
  {
    slug: "search-opportunities", when: "one moves to another stage", props: () => ({}),
    change: ({ store }, { opportunityId, nextStageId }) => store.opportunities.update(opportunityId, { pipelineStageId: nextStageId }),
    eventTypes: ["stage changed"],
    event: ({ opportunityId, nextStageId }) => ({ id: opportunityId, pipelineStageId: nextStageId }),
  },
  {
    slug: "search-opportunities", when: "one is won", props: () => ({}),
    change: ({ store }, { opportunityId }) => store.opportunities.update(opportunityId, { status: "won" }),
    eventTypes: ["status changed"],
  },
  {
    slug: "search-opportunities", when: "one is changed otherwise", props: () => ({}),
    change: ({ store }, { opportunityId }) => store.opportunities.update(opportunityId, { monetaryValue: 99 }),
    eventTypes: ["updated"],
    event: () => ({ monetaryValue: 99 }),
  },
  {
    slug: "search-opportunities", when: "only moves are wanted, and of two new ones one has moved since", props: () => ({ eventTypes: ["stage changed"] }),
    change: ({ store, locationId }, ids) => {
      const deal = { locationId, ...dealFor(ids.otherContactId, ids), createdAt: Date.now() - 60_000 };
      store.opportunities.insert({ ...deal, updatedAt: Date.now() });
      store.opportunities.insert({ ...deal, name: "Moved", updatedAt: Date.now(), lastStageChangeAt: Date.now() - 30_000 });
    },
    eventTypes: ["stage changed"],
    event: () => ({ name: "Moved" }),
  },
  {
    slug: "search-opportunities", when: "only moves are wanted and one is renamed", props: () => ({ eventTypes: ["stage changed"] }),
    change: ({ store }, { opportunityId }) => store.opportunities.update(opportunityId, { name: "Other name" }),
    eventTypes: [],
  },
  {
    slug: "search-opportunities", when: "one of two passes the filters",
    props: ({ pipelineId }) => ({ pipelineId, status: "open", include: ["tasks"], filters: "[{\"field\":\"monetary_value\",\"operator\":\"range\",\"value\":{\"gte\":1000}},{\"group\":\"OR\",\"filters\":[{\"field\":\"source\",\"operator\":\"eq\",\"value\":\"fair\"},{\"field\":\"source\",\"operator\":\"not_exists\"}]}]" }),
    change: ({ store, locationId }, ids) => {
      store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids), monetaryValue: 1000 });
      store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids), monetaryValue: 999 });
      store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids), monetaryValue: 2000, status: "won" });
    },
    eventTypes: ["created"],
    event: () => ({ monetaryValue: 1000 }),
  },
  {
    slug: "search-opportunities", when: "found with the simple search, by campaign", props: () => ({ searchWith: "simple", eventTypes: ["created"], campaignId: "Campaign0000000000001", include: ["notes"] }),
    change: ({ store, locationId }, ids) => {
      store.contacts.update(ids.otherContactId, { campaigns: ["Campaign0000000000001"] });
      for (let deal = 0; deal < 130; deal++) store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids) });
      store.opportunities.insert({ locationId, ...dealFor(ids.contactId, ids) });
    },
    eventTypes: Array.from({ length: 130 }, () => "created"),
  },
  {
    slug: "search-opportunities", when: "one is deleted", props: () => ({}),
    change: ({ store }, { opportunityId }) => store.opportunities.delete(opportunityId),
    eventTypes: [],
  },
  {
    slug: "get-opportunity", when: "it moves", props: one,
    change: ({ store }, { opportunityId, nextStageId }) => store.opportunities.update(opportunityId, { pipelineStageId: nextStageId }),
    eventTypes: ["updated"],
    event: ({ opportunityId }) => ({ id: opportunityId, _event: contains({ changedFields: ["lastStageChangeAt", "pipelineStageId"] }) }),
  },
  {
    slug: "get-opportunity", when: "a custom field changes", props: one,
    change: ({ store }, { opportunityId, fieldId }) => store.opportunities.update(opportunityId, { customFields: [{ id: fieldId, value: "fair" }] }),
    eventTypes: ["updated"],
    event: ({ fieldId }) => ({ _event: contains({ changedFields: [`customFields.${fieldId}`] }) }),
  },
  {
    slug: "get-opportunity", when: "only its contact is renamed", props: one,
    change: ({ store }, { contactId }) => store.contacts.update(contactId, { firstName: "Ida" }),
    eventTypes: [],
  },
  { slug: "get-opportunity", when: "it is deleted", props: one, change: ({ store }, { opportunityId }) => store.opportunities.delete(opportunityId), eventTypes: ["deleted"] },
  {
    slug: "list-pipelines", when: "a stage is added, one renamed", props: () => ({}),
    change: ({ store, locationId }) => {
      const pipeline = store.pipelines.in(locationId)[0]!;
      const stages = [...pipeline.stages.map((stage, index) => (index === 1 ? { ...stage, name: "Visited" } : stage)), { id: "NewStage", name: "Signed", position: 9 }];
      store.pipelines.change(pipeline, { stages, dateUpdated: Date.now() });
    },
    eventTypes: ["created", "updated"],
    event: ({ pipelineId }) => ({ name: "Visited", pipelineId, pipelineName: "New customers" }),
  },
  {
    slug: "list-pipelines", when: "only pipelines are watched: one appears, a stage is renamed", props: () => ({ watch: ["pipelines"] }),
    change: ({ store, locationId }) => {
      const pipeline = store.pipelines.in(locationId)[0]!;
      store.pipelines.change(pipeline, { stages: pipeline.stages.map((stage) => ({ ...stage, name: `${stage.name}!` })) });
      store.pipelines.put({ ...pipeline, id: "NewPipeline", name: "Partners" });
    },
    eventTypes: ["created"],
    event: () => ({ id: "NewPipeline" }),
  },
  {
    slug: "list-pipelines", when: "a pipeline with three stages is deleted", props: () => ({}),
    change: ({ store, locationId }) => store.pipelines.delete(store.pipelines.in(locationId)[1]!.id),
    eventTypes: ["deleted", "deleted", "deleted", "deleted"], polls: 2,
  },
];

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-opportunity",
    props: (ids) => ({ ...dealFor(ids.otherContactId, ids), monetaryValue: "1250.50", assignedTo: ids.userId, source: "fair", customField1: ids.fieldId, customFieldValue1: "00123", customField2: ids.numberFieldId, customFieldValue2: "7" }),
    effect: ({ store }, { otherContactId, userId, fieldId, numberFieldId }, { id }) => expect(store.opportunities.get(String(id))).toEqual(contains({
      contactId: otherContactId, status: "open", monetaryValue: 1250.5, assignedTo: userId, source: "fair", customFields: [{ id: fieldId, value: "00123" }, { id: numberFieldId, value: 7 }],
    })),
  },
  {
    slug: "update-opportunity", when: "to another stage", props: (ids) => ({ ...one(ids), pipelineStageId: ids.nextStageId, name: "Bigger plan" }),
    effect: (sandbox, ids) => {
      const { name, pipelineStageId, createdAt, lastStageChangeAt, lastStatusChangeAt } = now(sandbox, ids);
      expect({ name, pipelineStageId }).toEqual({ name: "Bigger plan", pipelineStageId: ids.nextStageId });
      expect(lastStageChangeAt).toBeGreaterThan(createdAt);
      expect(lastStatusChangeAt).toBe(createdAt + 1); // as live
    },
  },
  {
    slug: "update-opportunity-status", when: "lost, with the reason", props: (ids) => ({ ...one(ids), status: "lost", lostReasonId: ids.lostReasonId }),
    effect: (sandbox, ids) => expect(now(sandbox, ids)).toEqual(contains({ status: "lost", lostReasonId: ids.lostReasonId })),
  },
  {
    slug: "upsert-opportunity", when: "there is one, and its followers stay", props: ({ contactId, pipelineId }) => ({ contactId, pipelineId, monetaryValue: 300 }),
    effect: (sandbox, ids, { id }) => {
      expect(id).toBe(ids.opportunityId);
      expect(now(sandbox, ids)).toEqual(contains({ monetaryValue: 300, name: "Iris, yearly plan", followers: [ids.followerId] }));
    },
  },
  {
    slug: "upsert-opportunity", when: "there is none", props: ({ otherContactId, pipelineId, userId }) => ({ contactId: otherContactId, pipelineId, name: "Otis", status: "open", followers: [userId] }),
    effect: ({ store }, { otherContactId, userId }, { id }) => expect(store.opportunities.get(String(id))).toEqual(contains({ contactId: otherContactId, name: "Otis", followers: [userId] })),
  },
  { slug: "delete-opportunity", props: one, effect: ({ store }, { opportunityId }) => expect(store.opportunities.get(opportunityId)).toBeUndefined() },
  {
    slug: "add-opportunity-followers", props: (ids) => ({ ...one(ids), userIds: [ids.userId] }),
    effect: (sandbox, ids) => expect(now(sandbox, ids).followers).toEqual([ids.followerId, ids.userId]),
  },
  {
    slug: "remove-opportunity-followers", props: (ids) => ({ ...one(ids), userIds: [ids.followerId] }),
    effect: (sandbox, ids) => expect(now(sandbox, ids).followers).toEqual([]),
  },
  {
    slug: "remove-opportunity-followers", when: "all of them", props: (ids) => ({ ...one(ids), isRemoveAllFollowers: true }),
    effect: (sandbox, ids) => expect(now(sandbox, ids).followers).toEqual([]),
  },
];

e2e({ category: "opportunities", setup, triggers, actions });

describe("opportunities: errors, and what a poll costs", () => {
  let sandbox: Sandbox;
  const withSandbox = (body: (ids: Ids) => Promise<void>) => async () => {
    sandbox = await startSandbox({ rateLimit: false });
    try {
      await body(setup(sandbox));
    } finally {
      await sandbox.close();
    }
  };
  const polls = async (props: Record<string, unknown>) => {
    const trigger = await source(sandbox, "search-opportunities", props);
    await trigger.deploy();
    return trigger;
  };
  const calls = () => sandbox.requests.filter(({ operation }) => operation === "/opportunities/search").length;

  it("reads the news of an idle poll with one request, and 1,200 new ones with three", withSandbox(async (ids) => {
    const trigger = await polls({});
    let before = calls();
    expect((await trigger.run()).emitted).toEqual([]);
    expect(calls() - before).toBe(1);
    for (let deal = 0; deal < 1200; deal++) sandbox.store.opportunities.insert({ locationId: sandbox.locationId, ...dealFor(ids.otherContactId, ids) });
    before = calls();
    const { emitted } = await trigger.run();
    expect(new Set(emitted.map(({ event }) => (event as { id: string }).id)).size).toBe(1200);
    expect(calls() - before).toBe(3);
  }));

  it("finds one that the index shows a minute late, once", withSandbox(async (ids) => {
    const trigger = await polls({});
    const { locationId, store } = sandbox;
    store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids), name: "late" }, { visibleAt: Date.now() + 60_000 });
    store.opportunities.insert({ locationId, ...dealFor(ids.otherContactId, ids), name: "prompt" });
    const names = async () => (await trigger.run()).emitted.map(({ event }) => (event as { name: string }).name);
    expect(await names()).toEqual(["prompt"]);
    sandbox.advance(61_000);
    expect(await names()).toEqual(["late"]);
    expect(await names()).toEqual([]);
  }));

  it.each([
    ["the simple search cannot tell changes", { searchWith: "simple" }, "The simple search cannot tell what was changed. Choose only \"created\" in Events, or the advanced search in Search With."],
    ["a campaign needs the simple search", { campaignId: "x1" }, "Clear Campaign. Only the simple search has this filter. To use it, choose that search in Search With."],
    ["JSON filters need the advanced search", { searchWith: "simple", eventTypes: ["created"], filters: "[]" }, "Clear Filters (JSON). Only the advanced search has this field. To use it, choose that search in Search With."],
    ["filters that are no JSON", { filters: "status = open" }, "Filters (JSON) is not valid JSON. Compare it with the example in the field's description."],
    ["filters without field or group", { filters: "{\"status\":\"open\"}" }, "Filters (JSON): each filter needs a \"field\" or a \"group\". Compare it with the example in the field's description."],
  ])("%s", async (_, props, message) => {
    await withSandbox(async () => expect(await messageOf(polls(props))).toBe(message))();
  });

  it("says that a second opportunity in the pipeline is refused", withSandbox(async (ids) => {
    expect(await messageOf(run(sandbox, "create-opportunity", dealFor(ids.contactId, ids)))).toMatch(/^The contact already has an opportunity in this pipeline\. Use Update Opportunity/);
  }));

  it("says that an opportunity does not exist", withSandbox(async () => {
    expect(await messageOf(run(sandbox, "delete-opportunity", { opportunityId: "nobody1" }))).toMatch(/^Opportunity: HighLevel has no opportunity with this ID\. .* HighLevel says: Opportunity with id nobody1 not found\. \(/);
  }));

  it("offers the stages of the chosen pipeline, opportunities by contact, and the reasons for a loss", withSandbox(async (ids) => {
    const options = async (slug: string, prop: string, request: Record<string, unknown> = {}) =>
      (await resolveOptions(await load(slug), prop, { auth: account(sandbox), ...request })).options.map(({ label }) => label);
    expect(await options("create-opportunity", "pipelineId")).toEqual(["New customers", "Memberships"]);
    expect(await options("create-opportunity", "pipelineStageId", { configured: { pipelineId: ids.pipelineId } }))
      .toEqual(["Inquiry", "First visit", "Proposal sent", "Decision"].map((stage) => `${stage} (New customers)`));
    expect(await options("create-opportunity", "pipelineStageId")).toHaveLength(7);
    expect(await options("update-opportunity", "opportunityId", { query: "quist" })).toEqual(["Iris, yearly plan (Iris Quist)"]);
    expect(await options("update-opportunity-status", "lostReasonId", { query: "answer" })).toEqual(["No answer"]);
    expect(await options("create-opportunity", "customField1")).toEqual(["Deal origin", "Deal size"]);
  }));

  it("emits a move once, and loses none that came with another change", withSandbox(async ({ opportunityId, nextStageId, stageId }) => {
    const watchers = { all: await polls({}), moves: await polls({ eventTypes: ["stage changed"] }), plain: await polls({ eventTypes: ["created", "updated"] }) };
    const eventTypes = async (changes: Record<string, unknown>) => {
      clock.pass(2); // another millisecond than the change before
      sandbox.store.opportunities.update(opportunityId, changes);
      const events = Object.entries(watchers).map(async ([name, trigger]) => [name, (await trigger.run()).emitted.map(({ event }) => (event as { _event: { kind: string } })._event.kind)]);
      return Object.fromEntries(await Promise.all(events)) as unknown;
    };
    expect(await eventTypes({ pipelineStageId: nextStageId })).toEqual({ all: ["stage changed"], moves: ["stage changed"], plain: ["updated"] });
    expect(await eventTypes({ name: "Renamed" })).toEqual({ all: ["updated"], moves: [], plain: ["updated"] });
    expect(await eventTypes({ pipelineStageId: stageId, status: "won" })).toEqual({ all: ["status changed"], moves: ["stage changed"], plain: ["updated"] });
  }));
});
