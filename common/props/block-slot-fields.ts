import { ConfigurationError } from "#platform";
import { locationId } from "../actions/fields.ts";
import type { Field, Input } from "../actions/fields.ts";
import { isEmpty } from "../actions/values.ts";
import app from "../highlevel.app.ts";
import { from } from "./dropdown.ts";

/** Spread into an operation that writes a blocked slot: whose time it is. */
export const blockOwner = {
  calendarId: {
    propDefinition: [app, "calendarId", from("locationId")],
    description: "The calendar in which the time is blocked. Fill in this or User, not both",
    optional: true,
  },
  assignedUserId: {
    propDefinition: [app, "userId", from("locationId")],
    description: "The user whose time is blocked, in all calendars. Fill in this or Calendar, not both",
    optional: true,
  },
};

/** HighLevel takes one of the two. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot */
export function oneOwner({ props }: Input): void {
  const given = [props.calendarId, props.assignedUserId].filter((value) => !isEmpty(value)).length;
  if (given === 1) return;
  throw new ConfigurationError(given === 0
    ? "Whose time is blocked? Fill in Calendar, or User."
    : "Calendar and User are both filled in: time is blocked either in a calendar or for a user. Empty one of them.");
}

/** What is sent for a blocked slot, beside its times. */
export const blockBody: Field[] = [locationId, "calendarId", "assignedUserId", "title"];
