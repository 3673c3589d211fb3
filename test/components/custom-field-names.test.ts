/** Which custom field a name, key or id stands for, and what is told where it could be several. */
import { describe, expect, it } from "@jest/globals";
import { fileURLToPath } from "node:url";
import { loadComponent, resolveOptions } from "../../hosts/runtime/index.ts";
import { builtActions, LOCATION, mock, run, TOKEN, failureOf } from "./harness.ts";
import { CONTACT_ID, contact } from "./records.ts";
import type { Call } from "./row.ts";

const text = (id: string, name: string, fieldKey: string) => ({ id, name, fieldKey, dataType: "TEXT" });
const customFields = [
  text("cfA", "Old budget", "contact.budget"),
  text("cfB", "Budget", "contact.budget_2"),
  text("cfC", "Shirt Size", "contact.shirt_size"),
  text("cfD", "Notes", "contact.notes"),
  text("cfE", "Notes", "contact.notes_2"),
  text("cfF", "notes", "contact.notes_3"),
  text("cfG", "contact.shirt_size", "contact.named_like_a_key"),
  text("cfH", "Color", "contact.color"),
  text("cfI", "COLOR", "contact.colour"),
  text("cfJ", "Waist\u00A0size\u200B", "contact.waist_size"),
];
const fields: Call = { method: "GET", path: `/locations/${LOCATION}/customFields`, reply: { customFields } };
const opportunities: Call = { ...fields, query: { model: "opportunity" } };

/** Each operation that takes custom fields, and what it calls. */
const writes: [slug: string, props: Record<string, unknown>, calls: Call[]][] = [
  ["update-contact", { contactId: CONTACT_ID }, [fields, { method: "PUT", path: `/contacts/${CONTACT_ID}`, reply: { contact } }]],
  ["create-contact", { firstName: "Maya" }, [fields, { method: "POST", path: "/contacts/", reply: { contact } }]],
  ["upsert-contact", { email: "maya@example.com" }, [fields, { method: "POST", path: "/contacts/upsert", reply: { contact, new: false } }]],
  ["update-opportunity", { opportunityId: "o1" }, [opportunities, { method: "PUT", path: "/opportunities/o1", reply: { opportunity: { id: "o1" } } }]],
  ["create-opportunity", { name: "Deal", contactId: CONTACT_ID, pipelineId: "p1" }, [opportunities, { method: "POST", path: "/opportunities/", reply: { opportunity: { id: "o1" } } }]],
];

const meant: [wanted: string, id: string][] = [
  ["Budget", "cfB"], ["{{ contact.budget }}", "cfA"],
  ["cfA", "cfA"], [" Budget ", "cfB"], ["Old budget", "cfA"], ["OLD BUDGET", "cfA"],
  ["contact.budget", "cfA"], ["contact.budget_2", "cfB"], ["budget_2", "cfB"], ["Contact.Budget_2", "cfB"],
  ["{{contact.shirt_size}}", "cfC"], ["{{ budget }}", "cfA"],
  ["contact.shirt_size", "cfG"], ["shirt_size", "cfC"], ["shirt size", "cfC"], ["notes_2", "cfE"],
  ["Waist size", "cfJ"], ["Waist\u00A0size\u200B", "cfJ"], ["waist size", "cfJ"],
];
const several: [wanted: string, named: string][] = [
  ["budget", "\"Old budget\" (contact.budget), \"Budget\" (contact.budget_2)"],
  ["Notes", "\"Notes\" (contact.notes), \"Notes\" (contact.notes_2)"],
  ["NOTES", "\"Notes\" (contact.notes), \"Notes\" (contact.notes_2), \"notes\" (contact.notes_3)"],
  ["cOLOR", "\"Color\" (contact.color), \"COLOR\" (contact.colour)"],
];
/** The whole table with one operation; the others read their fields with the same code, so two rows tell whether they do. */
const of = <T>(slug: string, rows: T[]): T[] => (slug === "update-contact" ? rows : rows.slice(0, 2));

describe.each(writes)("%s", (slug, props, calls) => {
  it.each(of(slug, meant))("%j is %s", async (wanted, id) => {
    for (const form of [{ customFields: { [wanted]: "5000" } }, { customField1: wanted, customFieldValue1: "5000" }]) {
      const wire = mock(calls);
      await run(slug, { ...props, ...form });
      expect(wire[1]?.body).toMatchObject({ customFields: [{ id, field_value: "5000" }] });
    }
  });

  it.each(of(slug, several))("%j could be several", async (wanted, named) => {
    mock([calls[0]!]); // the fields are read, and nothing is written
    expect((await failureOf(slug, { ...props, customFields: { [wanted]: "5000" } })).message)
      .toBe(`More Custom Fields, "${wanted}": "${wanted}" could be any of these custom fields: ${named}. Write the key or the id of the one you mean.`);
  });
});

describe("dropdowns tell apart what has one name", () => {
  async function labels(slug: string, prop: string, calls: Call[], request = {}): Promise<Record<string, string>> {
    mock(calls);
    const file = builtActions().find((action) => action.slug === slug)?.file ?? "";
    const component = await loadComponent(fileURLToPath(new URL(`../../dist/${file}`, import.meta.url)));
    const { options } = await resolveOptions(component, prop, { auth: { oauth_access_token: TOKEN, locationId: LOCATION }, ...request });
    return Object.fromEntries(options.map(({ label, value }) => [String(value), label]));
  }

  it("custom fields by their key", async () => {
    expect(await labels("update-contact", "customField1", [fields])).toMatchObject({
      cfA: "Old budget", cfB: "Budget", cfD: "Notes (contact.notes)", cfE: "Notes (contact.notes_2)", cfF: "notes",
    });
    // Also where the search leaves one of them.
    expect(await labels("update-contact", "customField1", [fields], { query: "notes_2" })).toEqual({ cfE: "Notes (contact.notes_2)" });
  });

  it("anything else by its id", async () => {
    const pipelines = [{ id: "p1", name: "Sales" }, { id: "p2", name: "Sales" }, { id: "p3", name: "Support" }];
    expect(await labels("create-opportunity", "pipelineId", [{ method: "GET", path: "/opportunities/pipelines", reply: { pipelines } }]))
      .toEqual({ p1: "Sales (p1)", p2: "Sales (p2)", p3: "Support" });
    const users = [{ id: "u1", name: "Ann Lee" }, { id: "u2", name: "Ann Lee" }, { id: "u3", name: "Ann Lee", email: "ann@example.com" }];
    expect(await labels("update-contact", "assignedTo", [{ method: "GET", path: "/users/", reply: { users } }]))
      .toEqual({ u1: "Ann Lee (u1)", u2: "Ann Lee (u2)", u3: "Ann Lee (ann@example.com)" });
  });

  it("no choices of a field that is not clear, or that has text boxes", async () => {
    expect(await labels("update-contact", "customFieldValue1", [fields], { configured: { customField1: "Notes" } })).toEqual({});
    const boxes = { id: "cfX", name: "Kin", fieldKey: "contact.kin", dataType: "TEXTBOX_LIST", picklistOptions: [{ id: "b1", label: "Name" }] };
    expect(await labels("update-contact", "customFieldValue1", [{ ...fields, reply: { customFields: [boxes] } }], { configured: { customField1: "cfX" } })).toEqual({});
  });
});
