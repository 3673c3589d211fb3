import { ConfigurationError } from "#platform";
import { startTime } from "../props/times.ts";
import { slotRequest, slotsOf } from "../resources/free-slots.ts";
import { toMs } from "../time.ts";
import { deadlineOf } from "./action.ts";
import { timeZoneName } from "./checks.ts";
import type { Input } from "./fields.ts";
import { CLOCK_DOUBT_MS, highLevelNow } from "./highlevel-now.ts";
import { isEmpty } from "./values.ts";

const DAY_MS = 86_400_000;
/** Around the wanted time, other slots are looked for: days before and after. */
const BEFORE_DAYS = 3;
const AFTER_DAYS = 10;
/** How many other slots are named. */
const NEARBY = 5;

/**
 * Makes sure that the form's Start Time is a free slot of its calendar (and of Assigned To), unless the form does without that.
 * @throws ConfigurationError that names the free slots next to it
 */
export async function requireFreeSlot(input: Input): Promise<void> {
  const { app, props, $ } = input;
  if (props.checkFreeSlots === false || props.ignoreFreeSlotValidation === true || props.ignoreDateRange === true) return;
  const wanted = await startTime.read(input);
  if (wanted === undefined || isEmpty(props.calendarId)) return;
  const at = toMs(wanted)!; // a time with offset by now
  // The wanted time itself is always asked for: this machine's clock may be ahead of HighLevel's.
  const now = Date.now() - at > CLOCK_DOUBT_MS ? await highLevelNow(input) : Date.now();
  const request = slotRequest({
    calendarId: props.calendarId,
    from: at < now && now - at < CLOCK_DOUBT_MS ? at : Math.max(now, at - BEFORE_DAYS * DAY_MS),
    to: Math.max(now, at) + AFTER_DAYS * DAY_MS,
    ...(!isEmpty(props.timeZone) && { timeZone: timeZoneName(props.timeZone, "Time Zone") }),
    ...(!isEmpty(props.assignedUserId) && { userIds: [String(props.assignedUserId)] }),
  });
  const free = slotsOf(await app.request({ ...request, deadline: deadlineOf($), $ }));
  if (free.some((slot) => toMs(slot) === at)) return;
  const distance = (slot: string) => Math.abs(toMs(slot)! - at); // slotsOf leaves out what is no time
  const nearby = [...free].sort((a, b) => distance(a) - distance(b)).slice(0, NEARBY).sort((a, b) => toMs(a)! - toMs(b)!);
  const others = nearby.length > 0 ? `Free slots nearby: ${nearby.join(", ")}.` : `Nor is any other slot free until ${AFTER_DAYS} days later.`;
  throw new ConfigurationError(
    `Start Time: ${String(wanted)} is not a free slot of this calendar${isEmpty(props.assignedUserId) ? "" : " and user"}. ${others} `
    + "Nothing was booked. Choose another time, or switch off Check Free Slots to let HighLevel decide.",
  );
}
