/** The filter rows of Search Contacts: what they offer, what goes over the wire, and what people are told. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation } from "../../local/cli/catalog.ts";
import { createSource, resolveOptions } from "../../hosts/runtime/index.ts";
import type { Source } from "../../hosts/runtime/index.ts";
import { LOCATION, mock, TOKEN } from "./harness.ts";
import type { Sent } from "./harness.ts";
import { contact, customFields } from "./records.ts";
import type { Call } from "./row.ts";

type Props = Record<string, unknown>;
type Filter = { field: string; operator: string; value?: unknown };

const AUTH = { oauth_access_token: TOKEN, locationId: LOCATION };
const search: Call = { method: "POST", path: "/contacts/search", reply: { contacts: [contact] } };
const place: Call = { method: "GET", path: `/locations/${LOCATION}`, reply: { location: { id: LOCATION, timezone: "America/New_York" } } };
const BOXES = { id: "cfNamed", name: "Next of kin", fieldKey: "contact.kin", dataType: "TEXTBOX_LIST", picklistOptions: [{ id: "box1", label: "Name" }, { id: "box2", label: "Phone" }] };
const fieldList: Call = {
  method: "GET",
  path: `/locations/${LOCATION}/customFields`,
  reply: { customFields: [...customFields, BOXES] },
};

async function searching(props: Props): Promise<Source> {
  const { component } = await loadOperation("search-contacts", process.env);
  // One reading a deployment: with creations alone there are no samples of a second order.
  return createSource(component, { props: { eventTypes: ["created"], ...props }, auth: AUTH });
}

const row = (field: string, operator: string, value?: unknown, number = 1): Props => ({
  [`filterField${number}`]: field, [`filterOperator${number}`]: operator, ...(value !== undefined && { [`filterValue${number}`]: value }),
});

/** The form's filters as they were sent; the trigger's own come first in later polls. */
function filtersOf(sent: Sent | undefined): Filter[] {
  const { filters } = sent?.body as { filters: [{ group: string; filters: Filter[] }] }; // as the test reads it
  return filters[0].filters;
}

async function sentFor(props: Props, further: Call[] = []): Promise<Filter[]> {
  const wire = mock([...further, search]);
  await (await searching(props)).deploy();
  expect(wire.map(({ path }) => path).sort()).toEqual([...further, search].map(({ path }) => path).sort());
  return filtersOf(wire.find(({ method }) => method === "POST"));
}

async function refusal(props: Props, calls: Call[] = []): Promise<string> {
  mock(calls);
  const outcome = await (await searching(props)).deploy().then(() => undefined, (error: unknown) => error);
  if (!(outcome instanceof Error)) throw new Error("expected an error, but it went through");
  return outcome.message;
}

async function offered(prop: string, configured: Props = {}, query?: string): Promise<Record<string, string>> {
  const { component } = await loadOperation("search-contacts", process.env);
  const { options } = await resolveOptions(component, prop, { auth: AUTH, configured, query });
  return Object.fromEntries(options.map(({ label, value }) => [String(value), label]));
}

describe("a range of times", () => {
  it.each<[what: string, field: string, value: string, asksZone: boolean, expected: Props]>([
    ["whole days of the sub-account", "dateAdded", "2026-01-01..2026-03-31", true, { gte: "2026-01-01T05:00:00.000Z", lte: "2026-04-01T03:59:59.999Z" }],
    ["a time of the sub-account", "dateAdded", "2026-01-01 09:30..", true, { gte: "2026-01-01T14:30:00.000Z" }],
    ["times with offset", "lastAppointment", "2026-01-01T00:00:00Z..2026-01-02T00:00:00+02:00", false, { gte: "2026-01-01T00:00:00.000Z", lte: "2026-01-01T22:00:00.000Z" }],
    ["days with offset", "dateUpdated", "2026-01-01+02:00..2026-01-02Z", false, { gte: "2025-12-31T22:00:00.000Z", lte: "2026-01-02T23:59:59.999Z" }],
    ["epoch milliseconds", "dateAdded", "1767225600000..", false, { gte: "2026-01-01T00:00:00.000Z" }],
    ["birthdays, which have no time zone", "dateOfBirth", "1990-01-01..1990-12-31", false, { gte: "1990-01-01T00:00:00.000Z", lte: "1990-12-31T23:59:59.999Z" }],
  ])("of %s", async (_, field, value, asksZone, expected) => {
    expect(await sentFor(row(field, "range", value), asksZone ? [place] : [])).toEqual([{ field, operator: "range", value: expected }]);
  });

  it("of custom fields is a number, or a calendar date without time zone", async () => {
    const props = { ...row("customFields.cfNumber", "range", "100..", 1), ...row("customFields.cfDate", "range", "..2026-12-31", 2) };
    expect((await sentFor(props, [fieldList])).map(({ value }) => value)).toEqual([{ gte: 100 }, { lte: "2026-12-31T23:59:59.999Z" }]);
  });

  it("asks for the time zone once, however many ends and polls need it", async () => {
    const wire = mock([place, search, search]);
    const trigger = await searching({ ...row("dateAdded", "range", "2026-01-01..2026-03-31"), ...row("dateUpdated", "range", "2026-01-01..", 2) });
    await trigger.deploy();
    await trigger.run();
    expect(wire.map(({ path }) => path)).toEqual([place, search, search].map(({ path }) => path));
    expect(filtersOf(wire[2])).toHaveLength(3);
  });

  it.each([["dateAdded", "2026..2027"], ["dateAdded", "2026-02-30.."], ["dateAdded", "soon.."], ["dateAdded", "2026-01-01"], ["dateAdded", ".."]])("%s %s is refused", async (field, value) => {
    expect(await refusal(row(field, "range", value, 2))).toMatch(/^Filter 2: Value: .*(2026-12-01T09|2026-01-01\.\.2026-03-31)/);
  });
});

describe("phone numbers", () => {
  it.each([["eq", "+1 (202) 555-0143", "+12025550143"], ["not_eq", "+44.20.7946.0958", "+442079460958"], ["eq", "[\"+1 202 555 0143\"]", ["+12025550143"]], ["contains", "555", "555"]])("%s %s", async (operator, value, expected) => {
    expect(await sentFor(row("phone", operator, value))).toEqual([{ field: "phone", operator, value: expected }]);
  });

  it.each(["2025550143", "+1 202", "+1234567890123456", "+1202555O143", "+1 202 555 0143 x5"])("%s is refused", async (value) => {
    expect(await refusal(row("phone", "eq", value, 3))).toMatch(/^Filter 3: Value: .*\+12025550143/);
  });
});

it.each([["firstNameLowerCase", "eq", "Maya", "maya"], ["lastNameLowerCase", "contains", "ELL", "ell"], ["tags", "eq", "[\"VIP\",\"Partner\"]", ["vip", "partner"]], ["city", "eq", "Bangor", "Bangor"]])("%s %s %s: as HighLevel keeps it", async (field, operator, value, expected) => {
  expect(await sentFor(row(field, operator, value))).toEqual([{ field, operator, value: expected }]);
});

describe("the lists", () => {
  it("name fields for people, and only what can be searched", async () => {
    mock([fieldList]);
    const fields = await offered("filterField1");
    expect(fields).toMatchObject({
      firstNameLowerCase: "First name", dateAdded: "Date added", "dndSettings.Call.status": "DND: calls",
      "customFields.cfText": "Nickname (custom field)", "customFields.cfNamed.box1": "Next of kin: Name (custom field)", "customFields.cfNamed.box2": "Next of kin: Phone (custom field)",
    });
    expect(Object.entries(fields).filter(([value, label]) => value === label)).toEqual([]);
    expect(Object.keys(fields).filter((field) => /cfFile|cfSign|cfBoxes|cfNamed$/.test(field))).toEqual([]);
  });

  it("of fields is searched by label", async () => {
    mock([fieldList]);
    expect(await offered("filterField1", {}, " first N")).toEqual({ firstNameLowerCase: "First name" });
  });

  it("of operators is searched by label", async () => {
    expect(await offered("filterOperator1", { filterField1: "city" }, "CONTAIN")).toEqual({ contains: "contains", not_contains: "does not contain" });
  });

  it.each([["customFields.cfNumber", "range"], ["customFields.cfCheck", "eq"], ["customFields.cfNamed.box1", "contains"]])("of operators fits the custom field %s", async (field, operator) => {
    mock([fieldList]);
    const operators = Object.keys(await offered("filterOperator2", { filterField2: field }));
    expect(operators).toContain(operator);
    expect(operators.length).toBeLessThan(7);
  });
});

describe("custom fields", () => {
  it("are looked up when the trigger starts, not in each poll", async () => {
    const wire = mock([fieldList, search, search]);
    const trigger = await searching(row("customFields.cfNamed.box1", "contains", "Ann"));
    await trigger.deploy();
    await trigger.run();
    expect(wire.map(({ path }) => path)).toEqual([fieldList, search, search].map(({ path }) => path));
  });

  it.each([
    ["customFields.cfNumber", "contains", /^Filter 4: the field "Visits" cannot be compared with "contains"\. Possible: .*lies between/],
    ["customFields.cfFile", "exists", /^Filter 4: HighLevel cannot search by "Contract"/],
    ["customFields.cfNamed", "contains", /^Filter 4: .*"Next of kin" has several text boxes/],
    ["customFields.cfNamed.box9", "contains", /^Filter 4: .*"Next of kin" has several text boxes/],
    ["customFields.gone", "eq", /^Filter 4: there is no custom field "gone"/],
  ])("%s %s is refused", async (field, operator, says) => {
    expect(await refusal(row(field, operator, "5", 4), [fieldList])).toMatch(says);
  });

  it.each(["{{ contact.visits }}", "{{contact.visits}}", "contact.visits"])("may be named %s, which is looked up once an hour", async (field) => {
    const wire = mock([fieldList, fieldList, search, search]);
    const trigger = await searching(row(field, "range", "5..", 2));
    await trigger.deploy();
    await trigger.run();
    expect(wire.map(({ path }) => path)).toEqual([fieldList, fieldList, search, search].map(({ path }) => path));
    for (const sent of wire.slice(2)) expect(filtersOf(sent)).toContainEqual({ field: "customFields.cfNumber", operator: "range", value: { gte: 5 } });
  });

  it.each([
    ["{{ contact.gone }}", /^Filter 4: Field: there is no custom field "\{\{ contact\.gone \}\}"/],
    ["{{ visits }}", /^Filter 4: Field: "\{\{ visits \}\}" could be any of these custom fields: "Visits" \(contact\.visits\), "Visits" \(group\.visits\)\./],
  ])("%s is refused", async (field, says) => {
    const twin = { id: "cfTwin", name: "Visits", fieldKey: "group.visits", dataType: "NUMERICAL" };
    expect(await refusal(row(field, "eq", "5", 4), [{ ...fieldList, reply: { customFields: [...customFields, twin] } }])).toMatch(says);
  });

  it("of one name are told apart in the list", async () => {
    mock([{ ...fieldList, reply: { customFields: [...customFields, { id: "cfTwin", name: "Visits", fieldKey: "contact.visits_2", dataType: "NUMERICAL" }] } }]);
    expect(await offered("filterField1", {}, "visits")).toEqual({
      "customFields.cfNumber": "Visits (custom field) (contact.visits)", "customFields.cfTwin": "Visits (custom field) (contact.visits_2)",
    });
  });

  it("are left to HighLevel where the account may not look them up", async () => {
    const wire = mock([{ ...fieldList, status: 401, reply: { message: "The token is not authorized for this scope." } }, search]);
    await (await searching(row("customFields.cfNumber", "eq", "5"))).deploy();
    expect(wire).toHaveLength(2);
  });
});

describe("what HighLevel refuses is told with its row", () => {
  const filled = { ...row("city", "eq", "Bangor", 2), ...row("email", "eq", "a@b.co", 5), filters: "[{\"field\":\"petName\",\"operator\":\"eq\",\"value\":\"Rex\"}]" };
  it.each([
    [400, "Invalid field email", /^Look at Filter 5 \(Email\): HighLevel refuses it\. HighLevel says: Invalid field email/],
    [422, ["filters.0.filters.0.value must be shorter"], /^Look at Filter 2 \(City\): /],
    [422, ["filters.0.filters.2.operator is unknown"], /^Look at Filters \(JSON\): /],
    [400, "Something else", /^HighLevel says: Something else/],
  ])("%s %s", async (status, message, says) => {
    expect(await refusal(filled, [{ ...search, status, reply: { message, statusCode: status } }])).toMatch(says);
  });

  it("also in later polls, in which the trigger's own filter comes first", async () => {
    mock([search, { ...search, status: 422, reply: { message: ["filters.0.filters.1.value is odd"] } }]);
    const trigger = await searching(filled);
    await trigger.deploy();
    await expect(trigger.run()).rejects.toThrow(/^Look at Filter 2 \(City\)/);
  });
});

describe("conversations", () => {
  const list: Call = { method: "GET", path: "/conversations/search", reply: { conversations: [], total: 0 } };
  it.each<[what: string, props: Props, calls: Call[], expected: Props]>([
    ["without offset, in the sub-account's zone", { createdAfter: "2026-01-01", createdBefore: "2026-07-01 12:00" }, [place, list], { startDate: String(Date.parse("2026-01-01T05:00Z")), endDate: String(Date.parse("2026-07-01T16:00Z")) }],
    ["with offset, without asking", { createdBefore: "2026-07-01T12:00:00+02:00" }, [list], { endDate: String(Date.parse("2026-07-01T10:00Z")) }],
  ])("are narrowed by times %s", async (_, props, calls, expected) => {
    const wire = mock(calls);
    const { component } = await loadOperation("search-conversations", process.env);
    await (await createSource(component, { props: { eventTypes: ["inbound message"], ...props }, auth: AUTH })).deploy();
    expect(wire.map(({ path }) => path)).toEqual(calls.map(({ path }) => path));
    expect(wire.at(-1)?.query).toMatchObject(expected);
  });
});
