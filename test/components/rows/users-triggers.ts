import type { TriggerRows } from "../trigger-row.ts";

const ONE = "an email belongs to one user";

export default {
  "filter-users-by-email": { props: () => ({ email: "dana.merritt@example.com" }), leftOut: { skip: ONE, limit: ONE } },
  "get-user": {},
  "list-users-by-location": {},
  "search-users": { props: () => ({ query: "a" }) },
} satisfies TriggerRows;
