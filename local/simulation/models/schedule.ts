import type { ModelRow } from "../model.ts";
import { diaryModels } from "./diaries.ts";
import { slotModels } from "./slots.ts";

/** Triggers for booked, blocked and free times. */
export const scheduleModels: ModelRow[] = [...slotModels, ...diaryModels];
