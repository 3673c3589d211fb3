import { ConfigurationError } from "#platform";
import { readItems } from "../input/items.ts";
import type { ItemForm } from "../input/items.ts";
import type { FieldSpec } from "../input/fields.ts";
import { isEmpty } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import { MEETING_LOCATION_KINDS } from "../resources/calendars.ts";
import { choiceOf } from "../input/choices.ts";
import type { ActionInstance, Fields } from "../core/types.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** Types of calendar. */
const calendarTypes = [
  { label: "Round robin", value: "round_robin" },
  { label: "Personal", value: "personal" },
  { label: "Class", value: "class_booking" },
  { label: "Collective", value: "collective" },
  { label: "Service", value: "service_booking" },
  { label: "Event", value: "event" },
];

/** Spread into an operation that creates a calendar. */
export const calendarType = {
  calendarType: {
    type: "string",
    label: "Type",
    description: "The type of calendar; it cannot be changed later. Left empty, it is a round-robin calendar if you choose team members, otherwise an event calendar. All types but Event need team members; Personal takes exactly one. In a collective calendar the first member is primary, unless you mark another",
    options: calendarTypes,
    optional: true,
  },
};

/** Spread into an operation that writes a calendar: who takes the appointments, and where they take place. */
export const calendarTeam = {
  teamMembers: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    type: "string[]",
    label: "Team Members",
    description: "The users who can be booked. Choose them, type user IDs, or enter JSON such as `{ \"userId\": \"ID of a user\", \"priority\": 0.5, \"isPrimary\": true, \"locationConfigurations\": [{ \"kind\": \"physical\", \"location\": \"12 Harbor Street\" }] }` (priority 0, 0.5 or 1)",
    optional: true,
  },
  locationConfigurations: {
    type: "string[]",
    label: "Meeting Locations",
    description: "Where meetings take place, for event calendars; in other calendars each team member has their own. Choose locations, enter one with its address such as `physical: 12 Harbor Street`, or enter JSON such as `{ \"kind\": \"custom\", \"location\": \"https://example.com/room\" }`",
    options: MEETING_LOCATION_KINDS,
    optional: true,
  },
};

/** The type of a new calendar. HighLevel's description does not say what it makes of an empty one, so it is always sent. */
export const newTypeOf = ({ calendarType: type, teamMembers: members }: ActionInstance): string => (
  isEmpty(type) ? (isEmpty(members) ? "event" : "round_robin") : String(type)
);

export const newCalendarType: FieldSpec = { name: "calendarType", props: ["calendarType", "teamMembers"], read: ({ props }) => newTypeOf(props) };

/** HighLevel gives each meeting location an id of its own. */
const ANSWERED_PLACE = ["meetingId"];
const placeOf = (answer: Fields): Fields => Object.fromEntries(Object.entries(answer).filter(([name]) => !ANSWERED_PLACE.includes(name)));

const memberForm: ItemForm = {
  keys: ["userId", "priority", "isPrimary", "locationConfigurations"],
  answered: ["meetingLocationType", "meetingLocation"],
  fromObject: (member) => (Array.isArray(member.locationConfigurations)
    ? { ...member, locationConfigurations: member.locationConfigurations.map(placeOf) }
    : member),
  example: '{ "userId": "ID of a user", "priority": 0.5 }, or the ID alone',
  fromText: (text) => (/^[\w-]+$/.test(text) ? { userId: text } : undefined),
};

const placeForm: ItemForm = {
  keys: ["kind", "location"],
  answered: ANSWERED_PLACE,
  example: "zoom_conference, or physical: 12 Harbor Street",
  fromText: (text) => {
    const [, written = "", location] = /^([^:]+)(?::\s*(.+))?$/.exec(text) ?? [];
    const kind = choiceOf(written, { label: "Meeting Locations", options: MEETING_LOCATION_KINDS });
    return kind === undefined ? undefined : { kind, ...(location && { location }) };
  },
};

const NEED_TEAM = ["round_robin", "collective", "class_booking", "service_booking", "personal"];
const ONE_PLACE = ["class_booking", "collective"];
const nameOf = (type: string) => calendarTypes.find(({ value }) => value === type)?.label.toLowerCase().replace(" ", "-") ?? type;
const placesOf = ({ locationConfigurations }: Fields) => (Array.isArray(locationConfigurations) ? locationConfigurations.length : 0);

/** What HighLevel asks of the team of each type of calendar. @param type empty where it is not known (it cannot be changed) */
function checkTeam(type: string, members: Fields[] | undefined, { enableRecurring }: ActionInstance): void {
  const count = members?.length ?? 0;
  if (NEED_TEAM.includes(type) && count === 0) throw new ConfigurationError(`Team Members: a ${nameOf(type)} calendar needs someone who can be booked. Choose at least one user.`);
  if (type === "personal" && count > 1) throw new ConfigurationError(`Team Members: a personal calendar has exactly one, but ${count} are chosen.`);
  if (enableRecurring === true && count > 1) throw new ConfigurationError(`Recurring Appointments: only a calendar with one team member can have them, but ${count} are chosen. Switch off Recurring Appointments, or keep one member.`);
  if (!members) return;
  if (members.filter(({ isPrimary }) => isPrimary === true).length > 1) throw new ConfigurationError("Team Members: only one of them can be primary.");
  const places = Math.max(...members.map(placesOf));
  if (places > 1 && (members.length > 1 || ONE_PLACE.includes(type))) {
    throw new ConfigurationError("Team Members: only a single team member can have more than one meeting location, and not in a class or collective calendar. Keep one in locationConfigurations.");
  }
}

/** What is sent for {@link calendarTeam}. @param typeOf the type of the calendar, empty where it is not known */
export const calendarTeamBody = (typeOf: (props: ActionInstance) => string): FieldSpec[] => [
  {
    name: "teamMembers",
    props: ["teamMembers", "calendarType", "enableRecurring"],
    read: ({ props }) => {
      const type = typeOf(props);
      const members = readItems(props.teamMembers, "Team Members", memberForm);
      checkTeam(type, members, props);
      // A collective calendar must have a primary member.
      if (type !== "collective" || !members || members.some(({ isPrimary }) => isPrimary === true)) return members;
      return members.map((member, index) => ({ ...member, isPrimary: index === 0 }));
    },
  },
  {
    name: "locationConfigurations",
    props: ["locationConfigurations", "calendarType"],
    read: ({ props }) => {
      const places = readItems(props.locationConfigurations, "Meeting Locations", placeForm);
      const call = typeOf(props) === "event" ? places?.find(({ kind }) => String(kind).endsWith("_conference")) : undefined;
      if (!call) return places;
      throw new ConfigurationError(`Meeting Locations: an event calendar cannot use ${call.kind}. Enter the link as "custom: https://…".`);
    },
  },
];
