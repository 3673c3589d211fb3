import type { TriggerRows } from "../trigger-row.ts";

export default {
  "get-company": {},
  "list-custom-fields": {},
  "list-locations": { props: () => ({ email: "office@example.com" }) },
  "list-snapshots": {},
} satisfies TriggerRows;
