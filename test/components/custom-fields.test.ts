import { describe, expect, it } from "@jest/globals";
import { LOCATION, mock, run, told } from "./harness.ts";
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
  return (await told("update-contact", { contactId: CONTACT_ID, ...props })).message;
}

describe("a value is sent as its kind of field wants it", () => {
  const link = "https://example.com/files/contract.pdf";
  const rows: [id: string, value: unknown, fieldValue: unknown][] = [
    ["cfText", "00123", "00123"],
    ["cfText", "{\"a\":1}", "{\"a\":1}"],
    ["cfLarge", "Line 1\nLine 2", "Line 1\nLine 2"],
    ["cfNumber", " 12.5 ", 12.5],
    ["cfMoney", "$ 1250.50", 1250.5],
    ["cfMoney", "-3", -3],
    ["cfDate", "12/31/2026", "2026-12-31"],
    ["cfSingle", "m", "M"],
    ["cfRadio", "Gold", "Gold"],
    ["cfCheck", "yoga, Running", ["Yoga", "Running"]],
    ["cfCheck", "[\"Yoga\"]", ["Yoga"]],
    ["cfCheck", "Yoga, beginners", ["Yoga, beginners"]],
    ["cfMulti", "English", ["English"]],
    ["cfPhone", "+1 (202) 555-0143", "+12025550143"],
    ["cfPhone", "(202) 555-0143", "(202) 555-0143"],
    ["cfEmail", " billing@example.com ", "billing@example.com"],
    ["cfBoxes", "{\"box1\":\"Small\"}", { box1: "Small" }],
    ["cfOpen", "radio", "Radio"],
    ["cfOpen", "A leaflet", "A leaflet"],
    ["cfFile", "{\"u1\":{\"url\":\"https://example.com\"}}", { u1: { url: "https://example.com" } }],
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
    ["cfSingle", "XL", "Custom Field 1 Value: \"XL\" is no option of the custom field \"Shirt Size\". Its options are: S, M, L."],
    ["cfCheck", "Yoga, Chess", "Custom Field 1 Value: \"Chess\" is no option of the custom field \"Interests\". Its options are: Yoga, Running, Yoga, beginners."],
    ["cfPhone", "call me", "Custom Field 1 Value (custom field \"Second Phone\"): \"call me\" is not a phone number. Write it with the country code, such as +12025550143."],
    ["cfEmail", "billing", "Custom Field 1 Value (custom field \"Billing Email\"): \"billing\" is not an email address. Write one address, such as maya@example.com."],
    ["cfFile", "contract.pdf", "Custom Field 1 Value: the custom field \"Contract\" takes links to files, such as https://example.com/contract.pdf, not \"contract.pdf\"."],
    ["cfFile", "https://%", "Custom Field 1 Value: the custom field \"Contract\" takes links to files, such as https://example.com/contract.pdf, not \"https://%\"."],
    ["cfBoxes", "Small", "Custom Field 1 Value: the custom field \"Sizes\" has several text boxes. Write JSON: { \"id of the box\": \"text\" }."],
    ["cfGone", "x", "Custom Field 1 Value: there is no custom field \"cfGone\" in this sub-account. Choose one from the list."],
  ];
  it.each(rows)("%s: %j", async (id, value, message) => {
    expect(await refused({ customField1: id, customFieldValue1: value })).toBe(message);
  });

  it("a field that is filled in twice", async () => {
    expect(await refused({ customField1: "cfText", customFieldValue1: "a", customFields: { nickname: "b" } }))
      .toBe("The custom field \"Nickname\" is filled in twice. Keep one of the values.");
  });

  it("a value without its field", async () => {
    const error = await told("update-contact", { contactId: CONTACT_ID, customFieldValue10: "x" });
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

it.each(["cfSingle", "contact.shirt_size", "shirt_size", "Shirt Size", "shirt size"])("a field may be named %s", async (name) => {
  expect(await sent({ customFields: { [name]: "L" } })).toEqual([{ id: "cfSingle", field_value: "L" }]);
});
