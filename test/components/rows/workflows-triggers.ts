import type { TriggerRows } from "../trigger-row.ts";

export default {
  "list-workflows": {},
} satisfies TriggerRows;
