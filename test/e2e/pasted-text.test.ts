/** What people paste into the forms of triggers and into searches, against the sandbox. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { account, load, source, messageOf } from "./support.ts";
import type { Fields } from "./support.ts";

const pasted = (text: string) => `\u202A${text}\u202C\u200B`;
const MESSY = "+1\u00A0(202) 555\u20110188";
const EMOJI = "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}";

let sandbox: Sandbox;
let contactId = "";

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false });
  const { store, locationId } = sandbox;
  const [contact] = store.contacts.insert([{ locationId, firstName: "Iris", lastName: "Quill", email: "iris.quill@example.com", phone: "+12025550188", dateAdded: Date.now() - 864e5 }]);
  contactId = contact!.id;
  store.notes.put({ id: "TheNote0000000000001", contactId, body: `${"a".repeat(55)}${EMOJI} and more`, pinned: false, dateAdded: Date.now() });
});
afterAll(() => sandbox.close());

/** The requests of a deployment. */
async function deployed(slug: string, props: Fields, token = sandbox.token()) {
  const before = sandbox.requests.length;
  const trigger = await source(sandbox, slug, props, account(sandbox, token));
  const { emitted } = await trigger.deploy();
  return { emitted, trigger, requests: sandbox.requests.slice(before) };
}

async function labels(slug: string, prop: string, query: string, configured: Fields = {}): Promise<string[]> {
  const { options } = await resolveOptions(await load(slug), prop, { auth: account(sandbox), query, configured });
  return options.map(({ label }) => label);
}

describe("triggers", () => {
  it.each([{ phone: MESSY }, { phone: "tel:+1-202-555-0188" }, { email: "mailto:iris.quill@example.com" }, { email: `\u201C${"iris.quill@example.com"}\u201D.` }])("Get Duplicate Contact finds %j", async (props) => {
    const { emitted } = await deployed("get-duplicate-contact", props);
    expect(emitted.map(({ event }) => (event as Fields).id)).toEqual([contactId]);
  });

  it("Get Duplicate Contact says at deployment what is missing", async () => {
    const says = await messageOf(deployed("get-duplicate-contact", { phone: "(202) 555-0188" }));
    expect(says).toContain("Phone: \"(202) 555-0188\" has no country code");
  });

  it("Filter Users by Email", async () => {
    const { email } = sandbox.store.users.in(sandbox.companyId)[0]!;
    const { emitted } = await deployed("filter-users-by-email", { companyId: pasted(sandbox.companyId), email: `<${email}>` }, sandbox.token({ kind: "agency" }));
    expect(emitted).toHaveLength(1);
    expect(await messageOf(deployed("filter-users-by-email", { email: "iris" }, sandbox.token({ kind: "agency" })))).toContain("Email: \"iris\" is not an email address");
  });

  it.each([
    ["search-contacts", { query: MESSY }], ["list-contacts", { query: "(202) 555-0188" }], ["search-contacts", { query: pasted("Quill") }],
    ["search-contacts", { filterField1: pasted("phone"), filterOperator1: "eq", filterValue1: MESSY }],
    ["search-contacts", { filterField1: "phone", filterOperator1: "contains", filterValue1: "(202) 555-01" , filterField2: "email", filterOperator2: "eq", filterValue2: pasted("iris.quill@example.com") }],
  ])("%s with %j finds the contact", async (slug, props) => {
    const { emitted } = await deployed(slug, props);
    expect(emitted.map(({ event }) => (event as Fields).id)).toEqual([contactId]);
  });

  it("ids lose what came along, and name what remains", async () => {
    const { requests } = await deployed("get-contact", { contactId: `"${pasted(contactId)}"`, locationId: pasted(sandbox.locationId) });
    expect(requests.map(({ path }) => path)).toContain(`/contacts/${contactId}`);
    expect(await messageOf(deployed("get-contact", { contactId: `${contactId}\u0430` }))).toContain("Contact: the value contains a Cyrillic letter (U+0430)");
  });

  it("the paths of a field map lose what came along", async () => {
    const { emitted } = await deployed("get-contact-notes", { contactId, fieldMap: { text: pasted("body") } });
    expect(emitted.map(({ event }) => (event as Fields).text)).toEqual([expect.stringContaining("and more")]);
  });

  it("a choice with something invisible in it is that choice", async () => {
    const { trigger } = await deployed("get-contact-notes", { contactId, eventTypes: ["created\u200B"] });
    sandbox.store.notes.put({ id: "TheNote0000000000009", contactId, body: "News", pinned: false, dateAdded: Date.now() });
    expect((await trigger.run()).emitted).toHaveLength(1);
    sandbox.store.notes.delete("TheNote0000000000009");
  });
});

describe("dropdowns", () => {
  it.each([MESSY, "(202) 555-0188", pasted("Quill"), "tel:+12025550188"])("contacts are found by %j", async (query) => {
    expect(await labels("delete-contact", "contactId", query)).toEqual(["Iris Quill (iris.quill@example.com)"]);
  });

  it("what a list depends on loses what came along", async () => {
    expect(await labels("delete-contact-note", "noteId", "", { contactId: pasted(contactId), locationId: pasted(sandbox.locationId) })).toHaveLength(1);
  });

  it("labels end between characters", async () => {
    expect(await labels("delete-contact-note", "noteId", "", { contactId })).toEqual([`${"a".repeat(55)}\u2026`]);
  });

  it.each([["delete-contact", "contactId"], ["update-opportunity", "opportunityId"]])("search texts of %s end between characters", async (slug, prop) => {
    const before = sandbox.requests.length;
    await labels(slug, prop, `${"q".repeat(74)}${EMOJI}`);
    expect(sandbox.requests.slice(before).map(({ body }) => (body as Fields).query)).toEqual(["q".repeat(74)]);
  });
});
