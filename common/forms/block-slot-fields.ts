import { ConfigurationError } from "#platform";
import { locationId } from "../input/fields.ts";
import type { Field, Input } from "../input/fields.ts";
import { isEmpty } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** Spread into an operation that writes a blocked slot: whose time it is. */
export const blockOwner = {
  calendarId: {
    propDefinition: [app, "calendarId", dependsOn("locationId")],
    description: "The calendar to block time in. Fill in either Calendar or User, not both",
    optional: true,
  },
  assignedUserId: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    description: "The user whose time to block, in all calendars. Fill in either Calendar or User, not both",
    optional: true,
  },
};

/** The same above the list of blocked slots, which are those of the calendar or user. */
export const changedBlockOwner = {
  calendarId: { ...blockOwner.calendarId, description: "The calendar to block time in; it also fills the list below. Fill in either Calendar or User, not both" },
  assignedUserId: { ...blockOwner.assignedUserId, description: "The user whose time to block, in all calendars; this also fills the list below. Fill in either Calendar or User, not both" },
};

/** Its user has the label of the list of users. */
export const blockForm = { assignedUserId: { label: "User" } };

/** HighLevel takes one of the two. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot */
export function oneOwner({ props }: Input): void {
  const given = [props.calendarId, props.assignedUserId].filter((value) => !isEmpty(value)).length;
  if (given === 1) return;
  throw new ConfigurationError(given === 0
    ? "Calendar and User are both empty. Fill in one of them: whose time is to be blocked?"
    : "Calendar and User are both filled in, but time is blocked either in a calendar or for a user. Clear one of them.");
}

/** What is sent for a blocked slot, beside its times. */
export const blockBody: Field[] = [locationId, "calendarId", "assignedUserId", "title"];
