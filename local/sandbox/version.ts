import type { Operation } from "../facts/index.ts";
import { badRequest, unauthorized } from "./errors.ts";

/** HighLevel's dated versions; every operation accepts all of them. v3 has other shapes, which the sandbox does not support. */
const VERSIONS = ["2021-04-15", "2021-07-28", "2023-02-21"];

/**
 * Checks the `Version` header of a request.
 * @throws ApiError 401 if it is missing, 400 if there is no such version
 */
export function checkVersion({ version: declared }: Operation, header: string | string[] | undefined): void {
  if (declared === null) return;
  if (!header) throw unauthorized("version header was not found.");
  if (typeof header !== "string" || !VERSIONS.includes(header)) throw badRequest(`Invalid API version segment '${header}' at position 0`);
}
