import type { ModelRow } from "../model.ts";
import { diaryModels } from "./diaries.ts";
import { slotModels } from "./slots.ts";

/** Triggers of what is booked, blocked and free. */
export const scheduleModels: ModelRow[] = [...slotModels, ...diaryModels];
