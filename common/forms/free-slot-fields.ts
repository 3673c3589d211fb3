import { dependsOn } from "../dropdowns/dropdown.ts";
import app from "../highlevel.app.ts";
import { timeZoneName } from "../input/checks.ts";
import { checked, list } from "../input/fields.ts";
import type { Field } from "../input/fields.ts";
import { timeZones } from "../input/time-zone.ts";
import { spanFields } from "../input/times.ts";

/** Spread into an action that fetches free slots: whose, and on which clock. */
export const slotProps = {
  userIds: {
    propDefinition: [app, "calendarMemberId", dependsOn("locationId", "calendarId")],
    type: "string[]",
    label: "Users",
    description: "Fetch only slots in which at least one of these team members is free. Choose members of the calendar, or type user IDs",
    optional: true,
  },
  timeZone: {
    type: "string",
    label: "Time Zone",
    description: "The time zone of the slots, and of From and To where they have no offset. Leave it empty to use HighLevel's own. Choose one, or enter its name, such as America/New_York",
    optional: true,
    options: timeZones,
  },
};

/** What is sent for {@link slotProps} and the span. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots */
export const slotQuery: Field[] = [
  ...spanFields({ from: "startDate", to: "endDate" }),
  checked("timeZone", timeZoneName, "timezone"),
  list("userIds"),
];
