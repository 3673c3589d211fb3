/** Props that several operations share, by name. Ids are dropdowns with names; a typed id is always accepted. */
export { pollBudget } from "../polling/props.ts";
export { filterField, filterOperator } from "./contact-filters.ts";
export * from "./definitions/agencies.ts";
export * from "./definitions/associations.ts";
export * from "./definitions/blogs.ts";
export * from "./definitions/calendars.ts";
export * from "./definitions/calendars-extras.ts";
export * from "./definitions/contacts.ts";
export * from "./definitions/conversations.ts";
export * from "./definitions/opportunities.ts";
