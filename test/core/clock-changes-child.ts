/** Prints what the tables come out as: started by a test with another TZ, since a running process keeps the machine's. */
import { isoWithOffset, momentOf, toMs } from "../../common/core/time.ts";
import { CLOCK_CHANGES, DAYS, ZONELESS_TIMES } from "./clock-changes.ts";

console.log(JSON.stringify({
  machine: Intl.DateTimeFormat().resolvedOptions().timeZone,
  changes: CLOCK_CHANGES.map(([zone, wall]) => isoWithOffset(wall, "When", zone)),
  days: DAYS.map(([zone, day]) => [momentOf(day, "When", false, zone), momentOf(day, "When", true, zone)]),
  zoneless: ZONELESS_TIMES.map(([text]) => toMs(text)),
}));
