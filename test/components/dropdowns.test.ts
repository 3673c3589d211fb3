import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { loadComponent, resolveOptions } from "../../hosts/runtime/index.ts";
import type { OptionsRequest, PropOptions } from "../../hosts/runtime/index.ts";
import { builtActions, LOCATION, mock, TOKEN } from "./harness.ts";
import { CONTACT_ID, contact, customFields, note, task, USER_ID } from "./records.ts";
import type { Call } from "./row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";

/** The choices of a prop, as the form shows them. */
async function options(slug: string, prop: string, request: OptionsRequest = {}): Promise<PropOptions> {
  const file = builtActions().find((action) => action.slug === slug)?.file ?? "";
  const component = await loadComponent(fileURLToPath(new URL(`../../dist/${file}`, import.meta.url)));
  return resolveOptions(component, prop, { auth: { oauth_access_token: TOKEN, locationId: LOCATION }, ...request });
}

const list = (path: string, reply: unknown, query?: Record<string, string>): Call => ({ method: "GET", path, reply, ...(query && { query }) });
const users = list("/users/", { users: [{ id: USER_ID, name: "Ann Lee", email: "ann@example.com" }, { id: "u2", firstName: "Bo", lastName: "Day" }] }, { locationId: LOCATION });

/** Each dropdown of the contact actions: where it reads, what it offers. */
const rows: [slug: string, prop: string, configured: Record<string, unknown>, calls: Call[], labels: Record<string, string>][] = [
  ["delete-contact", "contactId", {}, [{ method: "POST", path: "/contacts/search", body: { locationId: LOCATION, pageLimit: 100 }, reply: { contacts: [contact, { id: "c2" }] } }], { [CONTACT_ID]: "Maya Ellison (maya.ellison@example.com)", c2: "c2" }],
  ["delete-contact-task", "taskId", { contactId: CONTACT_ID }, [list(`/contacts/${CONTACT_ID}/tasks`, { tasks: [task] })], { [task.id]: "Call back" }],
  ["delete-contact-note", "noteId", { contactId: CONTACT_ID }, [list(`/contacts/${CONTACT_ID}/notes`, { notes: [note, { id: "n2", body: "<p>Likes <b>tea</b></p>" }] })], { [note.id]: "First call", n2: "Likes tea" }],
  ["add-tags-to-contact", "tags", {}, [list(`/locations/${LOCATION}/tags`, { tags: [{ id: "t1", name: "vip" }] })], { vip: "vip" }],
  ["add-contact-followers", "userIds", {}, [users], { [USER_ID]: "Ann Lee (ann@example.com)", u2: "Bo Day" }],
  ["create-contact", "taskAssignedTo", {}, [users], { [USER_ID]: "Ann Lee (ann@example.com)", u2: "Bo Day" }],
  ["add-contact-to-campaign", "campaignId", {}, [list("/campaigns/", { campaigns: [{ id: "k1", name: "Welcome" }] }, { locationId: LOCATION })], { k1: "Welcome" }],
  // Drafts say that they are.
  ["remove-contact-from-campaign", "campaignId", {}, [list("/campaigns/", { campaigns: [{ id: "k1", name: "Welcome", status: "draft" }, { id: "k2", name: "Summer", status: "published" }] }, { locationId: LOCATION })], { k1: "Welcome (draft)", k2: "Summer" }],
  ["add-contact-to-workflow", "workflowId", {}, [list("/workflows/", { workflows: [{ id: "w1", name: "Welcome", status: "draft" }, { id: "w2", name: "Summer", status: "published" }] }, { locationId: LOCATION })], { w1: "Welcome (draft)", w2: "Summer" }],
  ["update-blog-post", "postId", { blogId: "b1" }, [list("/blogs/posts/all", { blogs: [{ _id: "p1", title: "Five questions", status: "DRAFT" }, { _id: "p2", title: "New rooms", status: "PUBLISHED" }] }, { locationId: LOCATION, blogId: "b1", limit: "50", offset: "0" })], { p1: "Five questions (draft)", p2: "New rooms" }],
  ["update-contact", "customField1", {}, [list(`/locations/${LOCATION}/customFields`, { customFields: customFields.slice(0, 1) }, { model: "contact" })], { cfText: "Nickname" }],
  ["create-contact", "customFieldValue10", { customField10: "cfRadio" }, [list(`/locations/${LOCATION}/customFields`, { customFields }, { model: "contact" })], { Gold: "Gold", Silver: "Silver" }],
  ["create-contact", "customFieldValue1", {}, [], {}],
];

it.each(rows)("%s: %s", async (slug, prop, configured, calls, labels) => {
  const wire = mock(calls);
  const { options: found } = await options(slug, prop, { configured });
  expect(Object.fromEntries(found.map(({ label, value }) => [value, label]))).toEqual(labels);
  expect(wire.map(({ method, path, query, body }) => ({ method, path, ...(query && { query }), ...(body !== undefined && { body }) })))
    .toEqual(calls.map(({ reply: _, ...call }) => call));
});

it("follows the sub-account that is chosen", async () => {
  const wire = mock([list(`/locations/${OTHER_LOCATION}/tags`, { tags: [] })]);
  expect(await options("add-tags-to-contact", "tags", { configured: { locationId: OTHER_LOCATION } })).toMatchObject({ options: [] });
  expect(wire).toHaveLength(1);
});

describe("contacts", () => {
  it("are searched by HighLevel, with the longest text it takes", async () => {
    const wire = mock([{ method: "POST", path: "/contacts/search", reply: { contacts: [contact] } }]);
    // What HighLevel found stays, also where it found it elsewhere than in the label.
    expect((await options("delete-contact", "contactId", { query: ` ${"m".repeat(80)}` })).options).toHaveLength(1);
    expect(wire[0]?.body).toEqual({ locationId: LOCATION, pageLimit: 100, query: "m".repeat(75) });
  });

  it("come in pages, until the last one", async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, searchAfter: [index, `c${index}`] }));
    const wire = mock([
      { method: "POST", path: "/contacts/search", reply: { contacts: page } },
      { method: "POST", path: "/contacts/search", reply: { contacts: [{ id: "last" }] } },
    ]);
    const first = await options("bulk-update-contact-tags", "contacts");
    const second = await options("bulk-update-contact-tags", "contacts", { page: 1, prevContext: first.context });
    const third = await options("bulk-update-contact-tags", "contacts", { page: 2, prevContext: second.context });
    expect([first, second, third].map(({ options: found }) => found.length)).toEqual([100, 1, 0]);
    expect(wire[1]?.body).toMatchObject({ searchAfter: [99, "c99"] });
  });
});

it("lists that HighLevel cannot search are searched by label", async () => {
  mock([users]);
  expect((await options("update-contact", "assignedTo", { query: "bo" })).options).toEqual([{ label: "Bo Day", value: "u2" }]);
  // What looks like a phone number may stand in a name as it was typed.
  mock([list("/users/", { users: [{ id: "u1", name: "Team 123-456-789" }, { id: "u2", name: "Bo Day" }] })]);
  expect((await options("update-contact", "assignedTo", { query: "123-456-789" })).options).toEqual([{ label: "Team 123-456-789", value: "u1" }]);
});

it("what a list depends on has to be chosen first", async () => {
  await expect(options("delete-contact-note", "noteId")).rejects.toThrow("The field Contact is empty. Choose or type an ID.");
});

describe("fixed lists", () => {
  it("time zones come once, on the first page", async () => {
    const { options: zones } = await options("update-contact", "timezone");
    expect(zones).toContainEqual({ label: "America/New_York", value: "America/New_York" });
    expect((await options("update-contact", "timezone", { page: 1 })).options).toEqual([]);
  });

  it("countries by name", async () => {
    const { options: countries } = await options("create-contact", "country");
    expect(countries).toHaveLength(249);
    expect(countries[0]).toEqual({ label: "Afghanistan (AF)", value: "AF" });
    // What Intl knows is the measure of the list.
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    expect(countries.filter(({ value }) => !names.of(String(value)))).toEqual([]);
    expect(new Set(countries.map(({ value }) => value)).size).toBe(249);
  });
});
