import { toMs } from "../time.ts";
import type { Fields } from "../types.ts";
import type { Cursor, ReadPage } from "./schemes.ts";

/**
 * Conversations whose last message is of the same ms, more of them than a page holds: the search cannot continue in
 * their midst, but it can be asked for those that began in a span of time. A span that is still too full is narrowed
 * to the earlier half of what it showed, one that was read whole is followed by the rest.
 */

/** The time that the search sorts a conversation by, epoch ms. */
export const timeOf = (item: Fields | undefined) => (Array.isArray(item?.sort) ? toMs(item.sort[0]) : undefined);

/** The step from a time to the cursor from which a page begins with it, ms: the search continues behind its cursor. */
export const backOf = ({ asked }: ReadPage) => (asked.sort === "asc" ? -1 : 1);

/** The time, epoch ms, whose ties the page was asked for, by such a span. */
export function tieOf(page: ReadPage): number | undefined {
  const { startAfterDate, startDate, endDate } = page.cursor ?? {};
  return startDate === undefined && endDate === undefined ? undefined : Number(startAfterDate) - backOf(page);
}

/** More began in one ms than HighLevel shows, and nothing else divides them. */
function passOver(shown: number, began = NaN): void {
  const when = Number.isNaN(began) ? "one time" : new Date(began).toISOString();
  console.log(
    `HighLevel shows only ${shown} of the conversations that began at ${when} and whose last messages share a time too: the others are skipped. `
    + "Filters that divide them, such as the type or direction of the last message or the assigned user, make it show more.",
  );
}

/**
 * The span that the next page of a tie asks for, as `startDate` and `endDate`, epoch ms.
 * The ends of two spans overlap by one ms, as it is not documented whether they belong to them.
 * @param isWhole whether the page shows all of its own span
 * @returns undefined where all spans have been read
 * @see https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation
 */
export function nextSpan({ items, cursor, asked }: ReadPage, isWhole: boolean): Cursor | undefined {
  const from = Number(asked.startDate ?? -Infinity);
  const to = Number(asked.endDate ?? Infinity);
  if (!isWhole) {
    const began = items.flatMap(({ dateAdded }) => toMs(dateAdded) ?? []);
    const earlier = began.filter((time) => time < to).sort((a, b) => a - b);
    const end = earlier[Math.floor((earlier.length - 1) / 2)] ?? to - 1;
    const isDivisible = began.length > 0 && began.every((time) => time >= from && time <= to);
    if (isDivisible && end >= from) return { ...(cursor?.startDate !== undefined && { startDate: cursor.startDate }), endDate: end };
    passOver(items.length, began[0]);
    // Spans are of no use where HighLevel pays no heed to them, or does not say when conversations began.
    if (!isDivisible) return undefined;
  }
  if (cursor?.endDate === undefined) return undefined;
  return { startDate: isWhole && to > from ? to : to + 1 };
}
