import { afterEach, describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";
import { load, source, messageOf } from "./support.ts";

interface Ids {
  contactId: string;
  otherId: string;
  taskId: string;
  noteId: string;
  appointmentId: string;
  businessId: string;
  campaignId: string;
  userId: string;
  followerId: string;
}

function setup({ store, locationId, companyId }: Sandbox): Ids {
  const now = Date.now();
  const [userId, followerId] = store.users.in(companyId).map(({ id }) => id) as [string, string]; // the demo agency has several
  const campaignId = store.campaigns.in(locationId).find(({ status }) => status === "published")!.id;
  store.campaigns.put({ id: "OldCampaign000000001", locationId, name: "Old campaign", status: "published" });
  const businessId = store.businesses.in(locationId)[0]!.id;
  const [contact, other] = store.contacts.insert([
    { locationId, firstName: "Iris", businessId, phone: "+12025550188", tags: ["old"], campaigns: ["OldCampaign000000001"], followers: [followerId], dateAdded: now - 864e5 },
    { locationId, firstName: "Otis", dateAdded: now - 864e5 },
  ]);
  const contactId = contact!.id;
  const taskId = store.tasks.put({ id: "TheTask0000000000001", contactId, title: "Call", dueDate: now, completed: false, dateAdded: now }).id;
  const noteId = store.notes.put({ id: "TheNote0000000000001", contactId, body: "A note", pinned: false, dateAdded: now }).id;
  store.notes.put({ id: "TheNote0000000000002", contactId, body: "Another", pinned: false, dateAdded: now });
  store.customFields.put({
    id: "TheBoxesField0000001", locationId, model: "contact", name: "Measures", fieldKey: "contact.measures", dataType: "TEXTBOX_LIST",
    picklistOptions: [{ id: "size", label: "Size", prefillValue: "" }], placeholder: "", position: 1, dateAdded: now,
  });
  const appointmentId = store.addAppointment({ contactId, title: "First visit", startTime: now + 36e5 }).id;
  return { contactId, otherId: other!.id, taskId, noteId, appointmentId, businessId, campaignId, userId, followerId };
}

const ALL_TASKS = ["created", "updated", "completed", "deleted"];
const ALL = ["created", "updated", "deleted"];
const contactOf = ({ contactId }: Ids) => ({ contactId });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "get-contact", when: "a field changes", props: contactOf,
    change: ({ store }, { contactId }) => store.contacts.update(contactId, { city: "Bangor" }),
    eventTypes: ["updated"],
    event: ({ contactId }) => ({ id: contactId, city: "Bangor", _event: expect.objectContaining({ changedFields: ["city"] }) }),
  },
  {
    slug: "get-contact", when: "a custom field changes", props: contactOf,
    change: ({ store, locationId }, { contactId }) => {
      const { id } = store.customFields.in(locationId).find(({ dataType }) => dataType === "TEXT")!;
      store.contacts.update(contactId, { customFields: [{ id, value: "changed" }] });
      return id;
    },
    eventTypes: ["updated"],
  },
  {
    slug: "get-contact", when: "only a field changes that is not watched", props: (ids) => ({ ...contactOf(ids), watchFields: ["email"] }),
    change: ({ store }, { contactId }) => store.contacts.update(contactId, { city: "Bangor" }),
    eventTypes: [],
  },
  {
    slug: "get-contact", when: "one watched custom field of two changes", props: (ids) => ({ ...contactOf(ids), watchFields: ["customFields.watched"] }),
    change: ({ store }, { contactId }) => store.contacts.update(contactId, { customFields: [{ id: "watched", value: "a" }, { id: "other", value: "b" }] }),
    eventTypes: ["updated"],
    event: () => ({ _event: expect.objectContaining({ changedFields: ["customFields.watched"] }) }),
  },
  {
    slug: "get-contact", when: "it is deleted", props: contactOf,
    change: ({ store }, { contactId }) => store.contacts.delete(contactId),
    eventTypes: ["deleted"],
    event: ({ contactId }) => ({ id: contactId }),
  },
  {
    slug: "search-contacts", when: "a contact is created", props: () => ({}),
    change: ({ store, locationId }) => store.contacts.insert([{ locationId, firstName: "Ada", email: "ada@example.com" }]),
    eventTypes: ["created"],
    event: () => ({ email: "ada@example.com" }),
  },
  {
    slug: "search-contacts", when: "a contact is updated", props: () => ({}),
    change: ({ store }, { contactId }) => store.contacts.update(contactId, { city: "Bangor" }),
    eventTypes: ["updated"],
    event: ({ contactId }) => ({ id: contactId }),
  },
  {
    slug: "search-contacts", when: "only creations are wanted and one is updated", props: () => ({ eventTypes: ["created"] }),
    change: ({ store }, { contactId }) => store.contacts.update(contactId, { city: "Bangor" }),
    eventTypes: [],
  },
  {
    slug: "search-contacts", when: "one of two new contacts passes the filters",
    props: () => ({ filterField1: "tags", filterOperator1: "eq", filterValue1: "vip", filters: "[{\"group\":\"OR\",\"filters\":[{\"field\":\"city\",\"operator\":\"eq\",\"value\":\"Bangor\"},{\"field\":\"dnd\",\"operator\":\"eq\",\"value\":true}]}]" }),
    change: ({ store, locationId }) => store.contacts.insert([
      { locationId, firstName: "Ada", tags: ["vip"], city: "Bangor" },
      { locationId, firstName: "Bo", tags: ["vip"], city: "Orono" },
    ]),
    eventTypes: ["created"],
    event: () => ({ firstName: "Ada" }),
  },
  {
    slug: "search-contacts", when: "filters are written as people write them",
    props: () => ({
      filterField1: "phone", filterOperator1: "eq", filterValue1: "+1 (202) 555-0199",
      filterField2: "firstNameLowerCase", filterOperator2: "contains", filterValue2: "AD",
      filterField3: "dateAdded", filterOperator3: "range", filterValue3: "2020-01-01..2099-12-31",
      filterField4: "customFields.TheBoxesField0000001.size", filterOperator4: "eq", filterValue4: "Large",
    }),
    change: ({ store, locationId }) => store.contacts.insert(["+12025550199", "+12025550198"].map((phone) => ({
      locationId, firstName: "Ada", phone, customFields: [{ id: "TheBoxesField0000001", value: { size: "Large" } }],
    }))),
    eventTypes: ["created"],
    event: () => ({ phone: "+12025550199" }),
  },
  {
    slug: "search-contacts", when: "a contact is deleted", props: () => ({}),
    change: ({ store }, { contactId }) => store.contacts.delete(contactId),
    eventTypes: [],
  },
  {
    slug: "list-contacts", when: "contacts are created", props: () => ({}),
    change: ({ store, locationId }) => store.contacts.insert(Array.from({ length: 130 }, (_, index) => ({ locationId, firstName: `New ${index}` }))),
    eventTypes: Array.from({ length: 130 }, () => "created"),
  },
  {
    slug: "list-contacts", when: "the newest contacts are deleted", props: () => ({}),
    change: ({ store, locationId }) => {
      const newest = store.contacts.in(locationId).sort((a, b) => b.dateAdded - a.dateAdded).slice(0, 30);
      for (const { id } of newest) store.contacts.delete(id);
    },
    eventTypes: [],
  },
  {
    slug: "get-contacts-by-business", when: "a contact joins and another leaves", props: ({ businessId }) => ({ businessId, eventTypes: ALL }),
    change: ({ store }, { contactId, otherId, businessId }) => {
      store.contacts.update(contactId, { businessId: undefined });
      store.contacts.update(otherId, { businessId });
    },
    eventTypes: ["created", "deleted"],
    event: ({ otherId }) => ({ id: otherId }),
    polls: 2,
  },
  {
    slug: "get-duplicate-contact", when: "the email becomes known, then unknown again", props: () => ({ email: "ada@example.com" }),
    change: ({ store, locationId }) => store.contacts.insert([{ locationId, email: "ADA@example.com" }]),
    eventTypes: ["found"],
  },
  {
    slug: "get-duplicate-contact", when: "the contact with the phone is deleted", props: () => ({ phone: "+12025550188" }),
    change: ({ store, locationId }) => store.contacts.delete(store.contacts.byPhone(locationId, "+12025550188")!.id),
    eventTypes: ["gone"],
    event: () => ({ phone: "+12025550188" }),
  },
  {
    slug: "get-contact-appointments", when: "one is booked, another cancelled", props: contactOf,
    change: ({ store }, { contactId, appointmentId }) => {
      store.addAppointment({ contactId, title: "Second visit", startTime: Date.now() + 86_400_000 });
      store.appointments.change(store.appointments.get(appointmentId)!, { appointmentStatus: "cancelled" });
    },
    eventTypes: ["cancelled", "created"],
  },
  {
    slug: "get-contact-tasks", when: "one is created, one completed", props: (ids) => ({ ...contactOf(ids), eventTypes: ALL_TASKS }),
    change: ({ store }, { contactId, taskId }) => {
      store.tasks.put({ ...store.tasks.get(taskId)!, id: "NewTask0000000000001", contactId, title: "New task" });
      store.tasks.change(store.tasks.get(taskId)!, { completed: true });
    },
    eventTypes: ["completed", "created"],
  },
  {
    slug: "get-contact-tasks", when: "one is created and completed at once, and only completions are wanted", props: (ids) => ({ ...contactOf(ids), eventTypes: ["completed"] }),
    change: ({ store }, { contactId, taskId }) => {
      store.tasks.put({ ...store.tasks.get(taskId)!, id: "NewTask0000000000001", contactId, completed: true });
      store.tasks.put({ ...store.tasks.get(taskId)!, id: "NewTask0000000000002", contactId });
    },
    eventTypes: ["completed"],
    event: () => ({ id: "NewTask0000000000001" }),
  },
  {
    slug: "get-contact-tasks", when: "one is deleted", props: (ids) => ({ ...contactOf(ids), eventTypes: ALL_TASKS }),
    change: ({ store }, { taskId }) => store.tasks.delete(taskId),
    eventTypes: ["deleted"], event: ({ taskId }) => ({ id: taskId }), polls: 2,
  },
  {
    slug: "get-contact-tasks", when: "one changes and the user has a schema of their own",
    props: (ids) => ({ ...contactOf(ids), fieldMap: { subject: "title", person: "contactId", nothing: "no.such.field" } }),
    change: ({ store }, { taskId }) => store.tasks.change(store.tasks.get(taskId)!, { title: "Other title" }),
    eventTypes: ["updated"],
    event: ({ contactId }) => ({ subject: "Other title", person: contactId, nothing: null }),
  },
  {
    slug: "get-contact-task-by-id", when: "its date is moved", props: ({ contactId, taskId }) => ({ contactId, taskId }),
    change: ({ store }, { taskId }) => store.tasks.change(store.tasks.get(taskId)!, { dueDate: Date.now() }),
    eventTypes: ["updated"],
    event: ({ taskId }) => ({ id: taskId, _event: expect.objectContaining({ changedFields: ["dueDate"] }) }),
  },
  {
    slug: "get-contact-notes", when: "one is changed, one deleted", props: (ids) => ({ ...contactOf(ids), eventTypes: ALL }),
    change: ({ store }, { contactId, noteId }) => {
      const note = store.notes.in(contactId).find(({ id }) => id !== noteId)!;
      store.notes.change(note, { body: "Other text" });
      store.notes.delete(noteId);
    },
    eventTypes: ["deleted", "updated"], polls: 2,
  },
  {
    slug: "get-contact-note-by-id", when: "its text changes", props: ({ contactId, noteId }) => ({ contactId, noteId, fieldMap: { text: "body" } }),
    change: ({ store }, { noteId }) => store.notes.change(store.notes.get(noteId)!, { body: "Other text" }),
    eventTypes: ["updated"],
    event: () => ({ text: "Other text", _event: expect.objectContaining({ kind: "updated" }) }),
  },
];

const contactNow = ({ store }: Sandbox, { contactId }: Ids) => store.contacts.get(contactId);
const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-contact", when: "with default notes and tasks",
    props: () => ({ firstName: "Ada", email: "ada@example.com", postalCode: "00123", notes: ["Met at the fair"], tasks: ["Send the offer"], taskDueInDays: 2 }),
    effect: ({ store, locationId }, _, { id }) => {
      const contact = store.contacts.byEmail(locationId, "ada@example.com")!;
      expect(contact).toEqual(contains({ id, firstName: "Ada", postalCode: "00123" }));
      expect(store.notes.in(contact.id)).toEqual([contains({ body: "Met at the fair" })]);
      expect(store.tasks.in(contact.id)).toEqual([contains({ title: "Send the offer", completed: false })]);
    },
  },
  {
    slug: "update-contact", props: (ids) => ({ ...contactOf(ids), city: "Bangor", tags: ["fresh"], clearFields: ["firstName"] }),
    effect: (sandbox, ids) => {
      const { city, tags, firstName } = contactNow(sandbox, ids)!;
      expect({ city, tags, firstName: firstName ?? null }).toEqual({ city: "Bangor", tags: ["fresh"], firstName: null });
    },
  },
  {
    slug: "upsert-contact", when: "of a known phone", props: () => ({ phone: "+12025550188", city: "Bangor" }),
    effect: (sandbox, ids, result) => {
      expect(contactNow(sandbox, ids)).toEqual(contains({ city: "Bangor" }));
      expect(result.id ?? (result.contact as { id: string }).id).toBe(ids.contactId);
    },
  },
  { slug: "find-contact", when: "by phone", props: () => ({ phone: "+12025550188" }), effect: (_, { contactId }, { id }) => expect(id).toBe(contactId) },
  { slug: "find-contact", when: "by id", props: contactOf, effect: (_, { contactId }, { id }) => expect(id).toBe(contactId) },
  { slug: "delete-contact", props: contactOf, effect: (sandbox, ids) => expect(contactNow(sandbox, ids)).toBeUndefined() },
  {
    slug: "add-tags-to-contact", props: (ids) => ({ ...contactOf(ids), tags: ["Fresh"] }),
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.tags.sort()).toEqual(["fresh", "old"]),
  },
  {
    slug: "remove-tags-from-contact", props: (ids) => ({ ...contactOf(ids), tags: ["old"] }),
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.tags).toEqual([]),
  },
  {
    slug: "bulk-update-contact-tags", props: ({ contactId, otherId }) => ({ contacts: [contactId, otherId], tags: ["both"], type: "add" }),
    effect: ({ store }, { contactId, otherId }) => {
      for (const id of [contactId, otherId]) expect(store.contacts.get(id)!.tags).toContain("both");
    },
  },
  {
    slug: "create-contact-task",
    props: (ids) => ({ ...contactOf(ids), title: "Send the offer", dueDate: "2030-07-01 09:00" }),
    effect: ({ store }, { contactId }) => expect(store.tasks.in(contactId)).toContainEqual(contains({
      title: "Send the offer", completed: false, dueDate: Date.parse("2030-07-01T09:00:00-04:00"),
    })),
  },
  {
    slug: "update-contact-task", props: ({ contactId, taskId }) => ({ contactId, taskId, title: "Call again" }),
    effect: ({ store }, { taskId }) => expect(store.tasks.get(taskId)).toEqual(contains({ title: "Call again", completed: false })),
  },
  {
    slug: "complete-contact-task", props: ({ contactId, taskId }) => ({ contactId, taskId }),
    effect: ({ store }, { taskId }) => expect(store.tasks.get(taskId)).toEqual(contains({ title: "Call", completed: true })),
  },
  {
    slug: "delete-contact-task", props: ({ contactId, taskId }) => ({ contactId, taskId }),
    effect: ({ store }, { taskId }) => expect(store.tasks.get(taskId)).toBeUndefined(),
  },
  {
    slug: "create-contact-note", props: (ids) => ({ ...contactOf(ids), body: "Renews" }),
    effect: ({ store }, { contactId }) => expect(store.notes.in(contactId)).toContainEqual(contains({ body: "Renews" })),
  },
  {
    slug: "update-contact-note", props: ({ contactId, noteId }) => ({ contactId, noteId, body: "Renews", pinned: true }),
    effect: ({ store }, { noteId }) => expect(store.notes.get(noteId)).toEqual(contains({ body: "Renews", pinned: true })),
  },
  {
    slug: "delete-contact-note", props: ({ contactId, noteId }) => ({ contactId, noteId }),
    effect: ({ store }, { noteId }) => expect(store.notes.get(noteId)).toBeUndefined(),
  },
  {
    slug: "add-contact-to-campaign", props: ({ contactId, campaignId }) => ({ contactId, campaignId }),
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.campaigns).toEqual(["OldCampaign000000001", ids.campaignId]),
  },
  {
    slug: "remove-contact-from-campaign", props: ({ contactId }) => ({ contactId, campaignId: "OldCampaign000000001" }),
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.campaigns).toEqual([]),
  },
  {
    slug: "remove-contact-from-all-campaigns", props: contactOf,
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.campaigns).toEqual([]),
  },
  {
    slug: "add-contact-followers", props: ({ contactId, userId }) => ({ contactId, userIds: [userId] }),
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.followers.sort()).toEqual([ids.userId, ids.followerId].sort()),
  },
  {
    slug: "remove-contact-followers", props: ({ contactId, followerId }) => ({ contactId, userIds: [followerId] }),
    effect: (sandbox, ids) => expect(contactNow(sandbox, ids)!.followers).toEqual([]),
  },
];

e2e({ category: "contacts", setup, triggers, actions });

describe("contact triggers against the sandbox", () => {
  let running: Sandbox | undefined;
  afterEach(() => running?.close());

  async function started(slug: string, props: (ids: Ids) => Record<string, unknown>) {
    const sandbox = running = await startSandbox({ rateLimit: false });
    const ids = setup(sandbox);
    return { sandbox, ids, trigger: await source(sandbox, slug, props(ids)) };
  }

  it.each([
    ["search-contacts", () => ({})], ["list-contacts", () => ({})], ["get-contacts-by-business", ({ businessId }: Ids) => ({ businessId })],
  ])("%s: the sample has no field that events lack", async (slug, props) => {
    const { trigger } = await started(slug, props);
    const { emitted: [first] } = await trigger.deploy();
    const { sampleEmit } = await load(slug);
    expect(Object.keys(sampleEmit as object).filter((name) => !(name in (first!.event as object)))).toEqual([]);
  });

  it("get-contact: the sample has no field that events lack", async () => {
    const { sandbox, ids, trigger } = await started("get-contact", contactOf);
    const { sampleEmit } = await load("get-contact");
    await trigger.deploy();
    // What is empty is left out.
    const { dnd, tags, customFields, ...texts } = sampleEmit as { dnd: unknown; tags: string[]; customFields: { id: string; value: string }[] }; // our own sample
    sandbox.store.contacts.update(ids.contactId, { lastName: "Ellison", email: "iris@example.com", source: "form", assignedTo: ids.userId, address1: "1 Road", city: "Orono", state: "ME", postalCode: "04101", timezone: "America/New_York", companyName: "Ellison Roofing", website: "https://example.com", dateOfBirth: "1990-05-17", dnd: true, tags, customFields });
    const { emitted: [updated] } = await trigger.run();
    expect(["dnd", ...Object.keys(texts)].filter((name) => !(name in (updated!.event as object)))).toEqual([]);
    expect(dnd).toBe(false);
  });

  it("get-contact: a field to watch that does not exist is refused at once", async () => {
    const { trigger } = await started("get-contact", (ids) => ({ ...contactOf(ids), watchFields: ["emial"] }));
    expect(await messageOf(trigger.deploy())).toMatch(/^Fields to Watch: "emial" is not among the fields by which this contact can be watched\. They are: .*\bemail\b/);
  });

  it("get-contact-appointments: times without zone are not taken for times of UTC", async () => {
    const { sandbox, ids, trigger } = await started("get-contact-appointments", contactOf);
    const before = Math.floor(Date.now() / 1000) * 1000; // HighLevel says what time it is in whole seconds
    const { emitted: [sample] } = await trigger.deploy();
    sandbox.store.appointments.change(sandbox.store.appointments.get(ids.appointmentId)!, { title: "Moved" });
    const { emitted: [updated] } = await trigger.run();
    for (const emission of [sample, updated]) {
      expect((emission!.event as { dateAdded: string }).dateAdded).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(emission!.ts).toBeGreaterThanOrEqual(before);
      expect(emission!.ts).toBeLessThanOrEqual(Date.now());
    }
  });
});
