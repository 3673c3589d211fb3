/**
 * Polling strategies that many connectors use, carefully written as small Pipedream components: what they lose and
 * repeat is the fault of the strategy itself.
 */
import { axios } from "@pipedream/platform";
import type { Component } from "../../hosts/runtime/index.ts";

/** Records of a page by default. */
const PAGE = 100;
const LARGEST_PAGE = 500;
const TIMEOUT_MS = 20_000;
/** How many samples Pipedream wants of a new source. */
const SAMPLES = 25;

interface Contact { id: string; dateAdded: string; searchAfter: unknown[] }

interface Request {
  pageLimit?: number;
  direction: "asc" | "desc";
  /** ISO, exclusive. */
  newerThan?: string;
  /** The cursor of the last contact on the previous page. */
  searchAfter?: unknown[];
}

/** `this` of these components. */
interface Instance {
  app: { $auth: { oauth_access_token: string; locationId: string; base_url: string } };
  db: { get(key: string): unknown; set(key: string, value: unknown): void };
  $emit(event: object, meta: { id: string; summary: string; ts: number }): void;
}

const props: Component["props"] = {
  app: { type: "app", app: "highlevel_oauth" },
  db: "$.service.db",
  timer: { type: "$.interface.timer", default: { intervalSeconds: 900 } },
};

/** POST /contacts/search, by creation time. @see https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
async function search({ app }: Instance, { pageLimit = PAGE, direction, newerThan, searchAfter }: Request): Promise<Contact[]> {
  const { oauth_access_token: token, locationId, base_url: url } = app.$auth;
  const { contacts } = await axios({} as Parameters<typeof axios>[0], { // outside actions there is nothing to export to
    method: "POST",
    url: `${url}/contacts/search`,
    headers: { Authorization: `Bearer ${token}`, Version: "2021-07-28" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    data: {
      locationId,
      pageLimit,
      sort: [{ field: "dateAdded", direction }],
      searchAfter,
      ...(newerThan !== undefined && { filters: [{ field: "dateAdded", operator: "range", value: { gt: newerThan } }] }),
    },
  }) as { contacts: Contact[] };
  return contacts;
}

function emit(source: Instance, contact: Contact): void {
  source.$emit(contact, { id: contact.id, summary: contact.id, ts: Date.parse(contact.dateAdded) });
}

/** Saves the newest time of creation and asks for newer contacts, page by page; emits first and saves then. */
const timestampCursor: Component = {
  type: "source",
  key: "bench-timestamp-cursor",
  name: "Timestamp Cursor",
  dedupe: "unique",
  props,
  hooks: {
    async deploy(this: unknown) {
      const source = this as Instance;
      const newest = await search(source, { pageLimit: SAMPLES, direction: "desc" });
      for (const contact of newest) emit(source, contact);
      source.db.set("newest", newest[0]?.dateAdded ?? new Date().toISOString());
    },
  },
  async run(this: unknown) {
    const source = this as Instance;
    let newest = String(source.db.get("newest"));
    for (;;) {
      const page = await search(source, { direction: "asc", newerThan: newest });
      for (const contact of page) emit(source, contact);
      newest = page.at(-1)?.dateAdded ?? newest;
      if (page.length < PAGE) break;
    }
    source.db.set("newest", newest);
  },
};

async function emitNewest(this: unknown): Promise<void> {
  const source = this as Instance;
  for (const contact of await search(source, { direction: "desc" })) emit(source, contact);
}

/** Reads the newest page, and relies on the platform's cache of 100 ids to hold back what came before. */
const newestPage: Component = {
  type: "source",
  key: "bench-newest-page",
  name: "Newest Page",
  dedupe: "unique",
  props,
  hooks: { deploy: emitNewest },
  run: emitNewest,
};

/** Reads the whole list in the largest pages, to measure the cost; its events do not matter here. */
const allPages: Component = {
  type: "source",
  key: "bench-all-pages",
  name: "All Pages",
  props,
  async run(this: unknown) {
    const source = this as Instance;
    let searchAfter: unknown[] | undefined;
    for (;;) {
      const page = await search(source, { pageLimit: LARGEST_PAGE, direction: "asc", searchAfter });
      searchAfter = page.at(-1)?.searchAfter;
      if (page.length < LARGEST_PAGE) break;
    }
  },
};

/** By name. */
export const references = {
  "timestamp cursor": timestampCursor,
  "newest page": newestPage,
  "all pages": allPages,
} satisfies Record<string, Component>;

export type ReferenceName = keyof typeof references;
