/** Every field of every form is of a kind: it is freed of what came along when it was pasted, or it is prose and stays as it is. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { defineProps } from "../../hosts/runtime/index.ts";
import { cleaned, cleanerOf } from "../../common/input/form.ts";

/** Texts that people write; invisible characters can be meant in them. */
const PROSE = `name firstName lastName companyName prospectFirstName prospectLastName fromName gender source title subject message html rawHTML body description
  notes address address1 city state imageAltText eventTitle consentLabel formSubmitThanksMessage dndMessage inboundDndMessage errorMessage errorType errorCode
  firstObjectLabel secondObjectLabel password`.trim().split(/\s+/);
/** Read and cleaned part by part: JSON, objects, values whose kind depends on another field. */
const IN_PARTS = `tasks filters customFields social dndSettings forward twilioPhone fieldMap moreNotifications notifications locationConfigurations attachments`.trim().split(/\s+/);
const BY_OTHERS = /^(customFieldValue\d+|filterValue\d)$/;

interface Field { slug: string; name: string; isFree: boolean }

const fields: Field[] = [];
for (const { slug } of readCatalog(process.env)) {
  const { component } = await loadOperation(slug, process.env);
  for (const { name, definition } of defineProps(component.props ?? {}).values()) {
    if (!/^(string|object|any)(\[\])?$/.test(String(definition.type))) continue;
    fields.push({ slug, name, isFree: PROSE.includes(name) || IN_PARTS.includes(name) || BY_OTHERS.test(name) });
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
  const strict = new Set<string>();
  for (const { name } of fields) {
    if (refusal({ [name]: "a1\u0430" })) strict.add(name);
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
    ["assignedTo", "Owner: this field takes an ID, not an email address. Choose the user from the list."],
    ["taskAssignedTo", "Tasks Assigned To: this field takes an ID, not an email address. Choose the user from the list."],
    ["calendarId", "Calendar: this field takes an ID, not an email address. Choose the calendar from the list."],
  ])("%s says what to do with an email address", (name, message) => {
    expect(refusal({ [name]: "maya.ellison+1@example.com" })).toBe(message);
    expect(refusal({ [name]: ["abc1", " <maya@example.com> "] })).not.toBe("");
    expect(refusal({ [name]: "abc123" })).toBe("");
  });

  it.each([
    ["calendarId", "Consultation", "Calendar: \"Consultation\" is a name, and this field takes an ID. Choose the calendar from the list."],
    ["pipelineId", "New customers", "Pipeline: \"New customers\" is a name, and this field takes an ID. Choose the pipeline from the list."],
    ["contactId", "Liam Mbeki", "Contact: \"Liam Mbeki\" is a name, and this field takes an ID. Use Find Contact first and pass on the ID that it returns, or choose the contact from the list."],
    ["contacts", ["c1", "Zo\u00EB"], "Contacts: \"Zo\u00EB\" is a name, and this field takes an ID. Use Find Contact first"],
    ["assignedTo", "O\u2019Brien-Smith", "Owner: \"O\u2019Brien-Smith\" is a name, and this field takes an ID. Choose the user from the list."],
    ["newCalendarId", "Room 2", "Move to Calendar: \"Room 2\" is a name, and this field takes an ID. Choose the calendar from the list."],
    ["conversationProviderId", "Acme", "Conversation Provider (Custom): \"Acme\" is a name, and this field takes an ID. Enter its ID."],
    ["calendarId", "{{steps.x.id}}", ""],
    ["calendarId", "ocQHyuzHvysMo5N5 VsXc", "Calendar: the value contains a space, which is not allowed here. Remove it, or copy the value again."],
    ["contactId", "abcdefghijklmnopqrst", ""],
    ["assignedTo", "unassigned", ""],
    ["meetingLocationId", "default", ""],
    ["selectedUsers", "sub_account_admin", ""],
    ["pixelId", "mypixel", ""],
  ])("%s given as %j", (name, value, says) => {
    const said = refusal({ [name]: value });
    expect(said.slice(0, says.length || undefined)).toBe(says);
  });
});
