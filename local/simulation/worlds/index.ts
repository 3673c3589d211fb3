import type { WorldRow } from "../world.ts";
import { accountWorlds } from "./accounts.ts";
import { associationWorlds } from "./associations.ts";
import { blogWorlds } from "./blogs.ts";
import { calendarWorlds } from "./calendars.ts";
import { contactWorlds } from "./contacts.ts";
import { conversationWorlds } from "./conversations.ts";
import { opportunityWorlds } from "./opportunities.ts";
import { scheduleWorlds } from "./schedule.ts";

/** How each trigger is played; a trigger may have several rows. */
export const worlds: WorldRow[] = [
  ...contactWorlds,
  ...accountWorlds,
  ...conversationWorlds,
  ...opportunityWorlds,
  ...calendarWorlds,
  ...scheduleWorlds,
  ...blogWorlds,
  ...associationWorlds,
];
