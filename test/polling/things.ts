/** A list of things that the API can sort and filter by time, with an index that lags behind, and triggers on it. */
import type { ApiRequest } from "../../common/api/http/request.ts";
import type { ListRequest } from "../../common/api/pagination/paginate.ts";
import type { Fields } from "../../common/core/types.ts";
import { searchAfter, startAfter, startAfterDate } from "../api/pagination/fake.ts";
import type { Answer, Row } from "../api/pagination/fake.ts";
import { Api, HOUR, Host, pass } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { incremental } = await import("../../common/polling/strategies/incremental/incremental.ts");
const paginators = await import("../../common/api/pagination/paginators.ts");
const { defineResource } = await import("../../common/resources/resource.ts");

interface Version { time: number; visibleAt: number; name: string }

interface Thing { id: string; created: number; versions: Version[] }

export const PAGE = 10;

export class Things {
  private readonly things = new Map<string, Thing>();
  private count = 0;
  /** Records without any time, which the index lists first. */
  undated: string[] = [];

  /** Creates a thing; visible after `lagMs`. */
  create({ id = `t${String(this.count).padStart(4, "0")}`, at = Date.now(), lagMs = 0 } = {}): string {
    this.count++;
    this.things.set(id, { id, created: at, versions: [{ time: at, visibleAt: Date.now() + lagMs, name: "first" }] });
    return id;
  }

  /** Creates several, one ms apart, or all at once with `step` 0. */
  createMany(count: number, { at = Date.now(), step = 1, lagMs = 0 } = {}): string[] {
    return Array.from({ length: count }, (_, index) => this.create({ at: at + index * step, lagMs }));
  }

  update(id: string, { at = Date.now(), lagMs = 0, name = "changed" } = {}): void {
    this.things.get(id)?.versions.push({ time: at, visibleAt: Date.now() + lagMs, name });
  }

  /** How many were ever created. */
  get born(): number {
    return this.count;
  }

  remove(id: string): void {
    this.things.delete(id);
  }

  get ids(): string[] {
    return [...this.things.keys()];
  }

  /** What the index shows now. */
  visible(by: "created" | "updated"): Row[] {
    const rows: Row[] = [];
    const now = Date.now();
    for (const { id, created, versions } of this.things.values()) {
      let shown: Version | undefined;
      for (const version of versions) if (version.visibleAt <= now && version.time >= (shown?.time ?? 0)) shown = version;
      if (!shown) continue;
      rows.push({ id, name: shown.name, dateAdded: created, dateUpdated: shown.time, time: by === "created" ? created : shown.time });
    }
    return rows;
  }

  private undatedRows(): Row[] {
    return this.undated.map((id) => ({ id, name: "undated", time: 9e12 }));
  }

  /** POST /things/search: sorts and filters by either time. */
  search = (params: Fields): unknown => {
    const { by, from = 0, to = Infinity, direction } = params as { by: "created" | "updated"; from?: number; to?: number; direction: "asc" | "desc" };
    const list = this.visible(by).filter(({ time }) => time >= from && time <= to);
    return searchAfter(() => list, "searchAfter", direction)(params);
  };

  /** GET /things/: newest created first, no filter. */
  newest: Answer = (params) => startAfter(() => [...this.undatedRows(), ...this.visible("created")])(params);

  /** GET /things/active: by the last change, no filter, continues behind a time. */
  active: Answer = (params) => startAfterDate(() => this.visible("updated"), params.sort as "asc" | "desc")(params);
}

const things = defineResource<Row>({ noun: "thing", sample: { id: "sample", time: 0 } });

const SEARCH: ListRequest<Row> = { version: "2021-07-28", reads: true, method: "POST", path: "/things/search", paginator: paginators.searchAfter, items: "rows", pageSize: PAGE };
const NEWEST: ListRequest<Row> = { version: "2021-07-28", method: "GET", path: "/things/", paginator: paginators.startAfter, items: "rows", pageSize: PAGE };
const ACTIVE: ListRequest<Row> = { version: "2021-07-28", method: "GET", path: "/things/active", paginator: paginators.startAfterDate, items: "rows", pageSize: PAGE };

/** Reads upwards, as contacts are searched. @param kindOf refines the kind, as that of opportunities is */
export const searching = (kindOf?: (record: Row, kind: "created" | "updated", since: number) => string) => incremental<Row>({
  resource: things,
  endpoints: [SEARCH],
  resetOn: ["query"],
  eventTypes: eventTypesOf(things, ["created", "updated", "renamed"], { preset: kindOf ? ["created", "updated", "renamed"] : ["created", "updated"] }),
  order: "asc",
  kindOf,
  read: (poll, { by, from, newestFirst, limit, after }) => poll.pages(SEARCH, {
    body: { by, from, direction: newestFirst ? "desc" : "asc" },
    pageSize: limit ?? Number(poll.source.pageSize ?? PAGE),
    after,
  }),
});

export const ascending = searching();

/** Reads downwards, as contacts are listed: only creations. */
export const descending = incremental<Row>({
  resource: things,
  endpoints: [NEWEST],
  resetOn: ["query"],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created", "updated"], { preset: ["created"] }),
  order: "desc",
  read: (poll, { limit, after }) => poll.pages(NEWEST, { pageSize: limit ?? Number(poll.source.pageSize ?? PAGE), after }),
});

/** Reads downwards by the time of the last change, as conversations are searched. */
export const activity = incremental<Row>({
  resource: things,
  endpoints: [ACTIVE],
  resetOn: ["query"],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created", "updated"]),
  order: "desc",
  read: (poll, { limit, after }) => poll.pages(ACTIVE, { query: { sort: "desc" }, pageSize: limit ?? Number(poll.source.pageSize ?? PAGE), after }),
});

/** The same upwards: since the cursor is a time, a reading starts anywhere. Creations alone come in the order of changes too. */
export const rising = incremental<Row>({
  resource: things,
  endpoints: [ACTIVE],
  resetOn: ["query"],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created", "updated"]),
  order: "asc",
  unordered: "created",
  read: (poll, { from, newestFirst, limit, after }) => poll.pages(ACTIVE, {
    query: { sort: newestFirst ? "desc" : "asc" },
    pageSize: limit ?? Number(poll.source.pageSize ?? PAGE),
    after: after ?? (from === undefined ? undefined : { startAfterDate: from - 1 }),
  }),
});

export type Trigger = typeof ascending;

/** A world with one trigger on it. */
export function start(component: Trigger = ascending, props: Fields = {}) {
  const world = new Things();
  const answers: Record<string, (params: Fields) => unknown> = {
    "/things/search": world.search,
    "/things/": world.newest,
    "/things/active": world.active,
  };
  const api = new Api(({ path, query, body }: ApiRequest) => answers[path]?.({ ...query, ...(body as Fields | undefined) })); // lists have object bodies
  return { world, api, host: new Host(component, api, props) };
}

export const ALL = [["upwards", ascending], ["downwards", descending], ["upwards by activity", rising], ["downwards by activity", activity]] as const;
/** Those that continue behind a time: their pages overlap, and more than a page of one timestamp cannot be passed. */
export const BY_TIME: Trigger[] = [rising, activity];

/** A trigger that has had its baseline, of `old` things, for two hours. */
export async function deployed(component: Trigger, old = 3, props: Fields = {}) {
  const all = start(component, props);
  all.world.createMany(old, { at: Date.now() - HOUR });
  await all.host.activate();
  pass(2 * HOUR);
  return all;
}
