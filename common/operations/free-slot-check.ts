import { ConfigurationError } from "#platform";
import { DAY_MS } from "../core/durations.ts";
import { isMissingScope } from "../api/http/errors.ts";
import { slotRequest, slotsOf } from "../resources/free-slots.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { timeZoneName } from "../input/checks.ts";
import type { Input } from "../input/fields.ts";
import { CLOCK_DOUBT_MS, highLevelNow } from "../input/highlevel-now.ts";
import { isEmpty } from "../core/text/values.ts";

/** Around the wanted time, other slots are looked for: days before and after. */
const BEFORE_DAYS = 3;
const AFTER_DAYS = 10;
/** How many other slots are named. */
const NEARBY = 5;

/** A slot that an appointment is to take. */
export interface WantedSlot {
  calendarId: unknown;
  /** A time with offset. */
  start: string;
  /** The team member who has to be free; any of them where absent. */
  userId?: unknown;
  /** The field to change if the slot is not free, and what has not been done: "Start Time", "booked". */
  field: string;
  undone: string;
  /** Whether a slot that is not free may be taken all the same. */
  unless?(): Promise<boolean>;
}

/** An appointment of these statuses leaves its slot free. */
const FREE_STATUSES = ["cancelled", "invalid", "noshow"];

/** Whether an appointment of this status takes its slot. */
export const takesSlot = (status: unknown): boolean => !FREE_STATUSES.includes(String(status));

/** Whether the form asks for a free slot, rather than doing without one. */
export const asksForFreeSlot = ({ props }: Input): boolean => (
  props.checkFreeSlots !== false && props.ignoreFreeSlotValidation !== true && props.ignoreDateRange !== true && takesSlot(props.appointmentStatus)
);

/**
 * Makes sure that a slot is free, where the account may look at slots.
 * @throws ConfigurationError that names the free slots next to it
 */
export async function requireFreeSlot(input: Input, { calendarId, start, userId, field, undone, unless }: WantedSlot): Promise<void> {
  const { app, props, $ } = input;
  const at = toMs(start)!; // a time with offset
  // The wanted time itself is always asked for: this machine's clock may be ahead of HighLevel's.
  const now = Date.now() - at > CLOCK_DOUBT_MS ? await highLevelNow(input) : Date.now();
  const request = slotRequest({
    calendarId,
    from: at < now && now - at < CLOCK_DOUBT_MS ? at : Math.max(now, at - BEFORE_DAYS * DAY_MS),
    to: Math.max(now, at) + AFTER_DAYS * DAY_MS,
    ...(!isEmpty(props.timeZone) && { timeZone: timeZoneName(props.timeZone, "Time Zone") }),
    ...(!isEmpty(userId) && { userIds: [String(userId)] }),
  });
  const answer = await app.send<Fields>({ ...request, deadline: deadlineOf($), $ }).catch((error: unknown) => {
    if (isMissingScope(error)) return undefined; // HighLevel has to decide alone
    throw error;
  });
  if (!answer) return;
  const { data, now: told } = answer;
  const free = slotsOf(data);
  if (free.some((slot) => toMs(slot) === at) || await unless?.()) return;
  const distance = (slot: string) => Math.abs(toMs(slot)! - at); // slotsOf leaves out what is no time
  const nearby = [...free].sort((a, b) => distance(a) - distance(b)).slice(0, NEARBY).sort((a, b) => toMs(a)! - toMs(b)!);
  const others = nearby.length > 0 ? `Free slots nearby: ${nearby.join(", ")}.` : `Nor is any other slot free until ${AFTER_DAYS} days later.`;
  // By HighLevel's own clock: this machine's may be ahead of it.
  if (told !== undefined && at < told) {
    const next = free.filter((slot) => toMs(slot)! > told).slice(0, NEARBY); // no slot is without a time
    throw new ConfigurationError(
      `${field}: ${start} lies in the past. ${next.length > 0 ? `The next free slots: ${next.join(", ")}. ` : ""}`
      + `Nothing was ${undone}. Choose another time, or switch off Check Free Slots to let HighLevel decide.`,
    );
  }
  throw new ConfigurationError(
    `${field}: ${start} is not a free slot of this calendar${isEmpty(userId) ? "" : " and user"}. ${others} `
    + `Nothing was ${undone}. Choose another time, or switch off Check Free Slots to let HighLevel decide.`,
  );
}
