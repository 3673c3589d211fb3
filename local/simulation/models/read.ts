/** Reads fields of events, in whatever form the API gives them. */

/** Text; "" for anything else. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Epoch ms of a time as a number or in ISO form; undefined for anything else. */
export const ms = (value: unknown): number | undefined => {
  const time = typeof value === "number" ? value : Date.parse(text(value));
  return Number.isNaN(time) ? undefined : time;
};
