import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { CustomField } from "../../local/sandbox/index.ts";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
let now = Date.UTC(2026, 10, 23, 12);
beforeAll(async () => {
  bed = await open({ now: () => now });
});
beforeEach(() => {
  now += 60_000;
});
afterAll(() => bed.close());

const create = (body: object) => bed.api("POST", "/contacts/", { body: { locationId: bed.locationId, ...body } });
const field = (dataType: string): CustomField => {
  const found = bed.store.customFields.in(bed.locationId).find((entry) => entry.dataType === dataType);
  if (!found) throw new Error(`no custom field of type ${dataType} is seeded`);
  return found;
};

describe("creating a contact", () => {
  it("answers 201 with the contact, its times and its numbers in HighLevel's forms", async () => {
    const { status, body } = await create({ name: "Zoe de la Cruz", email: "Zoe@Example.com", phone: "(212) 555-0188", tags: ["VIP", " Hot ", "vip"], dateOfBirth: "09/25/1990", address1: "1 Oak Avenue" });
    expect(status).toBe(201);
    const time = new Date(now).toISOString();
    expect(at<object>(body, "contact")).toMatchObject({
      locationId: bed.locationId, firstName: "Zoe", lastName: "de la Cruz", firstNameLowerCase: "zoe", fullNameLowerCase: "zoe de la cruz", email: "Zoe@Example.com", emailLowerCase: "zoe@example.com",
      phone: "+12125550188", tags: ["vip", "hot"], country: "US", type: "lead", address1: "1 Oak Avenue", dateOfBirth: "1990-09-25T00:00:00.000Z", dateAdded: time, dateUpdated: time, deleted: false,
    });
    expect(await bed.api("GET", `/contacts/${at(body, "contact.id")}`)).toMatchObject({ status: 200, body: { contact: { lastName: "de la Cruz", customFields: [] } } });
  });

  it("teaches the location new tags", async () => {
    await create({ tags: ["Brand New"] });
    const { body } = await bed.api("GET", `/locations/${bed.locationId}/tags`);
    expect(at<object[]>(body, "tags")).toContainEqual({ id: expect.any(String), locationId: bed.locationId, name: "brand new" });
  });

  it.each([
    [{ email: "nobody" }, "email must be an email"],
    [{ phone: "call me" }, "phone must be a valid phone number"],
    [{ dateOfBirth: "1990-13-45" }, "dateOfBirth must be a valid date"],
    [{ dateOfBirth: "25th of May" }, "dateOfBirth must be a valid date"],
  ])("refuses %j", async (body, message) => {
    expect(await create(body)).toMatchObject({ status: 422, body: { message: [message] } });
  });

  it.each(["1990/09/25", "09/25/1990", "1990-09-25", "09-25-1990", "1990.09.25", "09.25.1990", "1990_09_25", "09_25_1990"])("takes the birthday %s", async (dateOfBirth) => {
    expect((await create({ dateOfBirth })).body).toMatchObject({ contact: { dateOfBirth: "1990-09-25T00:00:00.000Z" } });
  });

  it("refuses an unknown user as owner", async () => {
    expect(await create({ assignedTo: "nobody" })).toMatchObject({ status: 400, body: { message: "User with id nobody not found" } });
  });
});

describe("custom fields of a contact", () => {
  it("keep values of every kind, and an update leaves the others alone", async () => {
    const values: [string, unknown, unknown][] = [
      ["TEXT", "00123", "00123"], ["NUMERICAL", "12", 12], ["MONETORY", 99.5, 99.5], ["CHECKBOX", ["Implants"], ["Implants"]], ["SINGLE_OPTIONS", "Plus", "Plus"],
      ["DATE", "2027-01-31", "2027-01-31"], ["TEXTBOX_LIST", { "sandbox-option-name": "Ann" }, { "sandbox-option-name": "Ann" }],
    ];
    const { body } = await create({ customFields: values.map(([type, value]) => ({ id: field(type).id, field_value: value })) });
    const stored = values.map(([type, , value]) => ({ id: field(type).id, value }));
    expect(at<object>(body, "contact")).toMatchObject({ customFields: stored });
    const updated = await bed.api("PUT", `/contacts/${at(body, "contact.id")}`, { body: { customFields: [{ id: field("TEXT").id, field_value: "" }, { id: field("NUMERICAL").id, field_value: 3 }] } });
    expect(at<object>(updated.body, "contact")).toMatchObject({ customFields: [{ id: field("NUMERICAL").id, value: 3 }, ...stored.slice(2)] });
  });

  it("pass over options and text boxes that they do not know, without a word", async () => {
    const known = { "sandbox-option-name": "Ann" };
    const values: [type: string, value: unknown, stored?: unknown][] = [
      ["SINGLE_OPTIONS", "Gold"], ["RADIO", "Maybe"], ["CHECKBOX", ["Braces", "Veneers"], ["Braces"]], ["MULTIPLE_OPTIONS", ["Fax"]],
      ["TEXTBOX_LIST", { ...known, Name: "Bo" }, known],
    ];
    const { status, body } = await create({ customFields: values.map(([type, value]) => ({ id: field(type).id, field_value: value })) });
    expect(status).toBe(201);
    expect(at(body, "contact.customFields")).toEqual(values.filter(([, , stored]) => stored).map(([type, , stored]) => ({ id: field(type).id, value: stored })));
  });

  it("refuse what cannot be", async () => {
    expect(await create({ customFields: [{ id: "unknown", field_value: "x" }] })).toMatchObject({ status: 400, body: { message: "Custom field with id unknown not found" } });
    expect(await create({ customFields: [{ id: field("NUMERICAL").id, field_value: "many" }] })).toMatchObject({ status: 422, body: { message: ["customFields.0.field_value must be a number"] } });
    expect(await create({ customFields: [{ id: field("DATE").id, field_value: "soon" }] })).toMatchObject({ status: 422, body: { message: ["customFields.0.field_value must be a valid date"] } });
  });
});

describe("duplicates", () => {
  it("by e-mail in any case, or by phone in any form, are refused and name the contact there is", async () => {
    const { body } = await create({ email: "twin@example.com", phone: "+12125550177" });
    const contactId = at(body, "contact.id");
    const refusal = (matchingField: string) => ({ status: 400, body: { statusCode: 400, message: "This location does not allow duplicated contacts.", meta: { contactId, matchingField } } });
    expect(await create({ email: "TWIN@example.com" })).toMatchObject(refusal("email"));
    expect(await create({ phone: "212.555.0177" })).toMatchObject(refusal("phone"));
    const other = await create({ email: "other@example.com" });
    expect(await bed.api("PUT", `/contacts/${at(other.body, "contact.id")}`, { body: { email: "twin@example.com" } })).toMatchObject(refusal("email"));
    expect((await bed.api("PUT", `/contacts/${contactId}`, { body: { email: "Twin@example.com" } })).status).toBe(200);
  });

  it("are welcome where the location's setting allows them", async () => {
    const home = bed.store.locations.get(bed.locationId);
    if (!home) throw new Error("the demo location is gone");
    bed.store.locations.change(home, { allowDuplicateContact: true });
    await create({ email: "double@example.com" });
    expect((await create({ email: "double@example.com" })).status).toBe(201);
    bed.store.locations.change(home, { allowDuplicateContact: false });
  });

  it("are found by e-mail or by E.164 phone", async () => {
    const { body } = await create({ email: "FindMe@example.com", phone: "+12125550166" });
    const find = (query: Record<string, string>) => bed.api("GET", "/contacts/search/duplicate", { query: { locationId: bed.locationId, ...query } });
    expect((await find({ email: "findme@EXAMPLE.com" })).body).toMatchObject({ contact: { id: at(body, "contact.id") }, matchingField: "contactId" });
    expect((await find({ number: "+12125550166" })).body).toMatchObject({ contact: { id: at(body, "contact.id") } });
    expect((await find({ number: " 12125550166" })).body).toMatchObject({ contact: null });
    expect((await find({ email: "none@example.com" })).body).toEqual({ contact: null, traceId: expect.any(String) });
  });
});

describe("updating a contact", () => {
  it("changes what is named, empties what is null, replaces all tags, and moves dateUpdated only", async () => {
    const { body } = await create({ firstName: "Before", city: "Albany", source: "Ad", tags: ["a", "b"] });
    const path = `/contacts/${at(body, "contact.id")}`;
    now += 1000;
    const updated = await bed.api("PUT", path, { body: { firstName: "After", city: null, tags: ["C"] } });
    expect(updated).toMatchObject({ status: 200, body: { succeded: true, succeeded: true, contact: { firstName: "After", source: "Ad", tags: ["c"], dateAdded: new Date(now - 1000).toISOString(), dateUpdated: new Date(now).toISOString() } } });
    expect(at<object>(updated.body, "contact")).not.toHaveProperty("city");
  });

  it("refuses gender and locationId", async () => {
    const { body } = await create({});
    const answer = await bed.api("PUT", `/contacts/${at(body, "contact.id")}`, { body: { gender: "f", locationId: bed.locationId } });
    expect(answer).toMatchObject({ status: 422, body: { message: ["property gender should not exist", "property locationId should not exist"] } });
  });
});

describe("upserting a contact", () => {
  const upsert = (body: object) => bed.api("POST", "/contacts/upsert", { body: { locationId: bed.locationId, ...body } });

  it("creates, then updates what has the same e-mail or phone", async () => {
    const first = await upsert({ email: "up@example.com", firstName: "One" });
    expect(first.body).toMatchObject({ new: true, succeded: true, contact: { firstName: "One" } });
    const second = await upsert({ email: "UP@example.com", firstName: "Two", phone: "+12125550155" });
    expect(second.body).toMatchObject({ new: false, contact: { id: at(first.body, "contact.id"), firstName: "Two" } });
    expect((await upsert({ phone: "(212) 555-0155", lastName: "Three" })).body).toMatchObject({ new: false, contact: { id: at(first.body, "contact.id"), firstName: "Two", lastName: "Three" } });
  });

  it("leaves out a phone that is another contact's", async () => {
    const mail = await create({ email: "has-mail@example.com" });
    await create({ phone: "+12125550144" });
    const { body } = await upsert({ email: "has-mail@example.com", phone: "+12125550144" });
    expect(body).toMatchObject({ new: false, contact: { id: at(mail.body, "contact.id") } });
    expect(at<object>(body, "contact")).not.toHaveProperty("phone");
  });

  it("heeds createNewIfDuplicateAllowed only where duplicates are allowed", async () => {
    await create({ email: "again@example.com" });
    expect((await upsert({ email: "again@example.com", createNewIfDuplicateAllowed: true })).body).toMatchObject({ new: false });
  });
});

describe("deleting a contact", () => {
  it("is final: reading it again is an error that says so, and its e-mail is free", async () => {
    const { body } = await create({ email: "gone@example.com" });
    const id = at(body, "contact.id");
    await bed.api("POST", `/contacts/${id}/notes`, { body: { body: "remember" } });
    expect(await bed.api("DELETE", `/contacts/${id}`)).toMatchObject({ status: 200, body: { succeded: true } });
    for (const [method, path] of [["GET", ""], ["DELETE", ""], ["GET", "/notes"]] as const) {
      expect(await bed.api(method, `/contacts/${id}${path}`)).toMatchObject({ status: 400, body: { statusCode: 400, message: `Contact with id ${id} not found` } });
    }
    expect(bed.store.notes.in(id)).toEqual([]);
    expect((await create({ email: "gone@example.com" })).status).toBe(201);
    expect((await create({ email: "gone@example.com" })).status).toBe(400);
  });
});
