import type { ModelRow } from "../model.ts";
import { accountModels } from "./accounts.ts";
import { associationModels } from "./associations.ts";
import { blogModels } from "./blogs.ts";
import { calendarModels } from "./calendars.ts";
import { contactModels } from "./contacts.ts";
import { conversationModels } from "./conversations.ts";
import { opportunityModels } from "./opportunities.ts";
import { scheduleModels } from "./schedule.ts";

/** How each trigger is simulated; a trigger may have several rows. */
export const models: ModelRow[] = [
  ...contactModels,
  ...accountModels,
  ...conversationModels,
  ...opportunityModels,
  ...calendarModels,
  ...scheduleModels,
  ...blogModels,
  ...associationModels,
];
