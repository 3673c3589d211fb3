import * as api from "../api/endpoints.ts";
import { DAY_MS, HOUR_MS } from "../core/durations.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";

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
