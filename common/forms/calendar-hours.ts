import { calendarDate } from "../input/emitted-times.ts";
import { readItems } from "../input/items.ts";
import type { ItemForm } from "../input/items.ts";
import type { FieldSpec } from "../input/fields.ts";
import type { Fields } from "../core/types.ts";

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const TIME = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;

/** Spread into an operation that writes a calendar: when it can be booked. */
export const calendarHours = {
  openHours: {
    type: "string[]",
    label: "Weekly Available Hours",
    description: "When appointments can be booked each week: one entry for each group of days, such as `Mon-Fri 09:00-12:00, 13:00-17:00` or `Sat 10:00-14:00`; or JSON such as `{ \"daysOfTheWeek\": [1, 2], \"hours\": [{ \"openHour\": 9, \"openMinute\": 0, \"closeHour\": 17, \"closeMinute\": 0 }] }` (0 is Sunday)",
    optional: true,
  },
  availabilities: {
    type: "string[]",
    label: "Date-Specific Hours",
    description: "Dates with different hours, such as `2026-12-24 09:00-12:00` or `2026-12-25 closed`; or JSON such as `{ \"date\": \"2026-12-24\", \"hours\": [{ \"openHour\": 9, \"openMinute\": 0, \"closeHour\": 12, \"closeMinute\": 0 }] }`. To change an existing entry, enter JSON with its `id`; to remove it, add `\"deleted\": true`",
    optional: true,
  },
  availabilityType: {
    type: "string",
    label: "Availability",
    description: "Which hours apply",
    options: [
      { label: "Weekly and date-specific hours", value: "both" },
      { label: "Weekly hours only", value: "openHours" },
      { label: "Date-specific hours only", value: "availabilities" },
    ],
    optional: true,
  },
};

/** "09:00-12:00, 13:00-17:00" as HighLevel's hours; undefined where it cannot be read. */
function hoursOf(text: string): Fields[] | undefined {
  const spans = text.split(",").map((part) => {
    const [openHour, openMinute, closeHour, closeMinute] = (TIME.exec(part.trim()) ?? []).slice(1).map(Number);
    const valid = openHour !== undefined && closeHour! <= 23 && openMinute! <= 59 && closeMinute! <= 59 && openHour * 60 + openMinute! < closeHour! * 60 + closeMinute!;
    return valid ? { openHour, openMinute, closeHour, closeMinute } : undefined;
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

/** "Mon-Fri", "Sat, Sun" or "Daily" as numbers, 0 for Sunday; undefined where it cannot be read. */
function daysOf(text: string): number[] | undefined {
  if (/^(daily|every ?day)$/i.test(text)) return [0, 1, 2, 3, 4, 5, 6];
  const parts = text.split(",").map((part) => {
    const [first, last = first, more] = part.split("-").map((day) => DAYS.indexOf(day.trim().toLowerCase().slice(0, 3)));
    if (more !== undefined || first === undefined || last === undefined || first < 0 || last < 0) return undefined;
    // Fri-Mon goes on over the end of the week.
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  });
  return parts.every((days) => days !== undefined) ? [...new Set(parts.flat())] : undefined;
}

const openHourForm: ItemForm = {
  keys: ["daysOfTheWeek", "hours"],
  example: "Mon-Fri 09:00-12:00, 13:00-17:00 (opening before closing, 23:59 at the latest)",
  fromText: (text) => {
    const [, days = "", times = ""] = /^(\D+?)\s+(\d.*)$/.exec(text) ?? [];
    const [daysOfTheWeek, hours] = [daysOf(days), hoursOf(times)];
    return daysOfTheWeek && hours && { daysOfTheWeek, hours };
  },
};

/** HighLevel wants the day at midnight, whatever the time zone. */
const dayOf = (date: unknown, label: string) => `${calendarDate(date, label)}T00:00:00.000Z`;

const availabilityForm: ItemForm = {
  keys: ["date", "hours", "deleted", "id"],
  example: "2026-12-24 09:00-12:00, or 2026-12-25 closed",
  fromText: (text) => {
    const [, date = "", times = ""] = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(text) ?? [];
    const hours = times.toLowerCase() === "closed" ? [] : hoursOf(times);
    return date && hours ? { date: dayOf(date, "Date-Specific Hours"), hours } : undefined;
  },
  fromObject: (item, label) => ({ ...item, date: dayOf(item.date, `${label}, date`) }),
};

const TYPES: Record<string, number | null> = { both: null, openHours: 0, availabilities: 1 };

/** What is sent for {@link calendarHours}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar */
export const calendarHoursBody: FieldSpec[] = [
  { name: "openHours", props: ["openHours"], read: ({ props }) => readItems(props.openHours, "Weekly Available Hours", openHourForm) },
  { name: "availabilities", props: ["availabilities"], read: ({ props }) => readItems(props.availabilities, "Date-Specific Hours", availabilityForm) },
  { name: "availabilityType", props: ["availabilityType"], read: ({ props }) => TYPES[String(props.availabilityType)] },
];
