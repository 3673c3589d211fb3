import { renamed } from "../input/fields.ts";
import { isEmpty } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import type { FieldSpec } from "../input/fields.ts";

/** Spread into an operation: how the records found are sorted. @param options the endpoint's own names of what it sorts by */
export const sortProps = (options: { label: string; value: string }[]) => ({
  sortBy: {
    type: "string",
    label: "Sort By",
    description: "What to sort the results by. Leave it empty for HighLevel's own order",
    options,
    optional: true,
  },
  sortDirection: {
    type: "string",
    label: "Sort Direction",
    description: "Which end to begin at",
    options: [{ label: "Ascending (oldest, smallest, A first)", value: "asc" }, { label: "Descending (newest, largest, Z first)", value: "desc" }],
    optional: true,
    default: "desc",
  },
});

/** The body's `sort`, as the searches for contacts and opportunities take it. */
export const searchSort: FieldSpec = {
  name: "sort",
  props: ["sortBy", "sortDirection"],
  read: ({ props: { sortBy, sortDirection } }): Fields[] | undefined => (isEmpty(sortBy) ? undefined : [{ field: sortBy, direction: sortDirection ?? "desc" }]),
};

/** The same as query parameters: `sortBy`, and the direction under the endpoint's own name. */
export const querySort = (direction: string): FieldSpec[] => [renamed("sortBy", "sortBy"), {
  name: direction,
  props: ["sortBy", "sortDirection"],
  read: ({ props: { sortBy, sortDirection } }) => (isEmpty(sortBy) ? undefined : sortDirection ?? "desc"),
}];
