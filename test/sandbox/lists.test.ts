import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operations } from "../../local/facts/index.ts";
import { resources } from "../../local/sandbox/resources/index.ts";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
let query: { locationId: string };
beforeAll(async () => {
  bed = await open();
  query = { locationId: bed.locationId };
});
afterAll(() => bed.close());

const ids = (body: unknown, key: string) => at<{ id: string }[]>(body, key).map(({ id }) => id);

describe("the operations the sandbox plays", () => {
  it("are documented ones, and all of the contacts API is among them", () => {
    const known = operations().map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(resources).filter((key) => !known.includes(key))).toEqual([]);
    const contactOperations = operations().filter(({ app }) => app === "contacts").map(({ method, path }) => `${method} ${path}`);
    expect(contactOperations).toHaveLength(32);
    expect(contactOperations.filter((key) => !(key in resources))).toEqual([]);
  });
});

describe("the deprecated list of contacts", () => {
  const list = (extra: Record<string, string>) => bed.api("GET", "/contacts/", { query: { ...query, ...extra } });

  it("pages newest first with both halves of the cursor", async () => {
    const seen: string[] = [];
    let cursor = {};
    for (let page = 1; page <= 4; page++) {
      const { body } = await list({ limit: "25", ...cursor });
      seen.push(...ids(body, "contacts"));
      expect(at(body, "meta")).toMatchObject({ total: 60, currentPage: 1, nextPage: page < 3 ? 2 : null });
      if (at<number | null>(body, "meta.nextPage") === null) break;
      cursor = { startAfter: String(at<number>(body, "meta.startAfter")), startAfterId: at(body, "meta.startAfterId") };
    }
    const newestFirst = [...bed.store.contacts.in(bed.locationId)].sort((a, b) => b.dateAdded - a.dateAdded).map(({ id }) => id);
    expect(seen).toEqual(newestFirst);
  });

  it("repeats the first page when half of the cursor is missing", async () => {
    const first = await list({ limit: "2" });
    const again = await list({ limit: "2", startAfter: String(at<number>(first.body, "meta.startAfter")) });
    expect(ids(again.body, "contacts")).toEqual(ids(first.body, "contacts"));
  });

  it("finds by words", async () => {
    const contact = bed.store.contacts.in(bed.locationId).find(({ email }) => email);
    expect(ids((await list({ query: contact?.email?.toUpperCase() ?? "" })).body, "contacts")).toEqual([contact?.id]);
  });
});

describe("the contacts of a business", () => {
  it("are listed by skip and limit, which are strings", async () => {
    const business = bed.store.businesses.in(bed.locationId)[0];
    const members = bed.store.contacts.in(bed.locationId).filter(({ businessId }) => businessId === business?.id).map(({ id }) => id);
    const list = (extra: Record<string, string>) => bed.api("GET", `/contacts/business/${business?.id}`, { query: { ...query, ...extra } });
    const { body } = await list({});
    expect(ids(body, "contacts")).toEqual(members);
    expect(body).toMatchObject({ count: members.length });
    expect(ids((await list({ skip: "1", limit: "1" })).body, "contacts")).toEqual(members.slice(1, 2));
    expect(await bed.api("GET", "/contacts/business/none", { query })).toMatchObject({ status: 400 });
  });
});

describe("what dropdowns offer", () => {
  it("users of a location and of the agency", async () => {
    expect(ids((await bed.api("GET", "/users/", { query })).body, "users")).toHaveLength(6);
    const search = (extra: Record<string, string>) => bed.api("GET", "/users/search", { query: { companyId: bed.companyId, ...extra } });
    expect((await search({ query: "tessa" })).body).toMatchObject({ users: [{ name: "Tessa Novak", email: "tessa.novak@example.com" }], count: 1 });
    const newest = await search({ sort: "dateAdded", sortDirection: "desc", limit: "1" });
    expect(newest.body).toMatchObject({ users: [{ name: "Kofi Sinclair" }], count: 6 });
    const [id] = ids(newest.body, "users");
    expect((await bed.api("GET", `/users/${id}`)).body).toMatchObject({ id, name: "Kofi Sinclair", roles: { type: "account", role: "user" } });
    expect(await bed.api("GET", "/users/nobody")).toMatchObject({ status: 401, body: { message: "The user does not exist." } });
  });

  it("custom fields of every data type, by model", async () => {
    const fields = async (model?: string) => at<{ dataType: string; model: string }[]>((await bed.api("GET", `/locations/${bed.locationId}/customFields`, { query: model ? { model } : {} })).body, "customFields");
    const types = ["CHECKBOX", "DATE", "FILE_UPLOAD", "LARGE_TEXT", "MONETORY", "MULTIPLE_OPTIONS", "NUMERICAL", "PHONE", "RADIO", "SIGNATURE", "SINGLE_OPTIONS", "TEXT", "TEXTBOX_LIST"];
    expect((await fields("contact")).map(({ dataType }) => dataType).sort()).toEqual(types);
    expect(await fields("opportunity")).toHaveLength(2);
    expect(await fields()).toHaveLength(15);
  });

  it("locations, the demo one in New York", async () => {
    expect((await bed.api("GET", `/locations/${bed.locationId}`)).body).toMatchObject({ location: { id: bed.locationId, companyId: bed.companyId, timezone: "America/New_York", settings: { allowDuplicateContact: false } } });
    const search = (token: string) => bed.api("GET", "/locations/search", { query: { companyId: bed.companyId }, token });
    expect(ids((await search(bed.token({ kind: "agency" }))).body, "locations")).toEqual([bed.locationId, "SandboxLocation00002"]);
    expect(ids((await search(bed.token())).body, "locations")).toEqual([bed.locationId]);
  });

  it("tags, campaigns and workflows", async () => {
    expect(at<object[]>((await bed.api("GET", `/locations/${bed.locationId}/tags`)).body, "tags")).toHaveLength(8);
    expect((await bed.api("POST", `/locations/${bed.locationId}/tags`, { body: { name: "VIP" } })).status).toBe(400);
    expect((await bed.api("POST", `/locations/${bed.locationId}/tags`, { body: { name: "Fresh" } })).body).toMatchObject({ tag: { name: "fresh" } });
    expect(at<object[]>((await bed.api("GET", "/campaigns/", { query: { ...query, status: "draft" } })).body, "campaigns")).toMatchObject([{ name: "Win-back", status: "draft", locationId: bed.locationId }]);
    const { body } = await bed.api("GET", "/workflows/", { query });
    expect(at<object[]>(body, "workflows")).toHaveLength(4);
    expect(at(body, "workflows.0.updatedAt")).toMatch(/^\d{4}-.*Z$/);
  });
});

describe("businesses", () => {
  it("are created, read, changed and deleted, in a misspelt envelope", async () => {
    const created = await bed.api("POST", "/businesses/", { body: { ...query, name: "Elm Bakery" } });
    expect(created).toMatchObject({ status: 201, body: { success: true, buiseness: { name: "Elm Bakery", locationId: bed.locationId } } });
    const id = at(created.body, "buiseness.id");
    const [contact] = bed.store.contacts.insert([{ ...query, businessId: id, businessName: "Elm Bakery" }]);
    expect((await bed.api("PUT", `/businesses/${id}`, { body: { name: "Oak Bakery" } })).body).toMatchObject({ success: true, buiseness: { name: "Oak Bakery" } });
    expect(bed.store.contacts.get(contact?.id ?? "")?.businessName).toBe("Oak Bakery");
    expect((await bed.api("GET", `/businesses/${id}`)).body).toMatchObject({ business: { name: "Oak Bakery" } });
    expect(at<object[]>((await bed.api("GET", "/businesses/", { query: { ...query, skip: "8" } })).body, "businesses")).toMatchObject([{ id }]);
    expect((await bed.api("DELETE", `/businesses/${id}`)).body).toMatchObject({ success: true });
    expect(bed.store.contacts.get(contact?.id ?? "")?.businessId).toBeUndefined();
    expect(await bed.api("GET", `/businesses/${id}`)).toMatchObject({ status: 400 });
  });
});
