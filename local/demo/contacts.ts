import type { Step, Watch } from "./story.ts";

export const contactWatches: Watch[] = [
  { trigger: "search-contacts", props: () => ({}) },
  { trigger: "list-contacts", props: () => ({}) },
  { trigger: "get-contact", props: ({ contactId }) => ({ contactId }) },
  { trigger: "get-contact-tasks", props: ({ contactId }) => ({ contactId, eventTypes: ["created", "updated", "completed", "deleted"] }) },
  { trigger: "get-contact-notes", props: ({ contactId }) => ({ contactId, fieldMap: { text: "body", contact: "contactId" } }) },
  { trigger: "get-contact-appointments", props: ({ contactId }) => ({ contactId }) },
  { trigger: "get-duplicate-contact", props: () => ({ email: "nora.vance@example.com" }) },
];

export const contactSteps: Step[] = [
  {
    title: "A new lead fills in the website form",
    action: "create-contact",
    props: () => ({
      firstName: "Nora",
      lastName: "Vance",
      email: "nora.vance@example.com",
      phone: "+12025550177",
      source: "Website form",
      tags: ["webinar"],
    }),
    remember: ({ id }) => ({ leadId: String(id) }),
    expect: { "search-contacts": ["created"], "list-contacts": ["created"], "get-duplicate-contact": ["found"] },
  },
  {
    title: "The same form is sent again: no second contact",
    action: "upsert-contact",
    props: () => ({ email: "nora.vance@example.com", city: "Portland" }),
    expect: { "search-contacts": ["updated"] },
  },
  {
    title: "Sales gives a customer a task",
    action: "create-contact-task",
    props: ({ contactId }) => ({ contactId, title: "Call about the renewal", dueDate: "2030-05-02 09:00" }),
    remember: ({ id }) => ({ taskId: String(id) }),
    expect: { "get-contact-tasks": ["created"] },
  },
  {
    title: "The call is made",
    action: "complete-contact-task",
    props: ({ contactId, taskId }) => ({ contactId, taskId }),
    expect: { "get-contact-tasks": ["completed"] },
  },
  {
    title: "What was said is written down",
    action: "create-contact-note",
    props: ({ contactId }) => ({ contactId, body: "Renews for two years" }),
    expect: { "get-contact-notes": ["created"] },
  },
  {
    title: "The customer gets a tag",
    action: "add-tags-to-contact",
    props: ({ contactId }) => ({ contactId, tags: ["renewed"] }),
    expect: { "search-contacts": ["updated"], "get-contact": ["updated"] },
  },
  {
    title: "The lead asks to be forgotten",
    action: "delete-contact",
    props: ({ leadId }) => ({ contactId: leadId }),
    expect: { "get-duplicate-contact": ["gone"] },
  },
];
