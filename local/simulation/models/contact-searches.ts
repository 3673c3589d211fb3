import type { Contact } from "../../sandbox/index.ts";
import type { Model, ModelRow } from "../model.ts";
import { ms } from "./read.ts";
import { timelineModel } from "./timeline.ts";
import type { TimelineOf } from "./timeline.ts";

const DAY = 86_400_000;

const searched: TimelineOf = {
  props: ({ locationId }) => ({ group: locationId, props: {}, otherProps: { query: "Simulated" } }),
  add: ({ sandbox, now }, locationId, id, { lagMs, backMs }) => {
    sandbox.store.contacts.insert([{ id, locationId, firstName: "Simulated", dateAdded: now() - backMs }], { visibleAt: now() + lagMs });
  },
  changes: {
    rename: ({ sandbox, now }, id, { lagMs, backMs }) => {
      const { dateUpdated = 0 } = sandbox.store.contacts.get(id) ?? {};
      // Not before its last change, nor in the same millisecond: no reader could tell those apart.
      sandbox.store.contacts.update(id, { dateUpdated: Math.max(dateUpdated + 1, now() - backMs) }, { visibleAt: now() + lagMs });
    },
  },
  remove: ({ sandbox }, id) => void sandbox.store.contacts.delete(id),
  shown: ({ sandbox }, locationId) => sandbox.store.contacts.search(locationId).all().map(({ id, dateAdded, dateUpdated }: Contact) => ({ id, created: dateAdded, updated: dateUpdated })),
  reported: ({ dateUpdated }) => ms(dateUpdated),
  ahead: true,
};

/** The earliest date of a contact's change: after its last change, and not in the same millisecond, which no reader could distinguish. */
const laterThan = (contact: Contact | undefined, ms: number) => Math.max((contact?.dateUpdated ?? 0) + 1, ms);

const VIP = "vip";
/** Marks contacts that existed long before the trigger, and those that at some time did not match the filters. */
const OLD = "old";
const STRAYED = "strayed";

/** Contacts match the filters, stop matching them, and match again. */
const filtered: TimelineOf = {
  ...searched,
  props: ({ sandbox, locationId, now }) => {
    sandbox.store.contacts.insert([1, 2].map((age) => ({ locationId, source: OLD, companyName: STRAYED, dateAdded: now() - age * DAY })));
    const tagged = { filterField1: "tags", filterOperator1: "eq", filterValue1: VIP };
    return { group: locationId, props: tagged, otherProps: { ...tagged, filterField2: "country", filterOperator2: "eq", filterValue2: "US" } };
  },
  add: ({ sandbox, now }, locationId, id, { lagMs, backMs }) => {
    sandbox.store.contacts.insert([{ id, locationId, tags: [VIP], dateAdded: now() - backMs, ...(backMs >= DAY && { source: OLD }) }], { visibleAt: now() + lagMs });
  },
  changes: {
    ...searched.changes,
    "stop passing": ({ sandbox: { store }, now }, id, { lagMs, backMs }) => {
      store.contacts.update(id, { tags: [], companyName: STRAYED, dateUpdated: laterThan(store.contacts.get(id), now() - backMs) }, { visibleAt: now() + lagMs });
    },
  },
  also: ({ sandbox: { store }, now }, locationId) => {
    const outside = (pick: number) => {
      const rows = store.contacts.in(locationId).filter(({ tags }) => !tags.includes(VIP));
      return rows[pick % Math.max(1, rows.length)];
    };
    return {
      "begin to pass": (pick, { lagMs, backMs }) => {
        const contact = outside(pick);
        if (contact) store.contacts.update(contact.id, { tags: [VIP], dateUpdated: laterThan(contact, now() - backMs) }, { visibleAt: now() + lagMs });
      },
      "add one that does not pass": (_, { lagMs }) => void store.contacts.insert([{ locationId, tags: ["other"], companyName: STRAYED }], { visibleAt: now() + lagMs }),
      "change one that does not pass": (pick) => {
        const contact = outside(pick);
        if (contact) store.contacts.update(contact.id, { city: `City ${pick}`, dateUpdated: laterThan(contact, now()) });
      },
    };
  },
  shown: ({ sandbox }, locationId) => sandbox.store.contacts.search(locationId).all().filter(({ tags }) => tags.includes(VIP))
    .map(({ id, dateAdded, dateUpdated, source, companyName }) => ({ id, created: dateAdded, updated: dateUpdated, data: { isOld: source === OLD, strayed: companyName === STRAYED } })),
  eventTypes: (before, { version, data: { isOld, strayed, created } }, chosen) => {
    if (before || isOld || (!chosen.has("created") && Number(version) > Number(created))) return ["updated"];
    // Added between polls: HighLevel does not say whether it matched the filters at once.
    return strayed ? ["created", "updated"] : ["created"];
  },
};

/** Newest first, and only what is new. */
const listed: TimelineOf = {
  ...searched,
  shown: ({ sandbox }, locationId) => sandbox.store.contacts.search(locationId).all().map(({ id, dateAdded }: Contact) => ({ id, created: dateAdded })),
  reported: ({ dateAdded }) => ms(dateAdded),
};

/** So that few contacts make many pages. */
function pagesOfThree<P extends Pick<Model, "props" | "otherProps">>({ props, otherProps, ...more }: P) {
  return { ...more, props: { ...props, pageSize: 3 }, otherProps: { ...otherProps, pageSize: 3 } };
}

export const contactSearchModels: ModelRow[] = [
  timelineModel("search-contacts", searched, { large: 498 }),
  timelineModel("search-contacts", { ...searched, props: (environment) => pagesOfThree(searched.props(environment)) }, { when: "three a page", large: 8 }),
  timelineModel("search-contacts", filtered, { when: "with filters" }),
  timelineModel("list-contacts", listed, { large: 98 }),
];
