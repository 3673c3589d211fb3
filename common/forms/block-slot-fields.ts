import { locationId } from "../input/fields.ts";
import type { Rule } from "../input/rules.ts";
import type { Field } from "../input/fields.ts";
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

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot */
export const oneOwner: Rule = { fields: ["calendarId", "assignedUserId"], filled: "one", why: "Time is blocked either in a calendar or for a user." };

/** What is sent for a blocked slot, beside its times. */
export const blockBody: Field[] = [locationId, "calendarId", "assignedUserId", "title"];
