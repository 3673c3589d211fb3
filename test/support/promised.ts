import { catalog } from "../../local/facts/index.ts";

const promised = new Set(catalog().map(({ slug }) => slug));

/** Whether an operation is in the catalog; there may be others. */
export const isPromised = (slug: string): boolean => promised.has(slug);
