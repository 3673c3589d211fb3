import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
let now = Date.UTC(2026, 10, 23, 12);
let id = "";
let users: string[] = [];
beforeAll(async () => {
  bed = await open({ now: () => now });
  users = bed.store.users.in(bed.companyId).map((user) => user.id);
});
beforeEach(() => {
  now += 60_000;
  id = bed.store.contacts.insert([{ locationId: bed.locationId, firstName: "Part", tags: ["a"], dateAdded: now - 1000 }])[0]?.id ?? "";
});
afterAll(() => bed.close());

const send = (method: string, path: string, body?: unknown) => bed.api(method, `/contacts/${id}${path}`, { body });
const dateUpdated = async () => at(( await send("GET", "")).body, "contact.dateUpdated");
const moved = () => new Date(now).toISOString();
const unmoved = () => new Date(now - 1000).toISOString();

describe("tasks of a contact", () => {
  it("are created, read, changed, completed and deleted, and leave the contact's dateUpdated alone", async () => {
    const task = { title: "Call", body: "at noon", dueDate: "2026-12-01T12:00:00+01:00", completed: false, assignedTo: users[0] };
    const created = await send("POST", "/tasks", task);
    const taskId = at(created.body, "task.id");
    expect(created).toMatchObject({ status: 201, body: { task: { ...task, dueDate: "2026-12-01T11:00:00.000Z", contactId: id } } });
    expect((await send("PUT", `/tasks/${taskId}`, { title: "Call again" })).body).toMatchObject({ task: { title: "Call again", body: "at noon" } });
    expect((await send("PUT", `/tasks/${taskId}/completed`, { completed: true })).body).toMatchObject({ task: { completed: true } });
    expect((await send("GET", `/tasks/${taskId}`)).body).toEqual({ task: { ...task, id: taskId, contactId: id, title: "Call again", completed: true, dueDate: "2026-12-01T11:00:00.000Z" }, traceId: expect.any(String) });
    expect(at<object[]>((await send("GET", "/tasks")).body, "tasks")).toHaveLength(1);
    expect((await send("DELETE", `/tasks/${taskId}`)).body).toMatchObject({ succeded: true });
    expect(await send("GET", `/tasks/${taskId}`)).toMatchObject({ status: 404, body: { statusCode: 404, message: `Task with id ${taskId} not found` } });
    expect(await dateUpdated()).toBe(unmoved());
  });

  it("need a title, a date that can be read and a state", async () => {
    expect(await send("POST", "/tasks", { body: "x" })).toMatchObject({ status: 422, body: { message: ["title should not be empty", "dueDate should not be empty", "completed should not be empty"] } });
    expect(await send("POST", "/tasks", { title: "x", dueDate: "tomorrow", completed: false })).toMatchObject({ status: 422, body: { message: ["dueDate must be a valid ISO 8601 date string"] } });
  });

  it("of all contacts can be searched", async () => {
    await send("POST", "/tasks", { title: "Unusual errand", dueDate: "2026-12-01T00:00:00Z", completed: false, assignedTo: users[1] });
    const find = async (body: object) => at<object[]>((await bed.api("POST", `/locations/${bed.locationId}/tasks/search`, { body })).body, "tasks");
    expect(await find({ query: "unusual" })).toMatchObject([{ title: "Unusual errand", contactId: id }]);
    expect(await find({ contactId: [id], completed: true })).toEqual([]);
    expect(await find({ query: "unusual", assignedTo: [users[0]] })).toEqual([]);
    expect(await find({ limit: 3 })).toHaveLength(3);
  });
});

describe("notes of a contact", () => {
  it("are kept as HTML where the sandbox is told so, with their text beside it", async () => {
    bed.store.notesAsHtml = true;
    try {
      const { body } = await send("POST", "/notes", { body: "Hello\nworld & <co>" });
      expect(body).toMatchObject({ note: { body: "<p>Hello<br>world &amp; &lt;co&gt;</p>", bodyText: "Helloworld & <co>" } });
      expect(await send("PUT", `/notes/${at<string>(body, "note.id")}`, { body: "<div>as it is</div>" })).toMatchObject({ body: { note: { body: "<div>as it is</div>", bodyText: "as it is" } } });
    } finally {
      bed.store.notesAsHtml = false;
    }
  });

  it("are created, read, changed and deleted, and leave the contact's dateUpdated alone", async () => {
    const created = await send("POST", "/notes", { body: "<p>Hello</p>", title: "T", userId: users[0] });
    const noteId = at(created.body, "note.id");
    const note = { id: noteId, contactId: id, body: "<p>Hello</p>", bodyText: "Hello", title: "T", userId: users[0], pinned: false, relations: [], dateAdded: new Date(now).toISOString() };
    expect(created).toEqual(expect.objectContaining({ status: 201, body: { note, traceId: expect.any(String) } }));
    expect((await send("PUT", `/notes/${noteId}`, { pinned: true })).body).toMatchObject({ note: { ...note, pinned: true } });
    expect((await send("GET", "/notes")).body).toMatchObject({ notes: [{ ...note, pinned: true }] });
    expect((await send("DELETE", `/notes/${noteId}`)).body).toMatchObject({ succeded: true });
    expect(await send("GET", `/notes/${noteId}`)).toMatchObject({ status: 404 });
    expect(await dateUpdated()).toBe(unmoved());
    expect(await send("POST", "/notes", {})).toMatchObject({ status: 422, body: { message: ["body should not be empty"] } });
  });
});

describe("tags of a contact", () => {
  it("are added and removed in lower case, and the answer says which", async () => {
    expect(await send("POST", "/tags", { tags: ["B", "a"] })).toMatchObject({ status: 201, body: { tags: ["a", "b"], tagsAdded: ["b"] } });
    expect(await dateUpdated()).toBe(moved());
    expect(await send("DELETE", "/tags", { tags: ["A", "none"] })).toMatchObject({ status: 200, body: { tags: ["b"], tagsRemoved: ["a"] } });
    expect(await send("DELETE", "/tags")).toMatchObject({ status: 422 });
    await send("POST", "/tags", { tags: ["Unheard of"] });
    expect(bed.store.tags.in(bed.locationId)).toContainEqual(expect.objectContaining({ name: "unheard of" }));
  });

  it("of many contacts are changed with an answer for each", async () => {
    const [other] = bed.store.contacts.insert([{ locationId: "SandboxLocation00002" }]);
    const bulk = (type: string, body: object) => bed.api("POST", `/contacts/bulk/tags/update/${type}`, { body: { locationId: bed.locationId, contacts: [id, "nobody", other?.id], tags: ["B"], ...body } });
    expect(await bulk("add", {})).toMatchObject({
      status: 201,
      body: {
        succeded: false, errorCount: 2,
        responses: [
          { contactId: id, type: "success", message: "Tags updated", oldTags: ["a"], tagsAdded: ["b"], tagsRemoved: [] },
          { contactId: "nobody", type: "error", message: "contact id is not a valid firebase id" },
          { contactId: other?.id, type: "error", message: "contact does not belong to location" },
        ],
      },
    });
    expect(await bulk("add", { removeAllTags: true })).toMatchObject({ status: 422 });
    expect((await bulk("remove", { contacts: [id] })).body).toMatchObject({ succeded: true, errorCount: 0, responses: [{ tagsRemoved: ["b"] }] });
    expect((await bulk("remove", { contacts: [id], removeAllTags: true })).body).toMatchObject({ responses: [{ tagsRemoved: ["a"] }] });
  });
});

describe("followers, campaigns and workflows of a contact", () => {
  it("are users, and the answer says who was new", async () => {
    expect(await send("POST", "/followers", { followers: [users[0], users[1]] })).toMatchObject({ status: 201, body: { followers: [users[0], users[1]], followersAdded: [users[0], users[1]] } });
    expect(await dateUpdated()).toBe(moved());
    expect((await send("POST", "/followers", { followers: [users[1], users[2]] })).body).toMatchObject({ followersAdded: [users[2]] });
    expect((await send("DELETE", "/followers", { followers: [users[0]] })).body).toMatchObject({ followers: [users[1], users[2]], followersRemoved: [users[0]] });
    expect(await send("POST", "/followers", { followers: ["nobody"] })).toMatchObject({ status: 400, body: { message: "User with id nobody not found" } });
  });

  it("start and end, with or without a body", async () => {
    const [first, second] = bed.store.campaigns.in(bed.locationId);
    expect(await send("POST", `/campaigns/${first?.id}`, {})).toMatchObject({ status: 201, body: { succeded: true } });
    expect(await send("POST", `/campaigns/${second?.id}`)).toMatchObject({ status: 201 });
    await send("DELETE", `/campaigns/${first?.id}`);
    expect(bed.store.contacts.get(id)?.campaigns).toEqual([second?.id]);
    await send("DELETE", "/campaigns/removeAll");
    expect(bed.store.contacts.get(id)?.campaigns).toEqual([]);
    expect(await send("POST", "/campaigns/none", {})).toMatchObject({ status: 400, body: { message: "Campaign with id none not found" } });
  });

  it("of a workflow take a time with an offset", async () => {
    const workflow = bed.store.workflows.in(bed.locationId)[0]?.id;
    expect(await send("POST", `/workflow/${workflow}`, { eventStartTime: "2026-12-01T03:30:00+01:00" })).toMatchObject({ status: 200, body: { succeded: true } });
    expect(bed.store.contacts.get(id)?.workflows).toEqual([workflow]);
    expect(await send("POST", `/workflow/${workflow}`, { eventStartTime: "2026-12-01 03:30" })).toMatchObject({ status: 422 });
    expect(await send("DELETE", `/workflow/${workflow}`)).toMatchObject({ status: 200, body: { succeded: true } });
    expect(bed.store.contacts.get(id)?.workflows).toEqual([]);
  });
});

describe("appointments of a contact", () => {
  /** New York is five hours behind UTC in winter. */
  const local = (ms: number) => new Date(ms - 5 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");

  it("are in the location's time, without a zone", async () => {
    const appointment = bed.store.addAppointment({ contactId: id, title: "Visit", startTime: Date.UTC(2026, 6, 1, 14), assignedUserId: users[0] });
    expect((await send("GET", "/appointments")).body).toMatchObject({ events: [{ id: appointment.id, title: "Visit", startTime: "2026-07-01 10:00:00", endTime: "2026-07-01 10:30:00", appointmentStatus: "confirmed", contactId: id, locationId: bed.locationId }] });
    now += 60_000;
    bed.store.changeAppointment(appointment.id, { appointmentStatus: "cancelled" });
    expect((await send("GET", "/appointments")).body).toMatchObject({ events: [{ appointmentStatus: "cancelled", dateAdded: local(now - 60_000), dateUpdated: local(now) }] });
  });
});

describe("businesses of contacts", () => {
  it("are set and removed for at most 50 contacts at once", async () => {
    const business = bed.store.businesses.in(bed.locationId)[0];
    const bulk = (body: object) => bed.api("POST", "/contacts/bulk/business", { body: { locationId: bed.locationId, ids: [id], businessId: business?.id, ...body } });
    expect(await bulk({})).toMatchObject({ status: 200, body: { success: true, ids: [id] } });
    expect((await send("GET", "")).body).toMatchObject({ contact: { businessId: business?.id, dateUpdated: moved() } });
    await bulk({ businessId: null });
    expect(at<object>((await send("GET", "")).body, "contact")).not.toHaveProperty("businessId");
    expect(await bulk({ ids: Array.from({ length: 51 }, () => id) })).toMatchObject({ status: 422, body: { message: ["ids must contain no more than 50 elements"] } });
    expect(await bulk({ ids: [id, "nobody"] })).toMatchObject({ status: 400, body: { message: "Contact with id nobody not found" } });
  });
});
