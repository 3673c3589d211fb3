import type { Step, Watch } from "./story.ts";

/** Users, associations, blogs, custom fields, and what requires the agency's token. */
export const agencyWatches: Watch[] = [
  { trigger: "list-users-by-location", props: () => ({}) },
  { trigger: "get-relations-by-record", props: ({ contactId }) => ({ recordId: contactId }) },
  { trigger: "get-blog-posts", props: ({ blogId }) => ({ blogId }) },
  { trigger: "check-blog-url-slug", props: () => ({ urlSlug: "after-the-first-call" }) },
  { trigger: "list-custom-fields", props: () => ({}) },
  { trigger: "list-locations", props: ({ companyId }) => ({ companyId }), agency: true },
  { trigger: "list-snapshots", props: ({ companyId }) => ({ companyId }), agency: true },
  { trigger: "get-company", props: ({ companyId }) => ({ companyId, watchFields: ["name"] }), agency: true },
];

export const agencySteps: Step[] = [
  {
    title: "A colleague joins",
    action: "create-user",
    props: () => ({ firstName: "Mina", lastName: "Sato", email: "mina.sato@example.com", password: "Sandbox-only-1", type: "account", role: "user" }),
    expect: { "list-users-by-location": ["created"] },
  },
  {
    title: "The customer's pet is linked to them",
    action: "create-relation",
    props: ({ associationId, contactId, petId }) => ({ associationId, firstRecordId: contactId, secondRecordId: petId }),
    expect: { "get-relations-by-record": ["created"] },
  },
  {
    title: "A blog post is published",
    action: "create-blog-post",
    props: ({ blogId, authorId, categoryId }) => ({
      blogId,
      title: "After the first call",
      description: "What to do next",
      rawHTML: "<p>Write it down.</p>",
      status: "PUBLISHED",
      publishedAt: "2026-01-15T09:30:00Z",
      urlSlug: "after-the-first-call",
      imageUrl: "https://example.com/images/call.jpg",
      imageAltText: "A telephone",
      author: authorId,
      categories: [categoryId],
    }),
    expect: { "get-blog-posts": ["created"], "check-blog-url-slug": ["taken"] },
  },
  {
    title: "Somebody adds a custom field in HighLevel",
    change: ({ store, locationId }) => store.customFields.put({
      id: "DemoField00000000001", locationId, model: "contact", name: "Shoe size", fieldKey: "contact.shoe_size", placeholder: "", dataType: "TEXT", position: 99, dateAdded: Date.now(),
    }),
    expect: { "list-custom-fields": ["created"] },
  },
  {
    title: "The agency opens a sub-account",
    action: "create-location",
    agency: true,
    props: ({ companyId }) => ({ companyId, name: "Vance Ceramics" }),
    expect: { "list-locations": ["created"] },
  },
  {
    title: "And buys a snapshot in HighLevel",
    change: ({ store, companyId }) => store.snapshots.put({ id: "DemoSnapshot00000001", companyId, name: "Law firm", type: "imported" }),
    expect: { "list-snapshots": ["created"] },
  },
];
