import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ContactInput } from "../../local/sandbox/index.ts";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

const START = Date.UTC(2026, 10, 23, 12);
const LOCATION = "SandboxLocation00002";
let bed: TestBed;
let now = START;
let token = "";
beforeAll(async () => {
  bed = await open({ now: () => now, indexLagMs: 5000 });
  token = bed.token({ locationId: LOCATION });
});
afterAll(() => bed.close());

const search = (body: object) => bed.api("POST", "/contacts/search", { body: { locationId: LOCATION, pageLimit: 100, ...body }, token });
const names = async (body: object) => at<{ firstName: string }[]>((await search(body)).body, "contacts").map(({ firstName }) => firstName);

/** Replaces the location's contacts, seen at once. */
function only(...inputs: Omit<ContactInput, "locationId">[]) {
  for (const { id } of bed.store.contacts.in(LOCATION)) bed.store.contacts.delete(id, { visibleAt: now });
  return bed.store.contacts.insert(inputs.map((input) => ({ ...input, locationId: LOCATION })), { visibleAt: now });
}

describe("what a search finds", () => {
  it("has other names and forms than the contact itself", async () => {
    const [contact] = only({ firstName: "Ann", lastName: "Lee", address1: "1 Oak Avenue", dateOfBirth: "1990-09-25", dateAdded: START, dateUpdated: START + 5, tags: ["vip"] });
    const { status, body } = await search({ sort: [{ field: "dateUpdated", direction: "asc" }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 1, traceId: expect.any(String) });
    const found = at<object>(body, "contacts.0");
    expect(found).toMatchObject({
      id: contact?.id, locationId: LOCATION, address: "1 Oak Avenue", dateOfBirth: Date.UTC(1990, 8, 25), contactName: "ann lee", firstNameLowerCase: "ann", email: null, businessId: null,
      dateAdded: new Date(START).toISOString(), dateUpdated: new Date(START + 5).toISOString(), tags: ["vip"], customFields: [], searchAfter: [START + 5, contact?.id],
    });
    expect(found).not.toHaveProperty("address1");
  });
});

describe("filters", () => {
  const find = (...filters: object[]) => names({ filters, sort: [{ field: "firstNameLowerCase", direction: "asc" }] });
  let custom: Record<string, string> = {};
  beforeAll(() => {
    const field = (dataType: string) => bed.store.customFields.put({ id: `field-${dataType}`, locationId: LOCATION, model: "contact", name: dataType, fieldKey: dataType, placeholder: "", dataType, position: 1, dateAdded: START }).id;
    custom = Object.fromEntries(["TEXT", "NUMERICAL", "DATE", "CHECKBOX", "TEXTBOX_LIST", "SIGNATURE"].map((type) => [type, field(type)]));
    const values = (entries: Record<string, unknown>) => Object.entries(entries).map(([type, value]) => ({ id: custom[type] ?? "", value }));
    only(
      { firstName: "Ann", email: "Ann@example.com", tags: ["vip", "new lead"], city: "Boston", dateAdded: START, followers: ["u1"], customFields: values({ TEXT: "Blue whale", NUMERICAL: 5, CHECKBOX: ["x", "y"] }) },
      { firstName: "Bob", phone: "+12125550111", tags: ["newsletter"], dnd: true, dateAdded: START + 1000, dateOfBirth: "1980-01-01", dndSettings: { SMS: { status: "active" } }, customFields: values({ NUMERICAL: 9, DATE: "2027-01-15" }) },
      { firstName: "Cid", lastName: "Stone", dateAdded: START + 2000, city: "New Boston", customFields: values({ TEXTBOX_LIST: { one: "Otter" } }) },
    );
  });

  it.each<[string, string, unknown, string[]]>([
    ["email", "eq", "ann@example.com", ["Ann"]],
    ["email", "not_eq", "ann@example.com", ["Bob", "Cid"]],
    ["email", "exists", undefined, ["Ann"]],
    ["phone", "not_exists", undefined, ["Ann", "Cid"]],
    ["phone", "contains", "5550111", ["Bob"]],
    ["tags", "eq", ["VIP", "newsletter"], ["Ann", "Bob"]],
    ["tags", "contains", "new", ["Ann", "Bob"]],
    ["tags", "not_contains", "vip", ["Bob", "Cid"]],
    ["city", "contains", "boston", ["Ann", "Cid"]],
    ["contactName", "eq", "cid stone", ["Cid"]],
    ["followers", "eq", "u1", ["Ann"]],
    ["dnd", "eq", true, ["Bob"]],
    ["dndSettings.SMS.status", "eq", "active", ["Bob"]],
    ["dateOfBirth", "range", { gte: "1979-01-01", lt: "1981-01-01" }, ["Bob"]],
    ["dateAdded", "range", { gt: START, lte: START + 2000 }, ["Bob", "Cid"]],
    ["dateAdded", "range", { gte: new Date(START).toISOString(), lt: new Date(START + 2000).toISOString() }, ["Ann", "Bob"]],
    ["customFields.field-TEXT", "contains", "whale", ["Ann"]],
    ["customFields.field-NUMERICAL", "range", { gt: 5 }, ["Bob"]],
    ["customFields.field-NUMERICAL", "eq", 5, ["Ann"]],
    ["customFields.field-DATE", "range", { lt: "2027-02-01" }, ["Bob"]],
    ["customFields.field-CHECKBOX", "eq", "y", ["Ann"]],
    ["customFields.field-TEXTBOX_LIST.one", "contains", "otter", ["Cid"]],
  ])("%s %s %j", async (field, operator, value, expected) => {
    expect(await find({ field, operator, value })).toEqual(expected);
  });

  it("join by AND, and groups nest", async () => {
    expect(await find({ field: "city", operator: "exists" }, { field: "email", operator: "not_exists" })).toEqual(["Cid"]);
    const either = { group: "OR", filters: [{ field: "dnd", operator: "eq", value: true }, { group: "AND", filters: [{ field: "dateAdded", operator: "range", value: { gt: START } }, { field: "city", operator: "exists" }] }] };
    expect(await find(either)).toEqual(["Bob", "Cid"]);
    expect(await find({ group: "AND", filters: [either, { field: "tags", operator: "not_exists" }] })).toEqual(["Cid"]);
  });

  it.each<[object[], number, string | string[]]>([
    [[{ field: "contact_name", operator: "eq", value: "x" }], 400, "Invalid field contact_name"],
    [[{ field: "customFields.none", operator: "eq", value: "x" }], 400, "Invalid field customFields.none"],
    [[{ field: "customFields.field-SIGNATURE", operator: "exists" }], 400, "Invalid field customFields.field-SIGNATURE"],
    [[{ field: "email", operator: "contains", value: "x" }], 422, ["filters.0.operator contains is not supported for field email"]],
    [[{ field: "dateAdded", operator: "eq", value: "x" }], 422, ["filters.0.operator eq is not supported for field dateAdded"]],
    [[{ field: "customFields.field-CHECKBOX", operator: "contains", value: "x" }], 422, ["filters.0.operator contains is not supported for field customFields.field-CHECKBOX"]],
    [[{ field: "dateAdded", operator: "gt", value: "x" }], 422, ["filters.0.operator must be one of the following values: eq, not_eq, contains, not_contains, exists, not_exists, range"]],
    [[{ field: "dateAdded", operator: "range", value: START }], 422, ["filters.0.value must be an object with gte, gt, lte or lt"]],
    [[{ field: "city", operator: "eq" }], 422, ["filters.0.value must be a string, a number or a boolean"]],
    [[{ field: "city", operator: "eq", value: "x".repeat(76) }], 422, ["filters.0.value must be shorter than or equal to 75 characters"]],
    [[{ field: "city", operator: "exists", extra: 1 }], 422, ["filters.0.property extra should not exist"]],
    [[{ group: "XOR", filters: [] }], 422, ["filters.0.group must be one of the following values: AND, OR"]],
    [[{ group: "AND", filters: [{ field: "city" }] }], 422, ["filters.0.filters.0.operator must be one of the following values: eq, not_eq, contains, not_contains, exists, not_exists, range"]],
    [[{ field: "city", operator: "exists" }, { group: "OR", filters: [] }], 422, ["filters must not mix groups and single filters at the top level"]],
  ])("%j are refused", async (filters, status, message) => {
    expect(await search({ filters })).toMatchObject({ status, body: { statusCode: status, message } });
  });

  it("with a date that cannot be read break the search, as in the live API", async () => {
    expect(await search({ filters: [{ field: "dateAdded", operator: "range", value: { gte: "yesterday" } }] })).toMatchObject({ status: 500, body: { name: "HttpException" } });
  });

  it("go together with words", async () => {
    expect(await names({ query: "STONE cid" })).toEqual(["Cid"]);
    expect(await names({ query: "bob", filters: [{ field: "dnd", operator: "eq", value: false }] })).toEqual([]);
  });
});

describe("order and pages", () => {
  const asc = [{ field: "dateUpdated", direction: "asc" }];

  it("sort by one or two fields, contacts without a value last", async () => {
    only({ firstName: "a", email: "x@example.com", dateAdded: 3 }, { firstName: "b", dateAdded: 2 }, { firstName: "c", email: "A@example.com", dateAdded: 2, source: "s" }, { firstName: "d", email: "z@example.com", dateAdded: 1 });
    expect(await names({ sort: [{ field: "email", direction: "asc" }] })).toEqual(["c", "a", "d", "b"]);
    expect(await names({ sort: [{ field: "email", direction: "desc" }] })).toEqual(["d", "a", "c", "b"]);
    expect(await names({ sort: [{ field: "dateAdded", direction: "desc" }, { field: "email", direction: "desc" }] })).toEqual(["a", "c", "b", "d"]);
    expect((await names({})).filter((name) => name === "a" || name === "d")).toEqual(["a", "d"]);
  });

  it.each([
    [asc, "ascending"],
    [[{ field: "dateUpdated", direction: "desc" }], "descending"],
    [[{ field: "source", direction: "asc" }, { field: "dateUpdated", direction: "desc" }], "by two fields"],
  ])("searchAfter reaches each contact once, ties included (%#)", async (sort) => {
    only(...Array.from({ length: 25 }, (_, n) => ({ firstName: `n${n}`, dateAdded: START + Math.floor(n / 10), source: n % 3 === 0 ? undefined : `s${n % 2}` })));
    const seen: string[] = [];
    let searchAfter: unknown;
    for (let page = 0; page < 10; page++) {
      const { body } = await search({ pageLimit: 4, sort, searchAfter });
      expect(at<number>(body, "total")).toBe(25);
      const contacts = at<{ id: string; searchAfter: unknown }[]>(body, "contacts");
      if (contacts.length === 0) break;
      seen.push(...contacts.map(({ id }) => id));
      searchAfter = contacts.at(-1)?.searchAfter;
    }
    expect(seen).toEqual(await ids({ sort }));
    expect(new Set(seen).size).toBe(25);
  });
  const ids = async (body: object) => at<{ id: string }[]>((await search(body)).body, "contacts").map(({ id }) => id);

  it("by number give the same, up to the 10,000th record", async () => {
    expect([...(await ids({ sort: asc, page: 1, pageLimit: 20 })), ...(await ids({ sort: asc, page: 2, pageLimit: 20 }))]).toEqual(await ids({ sort: asc }));
    expect(await search({ page: 101 })).toMatchObject({ status: 400 });
    expect((await search({ page: 100 })).status).toBe(200);
  });

  it.each<[object, number]>([
    [{ pageLimit: 501 }, 422],
    [{ pageLimit: 0 }, 422],
    [{ pageLimit: 1.5 }, 422],
    [{ query: "x".repeat(76) }, 422],
    [{ sort: [{ field: "city", direction: "asc" }] }, 400],
    [{ sort: [{ field: "email", direction: "up" }] }, 422],
    [{ sort: [...asc, ...asc, ...asc] }, 422],
    [{ sort: asc, searchAfter: ["x"] }, 400],
    [{ sort: asc, searchAfter: [1, "id"], page: 1 }, 422],
    [{ limit: 5 }, 422],
  ])("%j is refused with %i", async (body, status) => {
    expect((await search(body)).status).toBe(status);
  });
});

describe("index lag", () => {
  const path = () => `/contacts/${bed.store.contacts.in(LOCATION)[0]?.id}`;

  it("hides creations, changes and deletions from searches and lists for a while, but not from reads by id", async () => {
    only();
    const created = await bed.api("POST", "/contacts/", { body: { locationId: LOCATION, firstName: "New" }, token });
    expect(created.status).toBe(201);
    expect((await bed.api("GET", path(), { token })).status).toBe(200);
    const list = async () => at<object[]>((await bed.api("GET", "/contacts/", { query: { locationId: LOCATION }, token })).body, "contacts").length;
    expect([await names({}), await list()]).toEqual([[], 0]);
    now += 4999;
    expect(await names({})).toEqual([]);
    now += 1;
    expect([await names({}), await list()]).toEqual([["New"], 1]);

    await bed.api("PUT", path(), { body: { firstName: "Changed" }, token });
    expect((await bed.api("GET", path(), { token })).body).toMatchObject({ contact: { firstName: "Changed" } });
    expect(await names({})).toEqual(["New"]);
    bed.advance(5000);
    expect(await names({})).toEqual(["Changed"]);

    await bed.api("DELETE", path(), { token });
    expect(await names({})).toEqual(["Changed"]);
    bed.advance(5000);
    expect(await names({})).toEqual([]);
  });

  it("can be long for one contact: old times, seen late, and never an old version after a new one", async () => {
    only();
    const minuteAgo = START - 60_000;
    const [late] = bed.store.contacts.insert([{ locationId: LOCATION, firstName: "Late", dateAdded: minuteAgo }], { visibleAt: now + 100_000 });
    expect(await names({})).toEqual([]);
    bed.store.contacts.update(late?.id ?? "", { firstName: "Late, changed" }, { visibleAt: now + 50_000 });
    bed.advance(50_000);
    expect(await names({})).toEqual(["Late, changed"]);
    bed.advance(50_000);
    expect(await names({})).toEqual(["Late, changed"]);
    expect(at((await search({})).body, "contacts.0.dateAdded")).toBe(new Date(minuteAgo).toISOString());
  });
});
