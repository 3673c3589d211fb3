import { operation } from "../../local/facts/index.ts";
import type { CatalogRow } from "../bundle/catalog-row.ts";

/** Which tokens an operation accepts: those that all its calls accept. */
export function tokenKind({ endpoints }: Pick<CatalogRow, "endpoints">): "sub-account" | "agency" | "either" {
  const access = endpoints.map(({ method, path }) => operation(method, path).access);
  const accepts = (kind: string) => access.every((list) => list.length === 0 || list.some((name) => name === "bearer" || name.startsWith(kind)));
  if (!accepts("Agency")) return "sub-account";
  if (!accepts("Location")) return "agency";
  return access.some((list) => list.includes("bearer")) ? "sub-account" : "either";
}
