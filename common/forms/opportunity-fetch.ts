import { isEmpty, textsOf } from "../core/text/values.ts";
import { formOf } from "../input/choices.ts";
import { locationId, renamed } from "../input/fields.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import type { Rule } from "../input/rules.ts";
import { countries, namesOf, OTHER_COUNTRY } from "./countries.ts";
import { CREATED, detailsOf, filterGroup, OPPORTUNITY_FILTERS, opportunitySearchProps, opportunitySearchRules, SIMPLE_DETAILS } from "./opportunity-search.ts";
import { searchSort, sortProps } from "./sorting.ts";

/** Spread into the action: {@link opportunitySearchProps}, and how the opportunities are sorted. */
export const opportunityFetchProps = {
  ...opportunitySearchProps,
  searchWith: {
    ...opportunitySearchProps.searchWith,
    description: "The simple search can filter by campaign and country, but does not support JSON filters, and sorts by the date added only",
    options: [{ label: "Advanced search", value: "advanced" }, { label: "Simple search", value: "simple" }],
  },
  include: { ...opportunitySearchProps.include, description: "What to add to each opportunity. The simple search has no unread conversations" },
  ...sortProps([
    { label: "Date added", value: CREATED }, { label: "Date of the last change", value: "date_updated" }, { label: "Name", value: "name" }, { label: "Value", value: "monetary_value" },
    { label: "Date of the last status change", value: "last_status_change_date" }, { label: "Date of the last stage change", value: "last_stage_change_date" },
  ]),
};

export const opportunityFetchForm = formOf(opportunityFetchProps, { open: { country: OTHER_COUNTRY }, also: { country: namesOf(countries) } });

export const opportunityFetchRules: Rule[] = [...opportunitySearchRules, {
  fields: ["sortBy"], filled: "none", when: [{ field: "searchWith", is: ["simple"] }, { field: "sortBy", isNot: [CREATED] }],
  why: "The simple search sorts by the date added only. To sort by something else, choose the advanced search in Search With.",
}];

/** The body of the advanced search. */
export const advancedSearchFields: Field[] = [
  locationId,
  "query",
  { name: "filters", props: [...Object.values(OPPORTUNITY_FILTERS), "filters"], read: ({ props }) => filterGroup(props) },
  searchSort,
  { name: "additionalDetails", props: ["include"], read: ({ props }) => detailsOf(props) },
];

/** The query of the simple search. */
export const simpleSearchFields: Field[] = [
  { ...locationId, name: "location_id" },
  renamed("q", "query"),
  ...Object.entries(OPPORTUNITY_FILTERS).map(([name, prop]) => renamed(name, prop)),
  "campaignId",
  "country",
  { name: "order", props: ["sortBy", "sortDirection"], read: ({ props: { sortBy, sortDirection } }) => (isEmpty(sortBy) ? undefined : `added_${String(sortDirection ?? "desc")}`) },
  ...Object.entries(SIMPLE_DETAILS).map(([name, detail]): FieldSpec => ({ name, props: ["include"], read: ({ props }) => textsOf(props.include).includes(detail) || undefined })),
];
