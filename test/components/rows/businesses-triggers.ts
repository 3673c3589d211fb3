import type { TriggerRows } from "../trigger-row.ts";

export default {
  "get-business": {},
  "list-businesses-by-location": {},
} satisfies TriggerRows;
