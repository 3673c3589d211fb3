import * as api from "../api/endpoints.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";

/** HighLevel answers for at most this many days at a time. */
export const MAX_SLOT_DAYS = 31;

/** What is asked for; times in epoch ms. */
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
 * The slots of an answer, in order of time: a map by date, which older answers nest under `_dates_`, with other values beside the days.
 * @returns start times as HighLevel writes them (ISO with offset)
 */
export function slotsOf(answer: Fields): string[] {
  const byDate = (answer._dates_ ?? answer) as Fields; // either way a map; its values are checked
  const lists = Object.values(byDate).map((day) => (day as { slots?: unknown } | null)?.slots);
  const slots = lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  return [...new Set(slots)].filter((slot) => toMs(slot) !== undefined).sort((a, b) => toMs(a)! - toMs(b)!);
}

/** Units of a calendar's booking limits, ms. A month as short as it gets, so that nothing is taken for bookable that is not. */
const UNITS: Record<string, number> = { mins: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 7 * 86_400_000, months: 28 * 86_400_000 };

const span = (amount: unknown, unit: unknown, fallback: string) => Number(amount ?? 0) * (UNITS[String(unit ?? fallback)] ?? 0);

/** Time that a calendar keeps free around an appointment, before and after it together, ms. */
export const buffersOf = ({ preBuffer, preBufferUnit, slotBuffer, slotBufferUnit }: Fields): number => (
  span(preBuffer, preBufferUnit, "mins") + span(slotBuffer, slotBufferUnit, "mins")
);

/** How far ahead a calendar can be booked, ms from now: the notice it needs, and the last moment it offers. */
export function bookingLimits({ allowBookingAfter, allowBookingAfterUnit, allowBookingFor, allowBookingForUnit }: Fields): { noticeMs: number; horizonMs: number } {
  return {
    noticeMs: span(allowBookingAfter, allowBookingAfterUnit, "hours"),
    horizonMs: span(allowBookingFor, allowBookingForUnit, "days") || Infinity,
  };
}
