import { describe, expect, it } from "@jest/globals";
import { LOCATION, mock, run, failureOf } from "./harness.ts";
import { CONTACT_ID, contact, customFields } from "./records.ts";
import type { Call } from "./row.ts";

const fields: Call = { method: "GET", path: `/locations/${LOCATION}/customFields`, query: { model: "contact" }, reply: { customFields } };
const update: Call = { method: "PUT", path: `/contacts/${CONTACT_ID}`, reply: { contact } };

/** What is sent as `customFields` for what the form holds. */
async function sent(props: Record<string, unknown>): Promise<unknown> {
  const wire = mock([fields, update]);
  await run("update-contact", { contactId: CONTACT_ID, ...props });
  return (wire[1]?.body as Record<string, unknown>).customFields; // the action's own body
}

/** The error, with the fields already read: nothing else is sent. */
async function refused(props: Record<string, unknown>): Promise<string> {
  mock([fields]);
  return (await failureOf("update-contact", { contactId: CONTACT_ID, ...props })).message;
}

const FILE = { meta: { fieldname: "cfFile", originalname: "contract.pdf", uuid: "u1" }, url: "https://example.com/contract.pdf", documentId: "d1" };
const SIGNATURE = { url: "https://example.com/signature.png", meta: { timestamp: 1798070400000 } };

describe("a value is sent as its kind of field wants it", () => {
  const link = "https://example.com/files/contract.pdf";
  const rows: [id: string, value: unknown, fieldValue: unknown][] = [
    ["cfText", "00123", "00123"],
    ["cfText", "{\"a\":1}", "{\"a\":1}"],
    ["cfLarge", "Line 1\nLine 2", "Line 1\nLine 2"],
    ["cfNumber", " 12.5 ", 12.5],
    ["cfMoney", "$ 1250.50", 1250.5],
    ["cfMoney", "-3", -3],
    ["cfMoney", "1250.50 €", 1250.5],
    ["cfMoney", "-$99", -99],
    ["cfMoney", "USD 1,250.50", 1250.5],
    ["cfMoney", "{\"currency\":\"USD\",\"value\":99}", 99],
    ["cfDate", "12/31/2026", "2026-12-31"],
    ["cfDate", "1798070400000", "2026-12-24"],
    ["cfDate", "1798070400", "2026-12-24"],
    ["cfDate", "-86400000", "1969-12-31"],
    ["cfDate", "0", "1970-01-01"],
    ["cfDate", "{\"seconds\":1798070400,\"nanoseconds\":0}", "2026-12-24"],
    ["cfSingle", "m", "M"],
    ["cfRadio", "Gold", "Gold"],
    ["cfCheck", "yoga, Running", ["Yoga", "Running"]],
    ["cfCheck", "[\"Yoga\"]", ["Yoga"]],
    ["cfCheck", "Yoga, beginners", ["Yoga, beginners"]],
    ["cfCheck", "Running,Yoga, beginners", ["Running", "Yoga, beginners"]],
    ["cfSingle", "[\"M\"]", "M"],
    ["cfCase", "gold", "gold"],
    ["cfSingle", "\u200BM\u202C", "M"],
    ["cfSingle", "\u201Cm\u201D", "M"],
    ["cfSingle", JSON.stringify([{ label: "Medium", value: "M" }]), "M"],
    ["cfCheck", "\u201CYoga\u201D, Running\u200B", ["Yoga", "Running"]],
    ["cfKin", JSON.stringify({ "\u200BPhone\u00A0": "00123" }), { box2: "00123" }],
    ["cfMulti", "English", ["English"]],
    ["cfPhone", "+1 (202) 555-0143", "+12025550143"],
    ["cfPhone", "(202) 555-0143", "(202) 555-0143"],
    ["cfEmail", " billing@example.com ", "billing@example.com"],
    ["cfBoxes", "{\"box1\":\"Small\"}", { box1: "Small" }],
    ["cfKin", "{\"box1\":\"Ann\",\"Phone\":\"00123\"}", { box1: "Ann", box2: "00123" }],
    ["cfKin", "{\"name\":\"Ann\"}", { box1: "Ann" }],
    ["cfKin", "[\"\",\"00123\"]", { box1: "", box2: "00123" }],
    ["cfOpen", "radio", "Radio"],
    ["cfOpen", "A leaflet", "A leaflet"],
    ["cfFile", "{\"u1\":{\"url\":\"https://example.com\"}}", { u1: { url: "https://example.com" } }],
    ["cfFile", JSON.stringify([FILE]), { u1: FILE }],
    ["cfFile", JSON.stringify(FILE), { u1: FILE }],
    // Two files are two, whatever their marks say.
    ["cfFile", JSON.stringify([FILE, { ...FILE, url: "https://example.com/other.pdf" }]), { u1: FILE, "YEeDarvW0JW11A-FFOwKOL": { ...FILE, url: "https://example.com/other.pdf" } }],
    ["cfSign", JSON.stringify(SIGNATURE), SIGNATURE],
    ["cfSign", JSON.stringify([SIGNATURE]), SIGNATURE],
    ["cfSign", "https://example.com/signature.png", "https://example.com/signature.png"],
    ["cfOther", "plain, text", "plain, text"],
  ];
  it.each(rows)("%s: %j → %j", async (id, value, fieldValue) => {
    expect(await sent({ customField1: id, customFieldValue1: value })).toStrictEqual([{ id, field_value: fieldValue }]);
  });

  it("a file's link becomes the same entry each time", async () => {
    const first = await sent({ customField1: "cfFile", customFieldValue1: `${link}, ${link}` });
    expect(first).toEqual([{ id: "cfFile", field_value: { [uuidOf(first)]: { meta: { fieldname: "cfFile", originalname: "contract.pdf", uuid: uuidOf(first) }, url: link } } }]);
    expect(await sent({ customField3: "cfFile", customFieldValue3: link })).toEqual(first);
  });
});

const uuidOf = (sentFields: unknown) => Object.keys((sentFields as [{ field_value: object }])[0].field_value)[0]!; // the only entry

describe("a value that does not fit is refused before anything is sent", () => {
  const rows: [id: string, value: unknown, message: string][] = [
    ["cfNumber", "twelve", "Custom Field 1 Value: the custom field \"Visits\" takes a number, such as 1250.50, not \"twelve\"."],
    ["cfMoney", "1,250", "Custom Field 1 Value: the custom field \"Budget\" takes a number, such as 1250.50, not \"1,250\"."],
    ["cfDate", "31.12.2026", "Custom Field 1 Value (custom field \"Renewal\"): \"31.12.2026\" is not a date. Write it like 2026-12-31 (year, month, day)."],
    ["cfSingle", "XL", "Custom Field 1 Value: \"XL\" is not an option of the custom field \"Shirt Size\". Its options are: S, M, L."],
    ["cfCheck", "Yoga, Chess", "Custom Field 1 Value: \"Chess\" is not an option of the custom field \"Interests\". Its options are: Yoga, Running, Yoga, beginners."],
    ["cfPhone", "call me", "Custom Field 1 Value (custom field \"Second Phone\"): \"call me\" is not a phone number: it contains a letter (c). Write it with the country code, such as +12025550143."],
    ["cfEmail", "billing", "Custom Field 1 Value (custom field \"Billing Email\"): \"billing\" is not an email address. Write one address, such as maya@example.com."],
    ["cfFile", "contract.pdf", "Custom Field 1 Value: the custom field \"Contract\" takes links to files, such as https://example.com/contract.pdf, not \"contract.pdf\"."],
    ["cfFile", "https://%", "Custom Field 1 Value: the custom field \"Contract\" takes links to files, such as https://example.com/contract.pdf, not \"https://%\"."],
    ["cfBoxes", "Small", "Custom Field 1 Value: the custom field \"Sizes\" has several text boxes. Write JSON: { \"id of the box\": \"text\" }."],
    ["cfMoney", "12 34", "Custom Field 1 Value: the custom field \"Budget\" takes a number, such as 1250.50, not \"12 34\"."],
    ["cfDate", "202612010900", "Custom Field 1 Value (custom field \"Renewal\"): \"202612010900\" is not a date. Write it like 2026-12-31 (year, month, day)."],
    ["cfSingle", "[\"S\",\"M\"]", "Custom Field 1 Value: the custom field \"Shirt Size\" takes one option, but 2 were given."],
    ["cfCase", "GOLD", "Custom Field 1 Value: \"GOLD\" could be any of these options of the custom field \"Metal\": Gold, gold. Write it exactly."],
    ["cfKin", "{\"box1\":\"Ann\",\"Fax\":\"1\"}", "Custom Field 1 Value: the custom field \"Family\" has no text box \"Fax\". Its text boxes are: Name (box1), Phone (box2), phone (box3)."],
    ["cfKin", "{\"PHONE\":\"1\"}", "Custom Field 1 Value: \"PHONE\" could be any of these text boxes of the custom field \"Family\": Phone (box2), phone (box3). Write the id given in parentheses."],
    ["cfKin", "{\"Name\":\"Ann\",\"box1\":\"Bo\"}", "Custom Field 1 Value: the text box Name (box1) of the custom field \"Family\" is filled in twice. Keep one of the texts."],
    ["cfKin", "{\"Name\":{\"a\":1}}", "Custom Field 1 Value: \"Name\" of the custom field \"Family\" takes text, not {\"a\":1}."],
    ["cfKin", "[\"a\",\"b\",\"c\",\"d\"]", "Custom Field 1 Value: 4 texts were given, but the custom field \"Family\" has 3 text boxes: Name (box1), Phone (box2), phone (box3)."],
    ["cfKin", "Ann", "Custom Field 1 Value: the custom field \"Family\" has several text boxes. Write JSON: {\"Name\":\"text\"}."],
    ["cfBoxes", "[\"a\"]", "Custom Field 1 Value: HighLevel does not list the text boxes of the custom field \"Sizes\". Write JSON: { \"id of the box\": \"text\" }."],
    ["cfSign", JSON.stringify([SIGNATURE, SIGNATURE]), "Custom Field 1 Value: the custom field \"Signature\" takes one signature, but 2 were given."],
    ["cfFile", "[{\"documentId\":\"d1\"}]", "Custom Field 1 Value: the custom field \"Contract\" takes links to files, such as https://example.com/contract.pdf, not \"{\"documentId\":\"d1\"}\"."],
    ["cfGone", "x", "Custom Field 1: there is no custom field \"cfGone\" in this sub-account. Choose one from the list."],
  ];
  it.each(rows)("%s: %j", async (id, value, message) => {
    expect(await refused({ customField1: id, customFieldValue1: value })).toBe(message);
  });

  it("an object where there is none", async () => {
    expect(await refused({ customFields: { cfDate: { a: 1 } } })).toBe("More Custom Fields, \"cfDate\" (custom field \"Renewal\"): \"{\"a\":1}\" is not a date. Write it like 2026-12-31 (year, month, day).");
    expect(await refused({ customFields: { cfMoney: { a: 1 } } })).toBe("More Custom Fields, \"cfMoney\": the custom field \"Budget\" takes a number, such as 1250.50, not \"{\"a\":1}\".");
  });

  it("a field that is filled in twice", async () => {
    expect(await refused({ customField1: "cfText", customFieldValue1: "a", customFields: { nickname: "b" } }))
      .toBe("The custom field \"Nickname\" is filled in twice. Keep one of the values.");
  });

  it("a value without its field", async () => {
    const error = await failureOf("update-contact", { contactId: CONTACT_ID, customFieldValue10: "x" });
    expect(error.message).toBe("Custom Field 10 Value is filled in, but Custom Field 10 is not. Choose the field.");
  });
});

it("ten slots and the object go together; a slot without a value stays as it is", async () => {
  const values: Record<string, string> = {
    cfText: "a", cfLarge: "b", cfNumber: "1", cfMoney: "2", cfDate: "2026-12-31", cfSingle: "S", cfRadio: "Gold", cfPhone: "12345", cfEmail: "a@example.com", cfOpen: "Radio",
  };
  const slots = Object.entries(values).flatMap(([id, value], index) => [[`customField${index + 1}`, id], [`customFieldValue${index + 1}`, value]]);
  const result = await sent({ ...Object.fromEntries(slots), customFields: { "contact.languages": ["Spanish"], "Interests": "Running", "story": "" } });
  expect(result).toHaveLength(12);
  expect(result).toEqual(expect.arrayContaining([{ id: "cfMulti", field_value: ["Spanish"] }, { id: "cfCheck", field_value: ["Running"] }]));
});

describe("the object takes values that are no text", () => {
  it.each<[id: string, value: unknown, fieldValue: unknown]>([
    ["cfDate", 1798070400000, "2026-12-24"],
    ["cfKin", { Name: "Ann" }, { box1: "Ann" }],
    ["cfKin", ["Ann", null], { box1: "Ann", box2: "" }],
    ["cfFile", [FILE], { u1: FILE }],
    ["cfSign", SIGNATURE, SIGNATURE],
    ["cfOther", { url: "https://example.com" }, { url: "https://example.com" }],
    ["cfText", { a: 1 }, "{\"a\":1}"],
  ])("%s: %j → %j", async (id, value, fieldValue) => {
    expect(await sent({ customFields: { [id]: value } })).toStrictEqual([{ id, field_value: fieldValue }]);
  });

  it.each<[form: string, row: Record<string, unknown>]>([
    ["of a contact", { id: "cfSingle", value: "L" }],
    ["of an opportunity", { id: "cfSingle", fieldValue: "L" }],
    ["of a search of opportunities", { id: "cfSingle", fieldValueString: "L", type: "string" }],
    ["of the API", { key: "contact.shirt_size", field_value: "L" }],
  ])("or the list %s as it came", async (_, row) => {
    for (const list of [[row, { id: "cfText", value: null }], JSON.stringify([row])]) {
      expect(await sent({ customFields: list })).toEqual([{ id: "cfSingle", field_value: "L" }]);
    }
  });

  it("also where it is empty", async () => {
    const wire = mock([update]);
    await run("update-contact", { contactId: CONTACT_ID, city: "Leeds", customFields: [] });
    expect(wire[0]?.body).toEqual({ city: "Leeds" });
  });

  it("or one of its rows in a slot", async () => {
    expect(await sent({ customField1: "cfDate", customFieldValue1: "{\"fieldValueDate\":1798070400000}" })).toEqual([{ id: "cfDate", field_value: "2026-12-24" }]);
    expect(await sent({ customField1: "cfDate", customFieldValue1: "{\"id\":\"cfDate\",\"fieldValueDate\":1798070400000}" })).toEqual([{ id: "cfDate", field_value: "2026-12-24" }]);
  });

  it("but no list of anything else", async () => {
    const message = "More Custom Fields, item 2: this is no custom field with its value. Write it like { \"id\": \"id, key or name of the field\", \"value\": \"L\" }.";
    for (const row of [{ id: "cfText" }, { value: "L" }]) expect((await failureOf("update-contact", { contactId: CONTACT_ID, customFields: [{ id: "cfSingle", value: "L" }, row] })).message).toBe(message);
  });
});

it("an opportunity takes the texts of boxes as a list, and numbers as their digits", async () => {
  const call: Call = { method: "PUT", path: "/opportunities/o1", reply: { opportunity: { id: "o1" } } };
  const wire = mock([{ ...fields, query: { model: "opportunity" } }, call]);
  await run("update-opportunity", { opportunityId: "o1", monetaryValue: "USD 1,250.50", customFields: { cfKin: ["a", "b"], cfNumber: 12.5, cfDate: 1798070400000 } });
  expect(wire[1]?.body).toEqual({ monetaryValue: 1250.5, customFields: [{ id: "cfKin", field_value: ["a", "b"] }, { id: "cfNumber", field_value: "12.5" }, { id: "cfDate", field_value: "2026-12-24" }] });
});
