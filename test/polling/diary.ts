/** Bookings, which the API filters by their start only, and triggers on them. */
import type { ListRequest } from "../../common/api/pagination/paginate.ts";
import type { Poll } from "../../common/polling/poll.ts";
import type { Fields } from "../../common/core/types.ts";
import { Api, DAY, HOUR, Host, MINUTE, NOW, pass } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { windowed } = await import("../../common/polling/strategies/windowed/windowed.ts");
const paginators = await import("../../common/api/pagination/paginators.ts");
const { defineResource } = await import("../../common/resources/resource.ts");
const { HighLevelError, isNotFound } = await import("../../common/api/http/errors.ts");

export interface Booking extends Fields {
  id: string;
  room: string;
  title: string;
  status: string;
  startTime: number;
  dateAdded: number;
  dateUpdated: number;
}

const bookings = defineResource<Booking>({
  noun: "booking",
  volatile: ["traceId", "dateUpdated"],
  sample: { id: "sample", room: "a", title: "Sample", status: "new", startTime: 0, dateAdded: 0, dateUpdated: 0 },
});
const ROOM_LIST: ListRequest<Fields> = { version: "2021-07-28", method: "GET", path: "/rooms", paginator: paginators.none, items: "rooms" };
const LIST: ListRequest<Booking> = { version: "2021-07-28", method: "GET", path: "/bookings", paginator: paginators.none, items: "bookings" };
const ONE = { version: "2021-07-28", method: "GET", path: "/bookings/{id}" } as const;
export const STATUS = ["new", "confirmed", "cancelled"];
/** Each has a list of its own. */
export const ROOMS = ["a", "b", "c"];

async function find(poll: Poll, id: string): Promise<Booking | undefined> {
  try {
    return await poll.request({ ...ONE, pathParams: { id } }) as Booking; // the fake answers with one
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Of one room, or of all; the span is a day back and a week ahead. */
const triggerOn = (room?: string, further: { find?: typeof find } = {}) => windowed<Booking>({
  resource: bookings,
  endpoints: [ROOM_LIST, LIST, ONE],
  resetOn: ["query"],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created", "rescheduled", "cancelled", "updated", "deleted"]),
  span: (poll) => ({ from: poll.startedAt - DAY, to: poll.startedAt + 7 * DAY }),
  startsAt: ({ startTime }) => startTime || undefined,
  async lists(poll) {
    if (room) return [room];
    const rooms: string[] = [];
    for await (const { items } of poll.pages(ROOM_LIST)) rooms.push(...items.map(({ id }) => String(id)));
    return rooms;
  },
  read: (poll, list, span) => poll.pages(LIST, { query: { from: span.from, to: span.to, room: list } }),
  flag: ({ status }) => STATUS.indexOf(status),
  flagKind: (_, now) => (STATUS[now] === "cancelled" ? "cancelled" : undefined),
  ...further,
});

/** Those that are gone are looked up one by one. */
export const allRooms = triggerOn(undefined, { find });
export const oneRoom = triggerOn("a", { find });
/** Those that are gone are searched for in all rooms. */
export const searching = triggerOn();
export type Trigger = typeof allRooms;

export class Diary {
  /** The versions of each, the newest last. */
  private readonly all = new Map<string, { booking: Booking; visibleAt: number }[]>();
  private count = 0;
  readonly rooms = [...ROOMS].reverse();
  /** What is looked up by its id has a field that lists leave out. */
  isDetailed = false;
  /** One that cannot be looked up, and the status HighLevel says so with. */
  refused: { id: string; status: number } | undefined;

  /** Books something that starts `inMs` from now; it shows after `lagMs`. */
  book(inMs = HOUR, fields: Partial<Booking> = {}, lagMs = 0): string {
    const id = fields.id ?? `b${this.count++}`;
    const booking = { id, room: ROOMS[this.count % 3] ?? "a", title: "first", status: "new", startTime: Date.now() + inMs, dateAdded: Date.now(), dateUpdated: Date.now(), ...fields };
    this.all.set(id, [{ booking, visibleAt: Date.now() + lagMs }]);
    return id;
  }

  change(id: string, fields: Partial<Booking>, lagMs = 0): void {
    const booking = this.get(id);
    if (booking) this.all.get(id)?.push({ booking: { ...booking, dateUpdated: Date.now(), ...fields }, visibleAt: Date.now() + lagMs });
  }

  move(id: string, inMs: number): void {
    this.change(id, { startTime: Date.now() + inMs });
  }

  remove(id: string): void {
    this.all.delete(id);
  }

  get ids(): string[] {
    return [...this.all.keys()];
  }

  /** The newest version, visible or not. */
  get(id: string): Booking | undefined {
    return this.all.get(id)?.at(-1)?.booking;
  }

  private get shown(): Booking[] {
    return [...this.all.values()].flatMap((versions) => versions.filter(({ visibleAt }) => visibleAt <= Date.now()).at(-1)?.booking ?? []);
  }

  answer = (path: string, params: Fields): unknown => {
    if (path === ROOM_LIST.path) return { rooms: this.rooms.map((id) => ({ id })) };
    if (path === LIST.path) {
      const { from, to, room } = params as { from: number; to: number; room: string };
      return { bookings: this.shown.filter((booking) => booking.room === room && (!booking.startTime || (booking.startTime >= from && booking.startTime <= to))).map((booking) => ({ ...booking, traceId: Math.random() })) };
    }
    if (params.id === this.refused?.id) throw new HighLevelError("HighLevel cannot show this one.", "invalid", this.refused?.status);
    // By its id, the newest version shows at once.
    const booking = this.get(String(params.id));
    if (!booking) throw new HighLevelError("Not found.", "notFound", 404);
    return { ...booking, ...(this.isDetailed && { floor: 1 }) };
  };
}

/** A diary with one trigger on it. */
export function start(props: Fields = {}, trigger = allRooms) {
  const diary = new Diary();
  const api = new Api(({ path, query, pathParams }) => diary.answer(path, { ...query, ...pathParams }));
  return { diary, api, host: new Host(trigger, api, props) };
}

/** A trigger that has had its baseline for a minute. */
export async function deployed(props: Fields = {}, trigger = allRooms) {
  const all = start(props, trigger);
  // Known for long, so that nothing of it could be taken for new.
  const ids = [HOUR, 2 * HOUR, DAY, 6 * DAY].map((inMs) => all.diary.book(inMs, { dateAdded: NOW - 30 * DAY, dateUpdated: NOW - 30 * DAY }));
  await all.host.activate();
  pass(MINUTE);
  return { ...all, ids: ids as [string, string, string, string] };
}
