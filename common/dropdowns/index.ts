/** Shared props by name. Ids are dropdowns of names; typed ids are always accepted. */
export { pollBudget } from "../input/polling-props.ts";
export { filterField, filterOperator } from "./contact-filter-fields.ts";
export * from "./agencies.ts";
export * from "./associations.ts";
export * from "./blogs.ts";
export * from "./calendars.ts";
export * from "./calendars-extras.ts";
export * from "./contacts.ts";
export * from "./conversations.ts";
export * from "./opportunities.ts";
