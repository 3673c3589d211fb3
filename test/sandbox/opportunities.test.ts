import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
beforeAll(async () => {
  bed = await open({ indexLagMs: 5_000 });
});
afterAll(() => bed.close());

const ids = (body: unknown) => at<{ id: string }[]>(body, "opportunities").map(({ id }) => id);
const search = (body: Record<string, unknown>) => bed.api("POST", "/opportunities/search", { body: { locationId: bed.locationId, limit: 10, ...body } });
const list = (query: Record<string, string>) => bed.api("GET", "/opportunities/search", { query: { location_id: bed.locationId, ...query } });
const newestFirst = () => [...bed.store.opportunities.in(bed.locationId)].sort((a, b) => b.createdAt - a.createdAt).map(({ id }) => id);

describe("the advanced search of opportunities", () => {
  it("answers 201 and pages by the cursor that each record carries", async () => {
    const seen: string[] = [];
    let searchAfter: unknown[] = [];
    for (let page = 0; page < 4; page++) {
      const { status, body } = await search({ searchAfter });
      expect(status).toBe(201);
      expect(at<number>(body, "total")).toBe(30);
      seen.push(...ids(body));
      if (ids(body).length === 0) break;
      searchAfter = at<{ sort: unknown[] }[]>(body, "opportunities").at(-1)!.sort;
    }
    expect(seen).toEqual(newestFirst());
  });

  it("sorts and filters by snake_case names", async () => {
    const won = bed.store.opportunities.in(bed.locationId).filter(({ status }) => status === "won").sort((a, b) => a.updatedAt - b.updatedAt);
    const filters = [{ field: "status", operator: "eq", value: "won" }, { field: "date_updated", operator: "range", value: { gte: won[1]!.updatedAt } }];
    const { body } = await search({ filters, sort: [{ field: "date_updated", direction: "asc" }] });
    expect(ids(body)).toEqual(won.slice(1).map(({ id }) => id));
  });

  it.each([
    ["a limit beyond 500", { limit: 501 }, 422],
    ["a page with a cursor", { page: 1, searchAfter: [1, "a"] }, 422],
    ["pages beyond 10,000", { page: 1001 }, 400],
    ["an unknown field", { filters: [{ field: "pipelineId", operator: "eq", value: "x" }] }, 400],
    ["an unknown order", { sort: [{ field: "dateUpdated", direction: "asc" }] }, 400],
    ["groups beside single filters", { filters: [{ field: "name", operator: "exists" }, { group: "AND", filters: [] }] }, 422],
  ])("refuses %s", async (_, body, status) => {
    expect((await search(body)).status).toBe(status);
  });

  it("sees a change only after the lag of the index; the opportunity itself at once", async () => {
    const { id } = bed.store.opportunities.in(bed.locationId)[0]!;
    await bed.api("PUT", `/opportunities/${id}`, { body: { name: "Renamed just now" } });
    expect(at((await bed.api("GET", `/opportunities/${id}`)).body, "opportunity.name")).toBe("Renamed just now");
    expect(ids((await search({ query: "renamed just" })).body)).toEqual([]);
    bed.advance(5_000);
    expect(ids((await search({ query: "renamed just" })).body)).toEqual([id]);
  });

  it("never goes back to an older version, nor to one that was deleted, where that one arrives late", async () => {
    const { store, locationId } = bed;
    const now = store.clock.now();
    const { id, ...rest } = store.opportunities.in(locationId)[2]!;
    store.opportunities.update(id, { name: "Late one" }, { visibleAt: now + 60_000 });
    store.opportunities.update(id, { name: "Prompt one" }, { visibleAt: now });
    const gone = store.opportunities.insert({ ...rest, name: "Late one, deleted" }, { visibleAt: now + 60_000 });
    store.opportunities.delete(gone.id);
    bed.advance(5_000);
    expect(ids((await search({ query: "prompt one" })).body)).toEqual([id]);
    bed.advance(70_000);
    expect(ids((await search({ query: "prompt one" })).body)).toEqual([id]);
    expect(ids((await search({ query: "late one" })).body)).toEqual([]);
  });

  it("names a custom field's value by its kind; the single answer does not", async () => {
    const { id: opportunityId } = bed.store.opportunities.in(bed.locationId)[1]!;
    const { id } = bed.store.customFields.in(bed.locationId).find(({ name }) => name === "Deal size")!;
    await bed.api("PUT", `/opportunities/${opportunityId}`, { body: { customFields: [{ id, field_value: "7" }] } });
    bed.advance(5_000);
    const found = await search({ filters: [{ field: `custom_fields.${id}`, operator: "eq", value: 7 }] });
    expect(at(found.body, "opportunities.0.customFields")).toEqual([{ id, fieldValueNumber: 7, type: "number" }]);
    expect(at((await bed.api("GET", `/opportunities/${opportunityId}`)).body, "opportunity.customFields")).toEqual([{ id, fieldValue: 7 }]);
  });
});

describe("the simple search of opportunities", () => {
  it("takes the order, pages with both halves of the cursor, and repeats page one with one half", async () => {
    const oldestFirst = newestFirst().reverse();
    const first = await list({ order: "added_asc", limit: "20" });
    expect(ids(first.body)).toEqual(oldestFirst.slice(0, 20));
    const startAfter = String(at<number>(first.body, "meta.startAfter"));
    expect(ids((await list({ order: "added_asc", limit: "20", startAfter })).body)).toEqual(oldestFirst.slice(0, 20));
    expect(ids((await list({ order: "added_asc", limit: "20", startAfter, startAfterId: at(first.body, "meta.startAfterId") })).body)).toEqual(oldestFirst.slice(20));
  });

  it("goes on behind an opportunity that is gone", async () => {
    const query = { order: "added_asc", limit: "5" };
    const first = await list(query);
    const { startAfter, startAfterId } = at<{ startAfter: number; startAfterId: string }>(first.body, "meta");
    const oldestFirst = newestFirst().reverse();
    bed.store.opportunities.delete(startAfterId);
    bed.advance(5_000);
    expect(ids((await list({ ...query, startAfter: String(startAfter), startAfterId })).body)).toEqual(oldestFirst.slice(5, 10));
  });

  it("knows the day of creation, and camelCase names not at all", async () => {
    const row = bed.store.opportunities.in(bed.locationId)[2]!;
    const [year, month, day] = new Date(row.createdAt).toISOString().slice(0, 10).split("-");
    const date = `${month}-${day}-${year}`;
    expect(ids((await list({ date, endDate: date, contact_id: row.contactId })).body)).toEqual([row.id]);
    expect((await list({ date: `${year}-${month}-${day}` })).status).toBe(422);
    expect((await list({ pipelineId: row.pipelineId })).status).toBe(422);
  });
});

describe("writing opportunities", () => {
  const create = (body: Record<string, unknown>) => {
    const [pipeline, contact] = [bed.store.pipelines.in(bed.locationId)[0]!, bed.store.contacts.in(bed.locationId).at(-1)!];
    return bed.api("POST", "/opportunities/", { body: { locationId: bed.locationId, pipelineId: pipeline.id, contactId: contact.id, name: "Plan", status: "open", ...body } });
  };

  it.each([
    ["another pipeline's stage", () => ({ pipelineStageId: bed.store.pipelines.in(bed.locationId)[1]!.stages[0]!.id }), 400],
    ["the status of searches", () => ({ status: "all" }), 422],
    ["an unknown contact", () => ({ contactId: "nobody" }), 400],
    ["an unknown user", () => ({ assignedTo: "nobody" }), 400],
  ])("refuses %s", async (_, body, status) => {
    expect((await create(body())).status).toBe(status);
  });

  it("starts in the first stage, and refuses a second one of the contact unless the location allows it", async () => {
    const { status, body } = await create({});
    expect(status).toBe(201);
    expect(at(body, "opportunity.pipelineStageId")).toBe(bed.store.pipelines.in(bed.locationId)[0]!.stages[0]!.id);
    expect((await create({})).status).toBe(400);
    bed.store.locations.change(bed.store.locations.get(bed.locationId)!, { allowDuplicateOpportunity: true });
    expect((await create({})).status).toBe(201);
  });

  it("takes the reason of a loss away with the status", async () => {
    const { id } = bed.store.opportunities.in(bed.locationId)[3]!;
    const { id: lostReasonId } = bed.store.lostReasons.in(bed.locationId)[0]!;
    await bed.api("PUT", `/opportunities/${id}/status`, { body: { status: "lost", lostReasonId } });
    expect(bed.store.opportunities.get(id)).toMatchObject({ status: "lost", lostReasonId });
    await bed.api("PUT", `/opportunities/${id}/status`, { body: { status: "open" } });
    expect(bed.store.opportunities.get(id)).toMatchObject({ status: "open", lostReasonId: undefined });
  });
});
