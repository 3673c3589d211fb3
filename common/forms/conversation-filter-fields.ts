import * as api from "../api/endpoints.ts";
import { zoneOf } from "../input/times.ts";
import type { FieldSpec } from "../input/fields.ts";
import { conversationFilterNames, conversationFilters } from "./conversation-filters.ts";

/** HighLevel's names of the filters that are times, by the props they come from. */
const TIMES: Record<string, string> = { createdAfter: "startDate", createdBefore: "endDate" };

/** {@link conversationFilters} one by one, as fields of an action. */
export const conversationFilterFields: FieldSpec[] = conversationFilterNames.map((prop) => {
  const name = TIMES[prop] ?? prop;
  return {
    name,
    props: [prop],
    ...(prop in TIMES && { calls: [api.getLocation] }),
    read: async (input) => (await conversationFilters({ [prop]: input.props[prop] }, () => zoneOf(input)))[name],
  };
});
