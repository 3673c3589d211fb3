import { catalog } from "../../local/facts/index.ts";

const promised = new Set(catalog().map(({ slug }) => slug));

/** Whether an operation is one of the catalog; others may stand beside them. */
export const isPromised = (slug: string): boolean => promised.has(slug);
