import { describe, expect, it } from "@jest/globals";
import { loadOperation } from "../../local/cli/catalog.ts";
import { LOCATION, mock, run, failureOf } from "./harness.ts";
import { CONTACT_ID, contact, NOTE_ID, note } from "./records.ts";
import type { Call } from "./row.ts";

const PATH = `/contacts/${CONTACT_ID}`;
const email = "maya.ellison@example.com";
const lookup = (reply: unknown, query: Record<string, string>): Call => ({ method: "GET", path: "/contacts/search/duplicate", query: { locationId: LOCATION, ...query }, reply });
const byId = (status: number, message: string): Call => ({ method: "GET", path: PATH, status, reply: { statusCode: status, message } });

describe("find-contact", () => {
  it("takes the id first and asks no more", async () => {
    mock([{ method: "GET", path: PATH, reply: { contact } }]);
    const { returnValue, exports } = await run("find-contact", { contactId: CONTACT_ID, email });
    expect(returnValue).toEqual(contact);
    expect(exports).toEqual({ $summary: `Found contact Maya Ellison (${CONTACT_ID}) by id` });
  });

  it.each([404, 400])("returns null where there is no such contact, also when HighLevel says so with %d", async (status) => {
    mock([byId(status, "Contact not found"), lookup({ contact: null }, { email }), lookup({}, { number: "+12025550143" })]);
    const { returnValue, exports } = await run("find-contact", { contactId: CONTACT_ID, email, phone: "+12025550143" });
    expect(returnValue).toBeNull();
    expect(exports).toEqual({ $summary: "No contact was found by id or Email or Phone" });
  });

  it("is an error where the form asks for it", async () => {
    mock([lookup({ contact: null }, { email })]);
    const error = await failureOf("find-contact", { email, errorIfNotFound: true });
    expect(error.message).toBe("No contact was found by Email. Check the values, or switch off Error If Not Found to go on without a contact.");
    expect(error).toMatchObject({ name: "HighLevelError", kind: "notFound" });
  });

  it("does not take another failure for a missing contact", async () => {
    mock([byId(403, "The token does not have access to this location.")]);
    expect(await failureOf("find-contact", { contactId: CONTACT_ID, email })).toMatchObject({ kind: "location" });
  });
});

describe("update-contact", () => {
  it("empties every field that can be emptied", async () => {
    const names = ["firstName", "lastName", "name", "email", "phone", "address1", "city", "state", "website", "timezone", "dateOfBirth", "source", "assignedTo"];
    const wire = mock([{ method: "PUT", path: PATH, reply: { succeded: true, contact: { email: null } } }]);
    const { exports } = await run("update-contact", { contactId: CONTACT_ID, clearFields: [...names, "tags"] });
    expect(wire[0]?.body).toStrictEqual({ ...Object.fromEntries(names.map((name) => [name, null])), tags: [] });
    expect(exports.$summary).toBe(`Updated contact ${CONTACT_ID} (${CONTACT_ID})`);
  });
});

describe("texts stay texts", () => {
  it("also where they look like numbers, lists or JSON", async () => {
    const wire = mock([{ method: "PUT", path: PATH, reply: { contact } }]);
    await run("update-contact", { contactId: CONTACT_ID, postalCode: "00123", firstName: "true", lastName: "{\"a\":1}", source: "[1]", phone: "2025550143" });
    expect(wire[0]?.body).toStrictEqual({ postalCode: "00123", firstName: "true", lastName: "{\"a\":1}", source: "[1]", phone: "2025550143" });
  });

  it("also in tags and notes", async () => {
    const wire = mock([
      { method: "POST", path: `${PATH}/tags`, reply: {} },
      { method: "POST", path: `${PATH}/notes`, reply: { note } },
    ]);
    await run("add-tags-to-contact", { contactId: CONTACT_ID, tags: ["00123"] });
    await run("create-contact-note", { contactId: CONTACT_ID, body: "[00123]" });
    expect(wire.map(({ body }) => body)).toStrictEqual([{ tags: ["00123"] }, { body: "[00123]" }]);
  });
});

describe("an answer that says it was not done", () => {
  const rows: [string, Record<string, unknown>, Call][] = [
    ["delete-contact", {}, { method: "DELETE", path: PATH, reply: { succeded: false } }],
    ["delete-contact-note", { noteId: NOTE_ID }, { method: "DELETE", path: `${PATH}/notes/${NOTE_ID}`, reply: { succeeded: false } }],
    ["remove-contact-from-all-campaigns", {}, { method: "DELETE", path: `${PATH}/campaigns/removeAll`, reply: { success: false } }],
  ];
  it.each(rows)("%s is an error", async (slug, props, call) => {
    mock([call]);
    const error = await failureOf(slug, { contactId: CONTACT_ID, ...props });
    expect(error.message).toBe("HighLevel took the request, but says that it was not carried out. Check the IDs in the form: the record may be gone already.");
  });
});

describe("what the form says beforehand", () => {
  const described = async (slug: string, prop?: string) => {
    const { component } = await loadOperation(slug, process.env);
    return prop === undefined ? component.description : (component.props?.[prop] as { description: string }).description; // a prop of the form's own
  };

  it.each<[string, string | undefined, RegExp]>([
    ["upsert-contact", undefined, /HighLevel may drop secondary emails of a contact that it updates, and leaves out an email or phone that belongs to another contact\./],
    ["update-contact", "clearFields", /HighLevel does not allow emptying Postal Code and Country$/],
    ["create-contact", "taskDueInDays", /Used only with Tasks$/],
  ])("%s %s", async (slug, prop, says) => {
    expect(await described(slug, prop)).toMatch(says);
  });

  it.each(["postalCode", "country"])("update-contact refuses to empty %s", async (name) => {
    const error = await failureOf("update-contact", { contactId: CONTACT_ID, clearFields: [name], city: "Portland" });
    expect(error.message).toContain(`Fields to Clear: "${name}" cannot be chosen.`);
  });
});

it("a new contact without an id gets no notes under a wrong one", async () => {
  const wire = mock([lookup({ contact: null }, { email }), { method: "POST", path: "/contacts/", reply: { contact: {} } }]);
  const error = await failureOf("create-contact", { email, notes: ["Hello"] });
  expect(error.message).toContain("The field Contact is empty.");
  expect(wire).toHaveLength(2);
});

it("an empty answer to a deletion is a success", async () => {
  mock([{ method: "DELETE", path: PATH, reply: null }]);
  const { returnValue } = await run("delete-contact", { contactId: CONTACT_ID });
  expect(returnValue).toEqual({ succeeded: true });
});

it("a missing sub-account is a ConfigurationError that says where to find it", async () => {
  const error = await failureOf("create-contact", { email }, { auth: { oauth_access_token: "token-without-location" } });
  expect(error.name).toBe("ConfigurationError");
  expect(error.message).toContain("Choose one in Sub-Account, or type its Location ID: in HighLevel, open the sub-account");
});
