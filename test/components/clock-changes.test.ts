/** The night on which Chile skips midnight, in every operation that takes a time; and a sub-account without a real time zone. */
import get from "lodash/get.js";
import { describe, expect, it } from "@jest/globals";
import { loadOperation } from "../../local/cli/catalog.ts";
import { createSource } from "../../hosts/runtime/index.ts";
import { builtActions, LOCATION, mock, run, failureOf, TOKEN } from "./harness.ts";
import { contact, CONTACT_ID, TASK_ID } from "./records.ts";
import type { Call } from "./row.ts";

type Props = Record<string, unknown>;

const place = (timezone: unknown): Call => ({ method: "GET", path: `/locations/${LOCATION}`, reply: { location: { id: LOCATION, timezone } } });
const SANTIAGO = place("America/Santiago");
const contactId = CONTACT_ID;
const ids = { calendarId: "cal1", contactId };
const times = { startTime: "2027-09-05", endTime: "2027-09-05 01:30" };
const post = {
  blogId: "b1", title: "T", description: "D", rawHTML: "<p>H</p>", status: "SCHEDULED", publishedAt: "2027-09-05", urlSlug: "t",
  imageUrl: "https://example.com/a.jpg", imageAltText: "A", author: "6683abde331c041f32c07aea", categories: ["6683abde331c041f32c07aee"], tags: ["a"], canonicalLink: "https://example.com/a",
};
const free: Call = { method: "GET", path: "/blogs/posts/url-slug-exists", reply: { exists: false } };
const MIDNIGHT = "2027-09-05T01:00:00-03:00";

const MIDNIGHT_MS = String(Date.parse(MIDNIGHT));

/** Operation, form, further calls, the call that carries the time, where it stands in the body or query, the field's label. */
const rows: [slug: string, props: Props, before: Call[], call: Call, at: string, label: string, sent?: unknown][] = [
  ["create-contact-task", { contactId, title: "Call", dueDate: "2027-09-05" }, [], { method: "POST", path: `/contacts/${contactId}/tasks`, reply: {} }, "dueDate", "Due Date"],
  ["update-contact-task", { contactId, taskId: TASK_ID, dueDate: "2027-09-05 00:00" }, [], { method: "PUT", path: `/contacts/${contactId}/tasks/${TASK_ID}`, reply: {} }, "dueDate", "Due Date"],
  ["create-contact", { firstName: "Maya", tasks: ['{ "title": "Call", "dueDate": "2027-09-05" }'] }, [{ method: "POST", path: "/contacts/", reply: { contact } }], { method: "POST", path: `/contacts/${contact.id}/tasks`, reply: {} }, "dueDate", "Tasks, item 1, dueDate"],
  ["create-appointment", { ...ids, ...times, ignoreFreeSlotValidation: true }, [], { method: "POST", path: "/calendars/events/appointments", reply: {} }, "startTime", "Start Time"],
  ["update-appointment", { appointmentId: "e1", ...times, ignoreFreeSlotValidation: true }, [], { method: "PUT", path: "/calendars/events/appointments/e1", reply: {} }, "startTime", "Start Time"],
  ["create-block-slot", { calendarId: "cal1", ...times }, [], { method: "POST", path: "/calendars/events/block-slots", reply: {} }, "startTime", "Start Time"],
  ["update-block-slot", { blockedSlotId: "e1", calendarId: "cal1", ...times }, [], { method: "PUT", path: "/calendars/events/block-slots/e1", reply: {} }, "startTime", "Start Time"],
  ["add-contact-to-workflow", { contactId, workflowId: "w1", eventStartTime: "2027-09-05" }, [], { method: "POST", path: `/contacts/${contactId}/workflow/w1`, reply: {} }, "eventStartTime", "Event Start Time"],
  ["remove-contact-from-workflow", { contactId, workflowId: "w1", eventStartTime: "2027-09-05" }, [], { method: "DELETE", path: `/contacts/${contactId}/workflow/w1`, reply: {} }, "eventStartTime", "Event Start Time"],
  ["create-blog-post", post, [free], { method: "POST", path: "/blogs/posts", reply: { data: {} } }, "publishedAt", "Published At"],
  ["update-blog-post", { ...post, postId: "p1" }, [free], { method: "PUT", path: "/blogs/posts/p1", reply: { updatedBlogPost: {} } }, "publishedAt", "Published At"],
  ["send-message", { contactId, type: "SMS", message: "Hello", scheduledTimestamp: "2027-09-05" }, [], { method: "POST", path: "/conversations/messages", reply: {} }, "scheduledTimestamp", "Send At", Date.parse(MIDNIGHT) / 1000],
  ["fetch-appointments", { calendarId: "cal1", ...times }, [], { method: "GET", path: "/calendars/events", reply: { events: [] } }, "startTime", "From", MIDNIGHT_MS],
  ["fetch-blocked-slots", { calendarId: "cal1", ...times }, [], { method: "GET", path: "/calendars/blocked-slots", reply: { events: [] } }, "startTime", "From", MIDNIGHT_MS],
  ["fetch-free-slots", { calendarId: "cal1", ...times }, [], { method: "GET", path: "/calendars/cal1/free-slots", reply: {} }, "startDate", "From", MIDNIGHT_MS],
];

it("there is a row for every action that asks for the sub-account's time zone", () => {
  const asking = builtActions().filter(({ endpoints }) => endpoints.some(({ path }) => path === "/locations/{locationId}")).map(({ slug }) => slug);
  expect(rows.map(([slug]) => slug).filter((slug) => !asking.includes(slug))).toEqual([]);
  // These want the sub-account itself, or its agency; of filters see below.
  expect(asking.filter((slug) => !rows.some(([known]) => known === slug)).sort()).toEqual(["create-location", "create-user", "fetch-contacts", "fetch-conversations", "find-location-by-id"]);
});

describe.each(rows)("%s", (slug, props, before, call, at, label, sent = MIDNIGHT) => {
  it("moves a midnight that is skipped forward, and stays on the day", async () => {
    const wire = mock([SANTIAGO, ...before, call]);
    await run(slug, props);
    expect(get(wire.at(-1)?.body ?? wire.at(-1)?.query, at)).toBe(sent);
  });

  it.each([["GMT-05:00"], ["Pacific Standard Time"]])("sends nothing where the sub-account's time zone is %s, and says what to do", async (zone) => {
    mock([place(zone)]);
    const error = await failureOf(slug, props);
    expect(error.name).toBe("ConfigurationError");
    expect(error.message).toMatch(new RegExp(`^${label}: "2027-09-05[ 0:]*" has no offset`));
    expect(error.message).toContain(`In HighLevel that is "${zone}", which is not a known time zone. Write the time with its offset`);
    expect(error.message).toContain("Settings > Business Profile");
  });
});

it.each([[""], [null], [" "]])("a sub-account whose time zone is %j is told of too", async (zone) => {
  mock([place(zone)]);
  expect((await failureOf("create-contact-task", { contactId, title: "Call", dueDate: "2027-09-05" })).message).toBe(
    "The sub-account has no time zone. Write times with their offset, such as 2026-12-01T09:00:00-05:00, or choose a time zone in HighLevel: Settings > Business Profile.",
  );
});

describe("filters", () => {
  const AUTH = { oauth_access_token: TOKEN, locationId: LOCATION };
  const list: Call = { method: "GET", path: "/conversations/search", reply: { conversations: [], total: 0 } };
  const search: Call = { method: "POST", path: "/contacts/search", reply: { contacts: [] } };
  const deploy = async (slug: string, props: Props) => createSource((await loadOperation(slug, process.env)).component, { props, auth: AUTH }).deploy();

  it.each([
    ["2026-09-06", "2026-09-06T04:00:00.000Z", "2026-09-07T02:59:59.999Z"],
    ["2026-04-04", "2026-04-04T03:00:00.000Z", "2026-04-05T03:59:59.999Z"],
  ])("know when %s begins and ends in Chile", async (day, first, last) => {
    const calls = mock([SANTIAGO, search]);
    await deploy("search-contacts", { eventTypes: ["created"], filterField1: "dateAdded", filterOperator1: "range", filterValue1: `${day}..${day}` });
    expect(get(calls.at(-1)?.body, "filters[0].filters[0].value")).toEqual({ gte: first, lte: last });

    const queries = mock([SANTIAGO, list]);
    await deploy("search-conversations", { eventTypes: ["inbound message"], createdAfter: day, createdBefore: day });
    expect(queries.at(-1)?.query).toMatchObject({ startDate: String(Date.parse(first)), endDate: String(Date.parse(last)) });
  });

  it.each<[slug: string, props: Props, label: string]>([
    ["search-contacts", { filterField1: "dateAdded", filterOperator1: "range", filterValue1: "2026-09-06.." }, "Filter 1 (Date added)"],
    ["search-conversations", { createdBefore: "2026-09-06" }, "Created Before"],
  ])("of %s need a real time zone", async (slug, props, label) => {
    mock([place("GMT-05:00")]);
    await expect(deploy(slug, { eventTypes: ["created"], ...props })).rejects.toThrow(`: "2026-09-06" has no offset, so it is a time in the sub-account's time zone. In HighLevel that is "GMT-05:00"`);
    mock([place("GMT-05:00")]);
    await expect(deploy(slug, { eventTypes: ["created"], ...props })).rejects.toThrow(label.split(" (")[0]);
  });
});
