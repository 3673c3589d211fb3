import { expect, it } from "@jest/globals";
import { LOCATION, mock, run, failureOf } from "./harness.ts";
import { CONTACT_ID, contact, note, task } from "./records.ts";
import type { Call } from "./row.ts";

const PATH = `/contacts/${CONTACT_ID}`;
const email = "maya.ellison@example.com";
const props = { email, notes: ["Met at the fair", "Likes tea", "Likes tea"], tasks: ["Send the brochure"] };

const lookup = (found: unknown, query: Record<string, string> = { email }): Call => ({ method: "GET", path: "/contacts/search/duplicate", query: { locationId: LOCATION, ...query }, reply: { contact: found } });
const create: Call = { method: "POST", path: "/contacts/", reply: { contact }, status: 201 };
const addNote: Call = { method: "POST", path: `${PATH}/notes`, reply: { note }, status: 201 };
const addTask: Call = { method: "POST", path: `${PATH}/tasks`, reply: { task }, status: 201 };
const existing = (notes: unknown[], tasks: unknown[]): Call[] => [
  { method: "GET", path: PATH, reply: { contact } },
  { method: "GET", path: `${PATH}/notes`, reply: { notes } },
  { method: "GET", path: `${PATH}/tasks`, reply: { tasks } },
];
const posted = (wire: { method: string; path: string; body?: unknown }[]) => wire.filter(({ method }) => method === "POST");

it("names the contact and what is missing when a note fails, and stops there", async () => {
  const wire = mock([lookup(null), create, addNote, { ...addNote, status: 500, reply: { message: "Internal server error", traceId: "t1" } }]);
  const error = await failureOf("create-contact", props);
  expect(error.message).toContain(`The contact ${CONTACT_ID} exists now, but not everything could be added to it. Added: note 1. Not added: note 2, note 3, task 1.`);
  expect(error.message).toContain(`Run this again with Continue with Contact ${CONTACT_ID}`);
  expect(error.message).toContain("HighLevel says: Internal server error.");
  expect(error.details).toEqual({ contactId: CONTACT_ID, added: ["note 1"], missing: ["note 2", "note 3", "task 1"] });
  expect(posted(wire)).toHaveLength(3);
});

it("goes on with the contact: creates none, and adds only what it lacks", async () => {
  const wire = mock([
    // As HighLevel may hand it back: as HTML, or as text beside it.
    ...existing([{ body: "<p>Met at&nbsp;the <b>fair</b></p>" }, { bodyText: "Likes  tea" }], []),
    addNote, addTask,
  ]);
  const { exports, returnValue } = await run("create-contact", { ...props, continueWithContactId: ` ${CONTACT_ID} ` });
  expect(posted(wire)).toMatchObject([{ path: `${PATH}/notes`, body: { body: "Likes tea" } }, { path: `${PATH}/tasks`, body: { title: "Send the brochure" } }]);
  expect(exports.$summary).toBe(`Completed contact Maya Ellison (${CONTACT_ID}) with 1 note and 1 task`);
  expect(returnValue).toEqual(contact);
});

it.each([
  ["as HTML alone", { body: "<p>Hello<br>world &amp; co</p>" }],
  ["as HTML with its text beside it", { body: "<p>Hello</p><p>world &amp; co</p>", bodyText: "Helloworld & co" }],
  ["as text", { bodyText: "Hello\nworld & co" }],
])("adds no note again that HighLevel hands back %s", async (_, stored) => {
  const wire = mock(existing([stored], [{ title: "Tea &amp; cake" }]));
  await run("create-contact", { notes: ["Hello\nworld & co"], tasks: ["Tea & cake"], continueWithContactId: CONTACT_ID });
  expect(posted(wire)).toEqual([]);
});

it("adds nothing to a contact that has everything", async () => {
  mock(existing([{ body: "Likes tea" }, { body: "Met at the fair" }, { body: "Likes tea" }], [{ title: "Send the brochure" }]));
  const { exports } = await run("create-contact", { ...props, continueWithContactId: CONTACT_ID });
  expect(exports.$summary).toBe(`Completed contact Maya Ellison (${CONTACT_ID}); nothing was missing`);
});

it("reads only the kind it has to add", async () => {
  const wire = mock([...existing([], []).filter(({ path }) => !path.endsWith("/notes")), addTask]);
  await run("create-contact", { tasks: props.tasks, continueWithContactId: CONTACT_ID });
  expect(posted(wire)).toHaveLength(1);
});

it.each([
  ["email", [lookup(contact)]],
  ["phone", [lookup(null), lookup(contact, { number: "+12025550143" })]],
])("with notes, an existing contact with the same %s stops it before anything is created", async (field, calls) => {
  const wire = mock(calls);
  const error = await failureOf("create-contact", { ...props, phone: "+12025550143" });
  expect(error.message).toBe(`A contact with the same ${field} exists already: ${CONTACT_ID}. Nothing was created. To add the notes and tasks that it lacks, run this again with Continue with Contact ${CONTACT_ID}; to change it, use Update Contact or Upsert Contact.`);
  expect(error).toMatchObject({ kind: "duplicate", contactId: CONTACT_ID });
  expect(posted(wire)).toHaveLength(0);
});

it.each(["create-contact", "upsert-contact"])("%s tells the existing contact's id when HighLevel refuses a duplicate", async (slug) => {
  const path = slug === "create-contact" ? "/contacts/" : "/contacts/upsert";
  mock([{ method: "POST", path, status: 400, reply: { statusCode: 400, message: "This location does not allow duplicated contacts.", meta: { contactId: CONTACT_ID, matchingField: "email" }, traceId: "t1" } }]);
  const error = await failureOf(slug, { email });
  expect(error.message).toContain(CONTACT_ID);
  expect(error.message).toContain("the same email");
  expect(error).toMatchObject({ kind: "duplicate", contactId: CONTACT_ID, status: 400, traceId: "t1" });
});

it("an unclear answer to the creation is not repeated", async () => {
  const wire = mock([lookup(null), { ...create, status: 502, reply: { message: "Bad gateway" } }]);
  const error = await failureOf("create-contact", props);
  expect(error.message).toContain("may or may not have carried it out");
  expect(posted(wire)).toHaveLength(1);
});
