import * as api from "../api/endpoints.ts";
import { withoutAnswer } from "../api/http/shape.ts";
import type { ListCall, ListRequest, Page } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { DAY_MS, HOUR_MS } from "../core/durations.ts";
import { toMs } from "../core/time.ts";
import type { App, Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** HighLevel returns at most this many days per request. */
export const MAX_SLOT_DAYS = 31;

/** Which slots to request; times in epoch ms. */
export interface SlotQuery {
  calendarId: unknown;
  from: number;
  to: number;
  /** IANA; the calendar's own where absent. */
  timeZone?: string;
  /** Only slots of these users. */
  userIds?: string[];
}

/** The request for the free slots of a calendar. */
export function slotRequest({ calendarId, from, to, timeZone, userIds = [] }: SlotQuery) {
  return {
    ...api.getSlots,
    pathParams: { calendarId },
    query: {
      startDate: from,
      endDate: to,
      ...(timeZone && { timezone: timeZone }),
      ...(userIds.length === 1 && { userId: userIds[0] }),
      ...(userIds.length > 1 && { userIds }),
    },
  };
}

/**
 * The slots of a response, in order of time: a map by date, which older responses nest under `_dates_`, beside other values.
 * @returns start times as HighLevel writes them (ISO with offset)
 */
export function slotsOf(answer: Fields): string[] {
  const byDate = (answer._dates_ ?? answer) as Fields; // either way a map; its values are checked
  const lists = Object.values(byDate).map((day) => (day as { slots?: unknown } | null)?.slots);
  const slots = lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  return [...new Set(slots)].filter((slot) => toMs(slot) !== undefined).sort((a, b) => toMs(a)! - toMs(b)!);
}

/** Units of a calendar's booking limits, ms. A month counts as the shortest one, so that no slot beyond the limit seems bookable. */
const UNITS: Record<string, number> = { mins: 60_000, hours: HOUR_MS, days: DAY_MS, weeks: 7 * DAY_MS, months: 28 * DAY_MS };

const span = (amount: unknown, unit: unknown, fallback: string) => Number(amount ?? 0) * (UNITS[String(unit ?? fallback)] ?? 0);

/** Total buffer time before and after an appointment, ms. */
export const buffersOf = ({ preBuffer, preBufferUnit, slotBuffer, slotBufferUnit }: Fields): number => (
  span(preBuffer, preBufferUnit, "mins") + span(slotBuffer, slotBufferUnit, "mins")
);

/** When a calendar can be booked, ms from now: the minimum notice, and the latest time. */
export function bookingLimits({ allowBookingAfter, allowBookingAfterUnit, allowBookingFor, allowBookingForUnit }: Fields): { noticeMs: number; horizonMs: number } {
  return {
    noticeMs: span(allowBookingAfter, allowBookingAfterUnit, "hours"),
    horizonMs: span(allowBookingFor, allowBookingForUnit, "days") || Infinity,
  };
}

/** The start of what can be booked, as {@link slotsOf} has it. */
export const freeSlots = defineResource({
  noun: "free slot",
  sample: { calendarId: "CVokAlI8fgw4WYWoCtQz", startTime: "2026-01-20T14:00:00-05:00" } as Fields,
});

/** At most {@link MAX_SLOT_DAYS} at a time: see {@link readSlots}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots */
export const freeSlotList: ListRequest<Fields> = {
  ...api.getSlots,
  paginator: paginators.none,
  items: (answer: unknown) => {
    if (answer === null || typeof answer !== "object") throw withoutAnswer(api.getSlots, "free slots");
    return slotsOf(answer as Fields).map((startTime) => ({ startTime })); // a map by date; its values are checked
  },
};

/** The free slots of a span of any length, in order of time, a page for each stretch that HighLevel answers for. */
export async function* readSlots({ app }: { app: App }, list: ListRequest<Fields>, call: ListCall): AsyncGenerator<Page<Fields>> {
  const { startDate, endDate, timezone: timeZone, userIds } = call.query as { startDate: number; endDate: number; timezone?: string; userIds?: string[] }; // as the form's fields are read
  const calendarId = call.pathParams?.calendarId;
  for (let from = startDate; from <= endDate; from += MAX_SLOT_DAYS * DAY_MS) {
    // Both ends belong to the span: the next stretch begins behind this one.
    const to = Math.min(endDate, from + MAX_SLOT_DAYS * DAY_MS - 1);
    const { query } = slotRequest({ calendarId, from, to, timeZone, userIds });
    for await (const page of app.paginate(list, { ...call, query })) yield { ...page, items: page.items.map((slot) => ({ calendarId, ...slot })) };
  }
}
