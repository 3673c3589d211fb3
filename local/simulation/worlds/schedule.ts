import type { WorldRow } from "../world.ts";
import { diaryWorlds } from "./diaries.ts";
import { slotWorlds } from "./slots.ts";

/** Triggers of what is booked, blocked and free. */
export const scheduleWorlds: WorldRow[] = [...slotWorlds, ...diaryWorlds];
