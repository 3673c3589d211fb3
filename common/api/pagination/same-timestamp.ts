import { toMs } from "../../core/time.ts";
import type { Fields } from "../../core/types.ts";
import type { Cursor, ReadPage } from "./paginators.ts";

/**
 * Conversations whose last message is of the same ms, more of them than a page holds: the search cannot continue in
 * their midst, but it can be asked for those that began in a span of time. A span that is still too full is narrowed
 * to the earlier half of what it showed, one that was read whole is followed by the rest.
 */

/** The time that the search sorts a conversation by, epoch ms. */
export const timeOf = (item: Fields | undefined) => (Array.isArray(item?.sort) ? toMs(item.sort[0]) : undefined);

/** The step from a time to the cursor from which a page begins with it, ms: the search continues behind its cursor. */
export const backOf = ({ asked }: ReadPage) => (asked.sort === "asc" ? -1 : 1);

/** The timestamp, epoch ms, that all conversations of the page share, where it was asked for by such a span. */
export function sharedTimeOf(page: ReadPage): number | undefined {
  const { startAfterDate, startDate, endDate } = page.cursor ?? {};
  return startDate === undefined && endDate === undefined ? undefined : Number(startAfterDate) - backOf(page);
}

/** Records of a list that HighLevel does not show. */
export interface Hidden {
  /** The time that the list gives them, epoch ms. */
  time: number;
  /** For people: which they are, and what to do. */
  text: string;
}

const spanOf = ({ startDate, endDate }: Fields) => ({ from: Number(startDate ?? -Infinity), to: Number(endDate ?? Infinity) });
const beganOf = ({ items }: ReadPage) => items.flatMap(({ dateAdded }) => toMs(dateAdded) ?? []);

/** Spans are of no use where HighLevel pays no heed to them, or does not say when conversations began. */
function isHeeded(page: ReadPage): boolean {
  const { from, to } = spanOf(page.asked);
  const began = beganOf(page);
  return began.length > 0 && began.every((time) => time >= from && time <= to);
}

/** The end of the earlier part of a span that is too full, epoch ms; undefined where it cannot be divided any more. */
function endOfPart(page: ReadPage): number | undefined {
  if (!isHeeded(page)) return undefined;
  const { from, to } = spanOf(page.asked);
  const earlier = beganOf(page).filter((time) => time < to).sort((a, b) => a - b);
  const end = earlier[Math.floor((earlier.length - 1) / 2)] ?? to - 1;
  return end >= from ? end : undefined;
}

const iso = (time: number) => new Date(time).toISOString();

/**
 * The conversations of one timestamp that HighLevel does not show.
 * @param isWhole whether the page shows all of its own span
 * @param time the timestamp, epoch ms
 */
export function hiddenOf(page: ReadPage, isWhole: boolean, time: number): Hidden | undefined {
  if (isWhole || endOfPart(page) !== undefined) return undefined;
  const { items: { length } } = page;
  const began = isHeeded(page) ? beganOf(page)[0] : undefined;
  const text = `${length} or more conversations ${began === undefined ? "" : `began at the same moment (${iso(began)}) and `}had their last message at the same moment (${iso(time)}). `
    + `HighLevel shows no more than ${length} of them, so others may be missing here; everything else is complete. `
    + "Look for the others in HighLevel, or with several searches whose filters divide them, such as Assigned To, Status, or the type or direction of the last message.";
  return { time, text };
}

/**
 * The span that the next page of one timestamp asks for, as `startDate` and `endDate`, epoch ms.
 * The ends of two spans overlap by one ms, as it is not documented whether they belong to them.
 * @param isWhole whether the page shows all of its own span
 * @returns undefined where all spans have been read
 * @see https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation
 */
export function nextSpan(page: ReadPage, isWhole: boolean): Cursor | undefined {
  const { cursor, asked } = page;
  const { from, to } = spanOf(asked);
  const endDate = isWhole ? undefined : endOfPart(page);
  if (endDate !== undefined) return { ...(cursor?.startDate !== undefined && { startDate: cursor.startDate }), endDate };
  if (cursor?.endDate === undefined || !(isWhole || isHeeded(page))) return undefined;
  return { startDate: isWhole && to > from ? to : to + 1 };
}
