import type { Resource } from "../resource.ts";
import { appointmentNotes } from "./appointment-notes.ts";
import { appointments } from "./appointments.ts";
import { associations } from "./associations.ts";
import { blogs } from "./blogs.ts";
import { callMedia } from "./call-media.ts";
import { conversations } from "./conversations.ts";
import { messages } from "./messages.ts";
import { objects } from "./objects.ts";
import { sending } from "./send-message.ts";
import { blockedSlots } from "./blocked-slots.ts";
import { businesses } from "./businesses.ts";
import { calendarEvents } from "./calendar-events.ts";
import { calendarGroups } from "./calendar-groups.ts";
import { calendarNotifications } from "./calendar-notifications.ts";
import { calendarResources } from "./calendar-resources.ts";
import { calendars } from "./calendars.ts";
import { campaigns } from "./campaigns.ts";
import { companies } from "./companies.ts";
import { contactLists } from "./contact-lists.ts";
import { contacts } from "./contacts.ts";
import { customFields } from "./custom-fields.ts";
import { followers } from "./followers.ts";
import { locations } from "./locations.ts";
import { notes } from "./notes.ts";
import { oauth } from "./oauth.ts";
import { opportunities } from "./opportunities.ts";
import { pipelines } from "./pipelines.ts";
import { snapshots } from "./snapshots.ts";
import { tags } from "./tags.ts";
import { tasks } from "./tasks.ts";
import { users } from "./users.ts";
import { workflows } from "./workflows.ts";

/** All operations of the sandbox. A new resource is one file here and one line in this list. */
export const resources: Resource = {
  ...contacts, ...contactLists, ...tasks, ...notes, ...tags, ...followers, ...campaigns, ...workflows, ...appointments,
  ...businesses, ...users, ...locations, ...customFields, ...oauth,
  ...calendars, ...calendarGroups, ...calendarEvents, ...blockedSlots,
  ...appointmentNotes, ...calendarNotifications, ...calendarResources, ...snapshots,
  ...opportunities, ...pipelines, ...companies,
  ...conversations, ...messages, ...sending, ...callMedia, ...associations, ...objects, ...blogs,
};
