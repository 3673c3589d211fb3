/** Bookings, which the API filters by their start only, and a trigger on them. */
import type { ListRequest, Page } from "../../common/pagination/paginate.ts";
import type { Fields } from "../../common/types.ts";
import { Api, DAY, HOUR, Host, MINUTE, NOW, pass } from "./host.ts";

const { windowed } = await import("../../common/polling/windowed.ts");
const { schemes } = await import("../../common/pagination/schemes.ts");
const { defineResource } = await import("../../common/resources/resource.ts");
const { HighLevelError, isNotFound } = await import("../../common/http/errors.ts");

interface Booking extends Fields {
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
const LIST: ListRequest<Booking> = { method: "GET", path: "/bookings", scheme: schemes.none, items: "bookings" };
const ONE = { method: "GET", path: "/bookings/{id}" } as const;
const STATUS = ["new", "confirmed", "cancelled"];
/** Each has a list of its own. */
export const ROOMS = ["a", "b", "c"];

/** Each room's bookings are a list of their own; the span is a day back and a week ahead. */
const trigger = windowed<Booking>({
  resource: bookings,
  endpoints: [LIST, ONE],
  scope: ["query"],
  kinds: ["created", "rescheduled", "cancelled", "updated", "deleted"],
  span: (poll) => ({ from: poll.startedAt - DAY, to: poll.startedAt + 7 * DAY }),
  startsAt: ({ startTime }) => startTime || undefined,
  async* read(poll, span): AsyncGenerator<Page<Booking>> {
    for (const room of ROOMS) yield* poll.pages(LIST, { query: { ...span, room } });
  },
  flag: ({ status }) => STATUS.indexOf(status),
  flagKind: (_, now) => (STATUS[now] === "cancelled" ? "cancelled" : undefined),
  async find(poll, id) {
    try {
      return await poll.request({ ...ONE, pathParams: { id } }) as Booking; // the fake answers with one
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  },
});

class Diary {
  private readonly all = new Map<string, Booking>();
  private count = 0;

  /** Books something that starts `inMs` from now. */
  book(inMs = HOUR, fields: Partial<Booking> = {}): string {
    const id = fields.id ?? `b${this.count++}`;
    this.all.set(id, { id, room: ROOMS[this.count % 3] ?? "a", title: "first", status: "new", startTime: Date.now() + inMs, dateAdded: Date.now(), dateUpdated: Date.now(), ...fields });
    return id;
  }

  change(id: string, fields: Partial<Booking>): void {
    const booking = this.all.get(id);
    if (booking) this.all.set(id, { ...booking, dateUpdated: Date.now(), ...fields });
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

  answer = (path: string, params: Fields): unknown => {
    if (path === LIST.path) {
      const { from, to, room } = params as { from: number; to: number; room: string };
      return { bookings: [...this.all.values()].filter((booking) => booking.room === room && (!booking.startTime || (booking.startTime >= from && booking.startTime <= to))) };
    }
    const booking = this.all.get(String(params.id));
    if (!booking) throw new HighLevelError("Not found.", "notFound", 404);
    return booking;
  };
}

/** A diary with one trigger on it. */
export function start(props: Fields = {}) {
  const diary = new Diary();
  const api = new Api(({ path, query, pathParams }) => diary.answer(path, { ...query, ...pathParams }));
  return { diary, api, host: new Host(trigger, api, props) };
}

/** A trigger that has its baseline since a minute. */
export async function deployed(props: Fields = {}) {
  const all = start(props);
  // Known for long, so that nothing of it could be taken for new.
  const ids = [HOUR, 2 * HOUR, DAY, 6 * DAY].map((inMs) => all.diary.book(inMs, { dateAdded: NOW - 30 * DAY, dateUpdated: NOW - 30 * DAY }));
  await all.host.activate();
  pass(MINUTE);
  return { ...all, ids: ids as [string, string, string, string] };
}
