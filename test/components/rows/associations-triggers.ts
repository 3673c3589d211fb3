import type { TriggerRows } from "../trigger-row.ts";

export default {
  "find-associations": {},
  "get-association": {},
  "get-association-by-keys": {},
  "get-association-key": {},
  "get-relations-by-record": {},
} satisfies TriggerRows;
