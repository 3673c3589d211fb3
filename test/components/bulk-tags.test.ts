import { describe, expect, it } from "@jest/globals";
import { loadOperation } from "../../local/cli/catalog.ts";
import { mock, run, failureOf } from "./harness.ts";
import type { Call } from "./row.ts";

const ids = Array.from({ length: 250 }, (_, index) => `contact-${index + 1}`);
const props = { type: "add", contacts: ids, tags: ["vip"] };
const batch = (reply: unknown, more: Partial<Call> = {}): Call => ({ method: "POST", path: "/contacts/bulk/tags/update/add", status: 201, reply, ...more });
const done = { succeded: true, errorCount: 0, responses: [] };

const contactsOf = (body: unknown) => (body as { contacts: string[] }).contacts; // the action's own body

it("sends batches of 100 and returns a result for each contact", async () => {
  const wire = mock([batch(done), batch(done), batch(done)]);
  const { exports, returnValue } = await run("bulk-update-contact-tags", { ...props, contacts: [...ids, "contact-1", " contact-2 "] });
  expect(wire.map(({ body }) => contactsOf(body).length)).toEqual([100, 100, 50]);
  expect(wire.flatMap(({ body }) => contactsOf(body))).toEqual(ids);
  expect(returnValue).toEqual(ids.map((contactId) => ({ contactId, succeeded: true })));
  expect(exports).toEqual({ $summary: "Added tags to 250 of 250 contacts" });
});

it("a failing batch loses nothing of the batches before, and says what is left", async () => {
  mock([batch(done), batch({ message: "Internal server error" }, { status: 500 })]);
  const error = await failureOf("bulk-update-contact-tags", props);
  expect(error.message).toContain("HighLevel says: Internal server error.");
  expect(error.message).toContain("Added tags to 100 of 250 contacts before that. Not confirmed: contact-101, contact-102,");
  expect(error.message).toContain("contact-200 and 50 more (all are in this step's export \"remaining\"). Run this again with those; it does no harm where the tags were changed already.");
  const { exports } = error.result as { exports: Record<string, unknown> };
  expect(exports).toMatchObject({ $summary: "Added tags to 100 of 250 contacts", remaining: ids.slice(100) });
  expect(exports.results).toEqual(ids.slice(0, 100).map((contactId) => ({ contactId, succeeded: true })));
});

it("a failing first batch is an error like any other", async () => {
  mock([batch({ message: "The token is not authorized for this scope." }, { status: 401 })]);
  const error = await failureOf("bulk-update-contact-tags", props);
  expect(error).toMatchObject({ name: "HighLevelError", kind: "scope" });
  expect(error.message).toContain("contacts.write");
});

it("stops between two batches when the step's time is nearly over", async () => {
  const wire = mock([batch(done)]);
  const error = await failureOf("bulk-update-contact-tags", props, { timeoutMs: 3_000 });
  expect(error.message).toContain("The time that this step may take is nearly over. Added tags to 100 of 250 contacts before that.");
  expect(wire).toHaveLength(1);
});

it("waits out the rate limit", async () => {
  const wire = mock([batch({ message: "Too many requests" }, { status: 429, headers: { "retry-after": "0" } }), batch(done)]);
  await run("bulk-update-contact-tags", { ...props, contacts: ids.slice(0, 3) });
  expect(wire.map(({ body }) => contactsOf(body))).toEqual([ids.slice(0, 3), ids.slice(0, 3)]);
});

describe("reads every shape of the answer", () => {
  const [a, b] = ["contact-1", "contact-2"];
  const shapes: [what: string, reply: unknown, results: unknown[], summary: string][] = [
    [
      "results with ids, in any order", { errorCount: 1, responses: [{ contactId: b, type: "error", message: "contact is deleted" }, { contactId: a, type: "success" }] },
      [{ contactId: a, type: "success", succeeded: true }, { contactId: b, type: "error", message: "contact is deleted", succeeded: false }],
      "Added tags to 1 of 2 contacts (1 refused: contact is deleted)",
    ],
    [
      "texts in the order of the request", { succeded: true, errorCount: 0, responses: ["Tags updated", "Tags updated"] },
      [{ contactId: a, message: "Tags updated", succeeded: true }, { contactId: b, message: "Tags updated", succeeded: true }],
      "Added tags to 2 of 2 contacts",
    ],
    ["no word on single contacts, with errors", { errorCount: 1 }, [{ contactId: a, succeeded: null }, { contactId: b, succeeded: null }], "Added tags to 0 of 2 contacts (2 unclear)"],
    ["a flag alone", { succeeded: true }, [{ contactId: a, succeeded: true }, { contactId: b, succeeded: true }], "Added tags to 2 of 2 contacts"],
    ["flags by contact", { responses: [{ contactId: a, succeded: false }, { contactId: b, success: true }] }, [{ contactId: a, succeded: false, succeeded: false }, { contactId: b, success: true, succeeded: true }], "Added tags to 1 of 2 contacts (1 refused)"],
    ["null", null, [{ contactId: a, succeeded: true }, { contactId: b, succeeded: true }], "Added tags to 2 of 2 contacts"],
  ];
  it.each(shapes)("%s", async (_, reply, results, summary) => {
    mock([batch(reply)]);
    const { exports, returnValue } = await run("bulk-update-contact-tags", { ...props, contacts: [a, b] });
    expect(returnValue).toEqual(results);
    expect(exports.$summary).toBe(summary);
  });
});

it("says in the form what the choice does", async () => {
  const { component } = await loadOperation("bulk-update-contact-tags", process.env);
  expect(component.props?.type).toMatchObject({
    label: "Add or Remove",
    options: [{ label: "Add the tags", value: "add" }, { label: "Remove the tags", value: "remove" }],
  });
});

it("removes all tags without naming any", async () => {
  const wire = mock([batch(done, { path: "/contacts/bulk/tags/update/remove" })]);
  await run("bulk-update-contact-tags", { type: "remove", contacts: ["contact-1"], removeAllTags: true });
  expect(wire[0]?.body).toMatchObject({ tags: [], removeAllTags: true });
});
