import { paceMs } from "../api/http/limits.ts";
import type { ApiRequest } from "../api/http/request.ts";
import { sleep } from "../api/http/sleep.ts";
import type { Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import type { Input } from "../input/fields.ts";
import { reasonOf } from "../api/http/errors.ts";
import { PartialFailureError } from "./partial-failure.ts";
import { counted } from "../core/text/values.ts";

/** How much of the step's time one more batch must leave, ms. */
const RESERVE_MS = 5_000;
/** Ids that an error lists; all of them are exported. */
const LISTED = 100;

export interface Batches<R> {
  ids: string[];
  /** Most ids a request. */
  size: number;
  request(batch: string[]): ApiRequest;
  /** One result for each id of the batch, in the same order. */
  results(batch: string[], answer: Fields): R[];
  /** One line: how far it got. */
  progress(results: R[]): string;
  /** What a repetition does to ids that are done already. */
  repeating: string;
}

/**
 * Sends many ids in batches, one after the other, at the pace the API's limits allow. Exports the progress as `$summary`.
 * @returns a result for each id
 * @throws PartialFailureError if a batch after the first fails: with the results so far and the ids that are left, which are exported too
 */
export async function inBatches<R>({ app, $ }: Input, { ids, size, request, results: read, progress, repeating }: Batches<R>): Promise<R[]> {
  const deadline = deadlineOf($);
  const results: R[] = [];
  while (results.length < ids.length) {
    const batch = ids.slice(results.length, results.length + size);
    try {
      if (deadline !== undefined && results.length > 0 && Date.now() > deadline - RESERVE_MS) throw new Error("The time that this step may take is nearly over.");
      const { data, limit } = await app.send<Fields>({ ...request(batch), deadline, $ });
      results.push(...read(batch, data));
      $.export("$summary", progress(results));
      if (results.length < ids.length) await sleep(paceMs(limit));
    } catch (error) {
      if (results.length === 0) throw error;
      const remaining = ids.slice(results.length);
      $.export("results", results);
      $.export("remaining", remaining);
      const more = remaining.length > LISTED ? ` and ${remaining.length - LISTED} more (all are in this step's export "remaining")` : "";
      throw new PartialFailureError(
        `${reasonOf(error)} ${progress(results)} before that. Not confirmed: ${remaining.slice(0, LISTED).join(", ")}${more}. Run this again with those; ${repeating}.`,
        { results, remaining },
        error,
      );
    }
  }
  return results;
}

/** Reasons that a summary gives. */
const MOST_REASONS = 3;

/** "98 of 100 contacts (1 refused: contact is deleted; 1 unclear)", with HighLevel's own words where it gives any. */
export function tally(results: { succeeded: boolean | null; message?: unknown }[], total: number, noun: string): string {
  const having = (wanted: boolean | null) => results.filter(({ succeeded }) => succeeded === wanted).length;
  const words = results.filter(({ succeeded }) => succeeded === false).map(({ message }) => message).filter((message) => typeof message === "string" && message !== "");
  const reasons = [...new Set(words)].slice(0, MOST_REASONS).join(", ");
  const notes = [
    having(false) && `${having(false)} refused${reasons && `: ${reasons}`}`,
    having(null) && `${having(null)} unclear`,
  ].filter(Boolean);
  return `${having(true)} of ${counted(total, noun)}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
}
