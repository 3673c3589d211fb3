/** A list that the API can only give whole, or in pages that are counted, and triggers on it. */
import type { ApiRequest } from "../../common/api/http/request.ts";
import type { ListRequest } from "../../common/api/pagination/paginate.ts";
import type { Fields } from "../../common/core/types.ts";
import { Api, Host, MINUTE, pass } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { snapshot } = await import("../../common/polling/strategies/snapshot/snapshot.ts");
const paginators = await import("../../common/api/pagination/paginators.ts");
const { defineResource } = await import("../../common/resources/resource.ts");

export interface Item extends Fields {
  id: string;
  name: string;
  done: boolean;
  dateAdded?: number;
}

export const PAGE = 10;

const items = defineResource<Item>({ noun: "item", sample: { id: "sample", name: "Sample", done: false }, volatile: ["traceId"] });

const WHOLE: ListRequest<Item> = { version: "2021-07-28", method: "GET", path: "/items", paginator: paginators.none, items: "items" };
const PAGED: ListRequest<Item> = { version: "2021-07-28", method: "GET", path: "/items", paginator: paginators.skip, items: "items", pageSize: PAGE };

const triggerOn = (list: ListRequest<Item>) => snapshot<Item>({
  resource: items,
  endpoints: [list],
  resetOn: ["query"],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created", "updated", "completed", "deleted"]),
  flag: ({ done }) => (done ? 1 : 0),
  flagKind: (_, now) => (now === 1 ? "completed" : undefined),
  newKind: (flag) => (flag === 1 ? "completed" : undefined),
  read: (poll, after) => poll.pages(list, { pageSize: Number(poll.source.pageSize ?? PAGE), after }),
});

export const whole = triggerOn(WHOLE);
export const paged = triggerOn(PAGED);
export type Trigger = typeof whole;

export class Shelf {
  list: Item[] = [];
  /** The answer says how many there are. */
  counts = true;
  /** So many more than there are, says the answer. */
  uncounted = 0;
  /** What it counts are the items of the page. */
  countsPages = false;
  /** Pages from here on come empty, and count nothing. */
  end = Infinity;
  private created = 0;

  /** Adds items in front of the list, the newest first. */
  add(count = 1, id = (index: number) => `i${String(index).padStart(4, "0")}`): string[] {
    const added = Array.from({ length: count }, (): Item => ({ id: id(this.created++), name: "first", done: false, dateAdded: Date.now() }));
    this.list.unshift(...[...added].reverse());
    return added.map((item) => item.id);
  }

  change(id: string, fields: Partial<Item>): void {
    this.list = this.list.map((item) => (item.id === id ? { ...item, ...fields } : item));
  }

  remove(id: string): void {
    this.list = this.list.filter((item) => item.id !== id);
  }

  get ids(): string[] {
    return this.list.map(({ id }) => id);
  }

  answer = ({ query = {} }: ApiRequest): Fields => {
    const { skip, limit } = query as { skip?: number; limit?: number };
    if ((skip ?? 0) >= this.end) return { items: [], count: 0 };
    const page = skip === undefined ? this.list : this.list.slice(skip, skip + (limit ?? PAGE));
    const count = (this.countsPages ? page : this.list).length + this.uncounted;
    return { items: page.map((item) => ({ ...item, traceId: Math.random() })), ...(this.counts && { count }) };
  };
}

/** A shelf with one trigger on it. */
export function start(component: Trigger = paged, props: Fields = {}) {
  const shelf = new Shelf();
  const api = new Api(shelf.answer);
  return { shelf, api, host: new Host(component, api, props) };
}

/** A trigger that has had its baseline, of `old` items, for a quarter of an hour. */
export async function deployed(component: Trigger, old = 25, props: Fields = {}) {
  const all = start(component, props);
  const ids = all.shelf.add(old);
  await all.host.activate();
  pass(15 * MINUTE);
  return { ...all, ids: ids as [string, string, string] }; // as many as the tests use, where there are any
}
