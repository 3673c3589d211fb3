/** Every field of every form is of a kind: it is freed of what came along when it was pasted, or it is prose and stays as it is. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { defineProps } from "../../local/runtime/index.ts";
import { cleaned, cleanerOf } from "../../common/text/form.ts";

/** Texts that people write; invisible characters can be meant in them. */
const PROSE = `name firstName lastName companyName prospectFirstName prospectLastName fromName gender source title subject message html rawHTML body description
  notes address address1 city state imageAltText eventTitle consentLabel formSubmitThanksMessage dndMessage inboundDndMessage errorMessage errorType errorCode
  firstObjectLabel secondObjectLabel password`.trim().split(/\s+/);
/** Read and cleaned part by part: JSON, objects, values whose kind depends on another field. */
const IN_PARTS = `tasks filters customFields social dndSettings forward twilioPhone fieldMap moreNotifications notifications locationConfigurations attachments`.trim().split(/\s+/);
const BY_OTHERS = /^(customFieldValue\d+|filterValue\d)$/;

interface Field { slug: string; name: string; label: string; isFree: boolean }

const fields: Field[] = [];
for (const { slug } of readCatalog(process.env)) {
  const { component } = await loadOperation(slug, process.env);
  for (const { name, definition } of defineProps(component.props ?? {}).values()) {
    if (!/^(string|object|any)(\[\])?$/.test(String(definition.type))) continue;
    fields.push({ slug, name, label: String(definition.label), isFree: PROSE.includes(name) || IN_PARTS.includes(name) || BY_OTHERS.test(name) });
  }
}

/** Why a form is refused; empty where it is not. */
function refusal(form: Record<string, unknown>): string {
  try {
    cleaned(form);
    return "";
  } catch (error) {
    return (error as Error).message; // a ConfigurationError
  }
}

it("all are known, and none is of two kinds", () => {
  expect(fields.length).toBeGreaterThan(800);
  const problems = fields.filter(({ name, isFree }) => isFree === Boolean(cleanerOf(name))).map(({ slug, name }) => `${slug}: ${name}`);
  expect(problems).toEqual([]);
});

describe("a field that cannot have a character says so under its own label", () => {
  const strict = new Map<string, Set<string>>();
  for (const { name, label } of fields) {
    if (refusal({ [name]: "a\u0430" })) strict.set(name, (strict.get(name) ?? new Set()).add(label));
  }

  it("that is all ids, which are no email addresses either", () => {
    expect(strict.size).toBeGreaterThan(50);
    const ids = fields.filter(({ name }) => /Ids?$/.test(name) && name !== "additionalEmailIds").map(({ name }) => name);
    expect(ids.filter((name) => !strict.has(name))).toEqual([]);
    expect(ids.filter((name) => !/: this field takes an ID, not an email address\. /.test(refusal({ [name]: "maya@example.com" })))).toEqual([]);
  });

  it.each([
    ["contactId", "Contact: this field takes an ID, not an email address. Use Find Contact first and pass on the ID that it returns, or choose the contact from the list."],
    ["contacts", "Contacts: this field takes an ID, not an email address. Use Find Contact first and pass on the ID that it returns, or choose the contact from the list."],
    ["assignedTo", "Owner (Assigned To): this field takes an ID, not an email address. Choose the user from the list."],
    ["taskAssignedTo", "Tasks Assigned To: this field takes an ID, not an email address. Choose the user from the list."],
    ["calendarId", "Calendar: this field takes an ID, not an email address. Choose from the list, or type the ID."],
  ])("%s says what to do with an email address", (name, message) => {
    expect(refusal({ [name]: "maya.ellison+1@example.com" })).toBe(message);
    expect(refusal({ [name]: ["abc", " <maya@example.com> "] })).not.toBe("");
    expect(refusal({ [name]: "abc123" })).toBe("");
  });

  it.each([...strict])("%s", (name, labels) => {
    const said = refusal({ [name]: "a\u0430" }).split(":")[0]!; // a message without a colon stays whole
    for (const label of labels) expect(said).toContain(label);
  });
});
