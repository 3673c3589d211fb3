import { ConfigurationError } from "#platform";
import { readItems } from "../actions/items.ts";
import type { ItemForm } from "../actions/items.ts";
import type { FieldSpec } from "../actions/fields.ts";
import app from "../highlevel.app.ts";
import { choiceOf } from "../text/choices.ts";
import type { ActionInstance, Fields } from "../types.ts";
import { from } from "./dropdown.ts";

const KINDS = [
  { label: "Other (custom)", value: "custom" },
  { label: "Zoom", value: "zoom_conference" },
  { label: "Google Meet", value: "google_conference" },
  { label: "Microsoft Teams", value: "ms_teams_conference" },
  { label: "The contact calls", value: "inbound_call" },
  { label: "The contact is called", value: "outbound_call" },
  { label: "An address", value: "physical" },
  { label: "Asked when booking", value: "booker" },
];

/** Calendar types by what they are called in HighLevel. */
export const calendarTypes = [
  { label: "Round robin", value: "round_robin" },
  { label: "Personal", value: "personal" },
  { label: "Class", value: "class_booking" },
  { label: "Collective", value: "collective" },
  { label: "Service", value: "service_booking" },
  { label: "Event", value: "event" },
];

/** Spread into an operation that writes a calendar: who takes part, and where one meets. */
export const calendarTeam = {
  teamMembers: {
    propDefinition: [app, "userId", from("locationId")],
    type: "string[]",
    label: "Team Members",
    description: "Who can be booked. Choose users, type ids, or write JSON such as `{ \"userId\": \"id of a user\", \"priority\": 0.5, \"isPrimary\": true, \"locationConfigurations\": [{ \"kind\": \"physical\", \"location\": \"12 Harbor Street\" }] }` (priority 0, 0.5 or 1). Replaces the present team of a calendar",
    optional: true,
  },
  locationConfigurations: {
    type: "string[]",
    label: "Meeting Locations",
    description: "Where one meets, for calendars of the type event; for the others it stands with each team member. Choose some, write one with its address such as `physical: 12 Harbor Street`, or JSON such as `{ \"kind\": \"custom\", \"location\": \"https://example.com/room\" }`",
    options: KINDS,
    optional: true,
  },
};

/** HighLevel gives each meeting location an id of its own. */
const ANSWERED_PLACE = ["meetingId"];
const placeOf = (answer: Fields): Fields => Object.fromEntries(Object.entries(answer).filter(([name]) => !ANSWERED_PLACE.includes(name)));

const memberForm: ItemForm = {
  keys: ["userId", "priority", "isPrimary", "locationConfigurations"],
  answered: ["meetingLocationType", "meetingLocation"],
  fromObject: (member) => (Array.isArray(member.locationConfigurations)
    ? { ...member, locationConfigurations: member.locationConfigurations.map(placeOf) }
    : member),
  example: '{ "userId": "id of a user", "priority": 0.5 }, or the id alone',
  fromText: (text) => (/^[\w-]+$/.test(text) ? { userId: text } : undefined),
};

const placeForm: ItemForm = {
  keys: ["kind", "location"],
  answered: ANSWERED_PLACE,
  example: "zoom_conference, or physical: 12 Harbor Street",
  fromText: (text) => {
    const [, written = "", location] = /^([^:]+)(?::\s*(.+))?$/.exec(text) ?? [];
    const kind = choiceOf(written, { label: "Meeting Locations", options: KINDS });
    return kind === undefined ? undefined : { kind, ...(location && { location }) };
  },
};

const NEED_TEAM = ["round_robin", "collective", "class_booking", "service_booking", "personal"];
const ONE_PLACE = ["class_booking", "collective"];
const nameOf = (type: string) => calendarTypes.find(({ value }) => value === type)?.label.toLowerCase() ?? type;
const placesOf = ({ locationConfigurations }: Fields) => (Array.isArray(locationConfigurations) ? locationConfigurations.length : 0);

/** What HighLevel asks of the team of each type of calendar. @param type empty where it is not known (it cannot be changed) */
function checkTeam(type: string, members: Fields[] | undefined, { enableRecurring }: ActionInstance): void {
  const count = members?.length ?? 0;
  if (NEED_TEAM.includes(type) && count === 0) throw new ConfigurationError(`Team Members: a calendar of the type ${nameOf(type)} needs someone who can be booked. Choose at least one user.`);
  if (type === "personal" && count > 1) throw new ConfigurationError(`Team Members: a personal calendar has exactly one, but ${count} were given.`);
  if (enableRecurring === true && count > 1) throw new ConfigurationError(`Recurring appointments are possible with one team member only, but ${count} were given. Leave out Recurring, or keep one.`);
  if (!members) return;
  if (members.filter(({ isPrimary }) => isPrimary === true).length > 1) throw new ConfigurationError("Team Members: only one of them can be primary.");
  const places = Math.max(...members.map(placesOf));
  if (places > 1 && (members.length > 1 || ONE_PLACE.includes(type))) {
    throw new ConfigurationError("Team Members: more than one meeting location is possible only with a single team member, and not for a class or collective calendar. Keep one in locationConfigurations.");
  }
}

const teamMembers: FieldSpec = {
  name: "teamMembers",
  props: ["teamMembers", "calendarType", "enableRecurring"],
  read: ({ props }) => {
    const type = String(props.calendarType ?? "");
    const members = readItems(props.teamMembers, "Team Members", memberForm);
    checkTeam(type, members, props);
    // A collective calendar must have a primary member.
    if (type !== "collective" || !members || members.some(({ isPrimary }) => isPrimary === true)) return members;
    return members.map((member, index) => ({ ...member, isPrimary: index === 0 }));
  },
};

const locationConfigurations: FieldSpec = {
  name: "locationConfigurations",
  props: ["locationConfigurations", "calendarType"],
  read: ({ props }) => {
    const places = readItems(props.locationConfigurations, "Meeting Locations", placeForm);
    const call = props.calendarType === "event" ? places?.find(({ kind }) => String(kind).endsWith("_conference")) : undefined;
    if (!call) return places;
    throw new ConfigurationError(`Meeting Locations: a calendar of the type event cannot use ${call.kind}. Write the link as "custom: https://…".`);
  },
};

/** What is sent for {@link calendarTeam}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar */
export const calendarTeamBody: FieldSpec[] = [teamMembers, locationConfigurations];
