import type { TriggerRows } from "../trigger-row.ts";

export default {
  "list-campaigns": {},
} satisfies TriggerRows;
