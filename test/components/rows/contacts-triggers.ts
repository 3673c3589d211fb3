import type { Sandbox } from "../../../local/sandbox/index.ts";
import type { TriggerRows } from "../trigger-row.ts";

const ofOne = ({ contactId }: { contactId: string }) => ({ contactId });

/** A custom field with an id that a row can name. */
const addField = ({ store, locationId }: Sandbox) => store.customFields.put({
  id: "AnyCustomField000001", locationId, model: "contact", name: "Measure", fieldKey: "contact.measure", placeholder: "", dataType: "TEXT", position: 1, dateAdded: Date.now(),
});

/** More than a page. */
const manyMore = ({ store, locationId }: Sandbox) => store.contacts.insert(Array.from({ length: 550 }, (_, index) => ({ locationId, firstName: "Anna", dateAdded: Date.now() + index })));

export default {
  "get-contact": {},
  "get-contact-appointments": {},
  "get-contact-note-by-id": { props: ({ store }) => ofOne(store.notes.all()[0]!) },
  "get-contact-notes": {},
  "get-contact-task-by-id": { props: ({ store }) => ofOne(store.tasks.all()[0]!) },
  "get-contact-tasks": {},
  "get-contacts-by-business": { props: () => ({ query: "a" }) },
  "get-duplicate-contact": { props: () => ({ email: "iris@example.com", phone: "+12025550188" }), needs: ["email"] },
  "list-contacts": { props: () => ({ query: "a" }), change: manyMore },
  "search-contacts": { props: (sandbox) => addField(sandbox) && ({ query: "a", pageSize: 5, ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`filterValue${n}`, "a"])), filters: '[{ "field": "tags", "operator": "exists" }]' }), change: manyMore,
    also: [{ filterField1: "dateAdded", filterOperator1: "range", filterValue1: "2020-01-01..", filterField2: "customFields.AnyCustomField000001", filterOperator2: "exists", filterValue2: undefined }],
    leftOut: { page: "only reaches the first 10,000; pages are read with searchAfter" } },
} satisfies TriggerRows;
