import { toMs } from "../../core/time.ts";
import type { Fields } from "../../core/types.ts";
import type { Cursor, ReadPage } from "./paginators.ts";

/**
 * Conversations whose last message is from the same ms, more than fit on a page: the search cannot continue among them,
 * but it can filter by when they began. A span that is still too full is narrowed to the earlier half of what it showed;
 * after a span that was read completely comes the rest.
 */

/** The time that the search sorts a conversation by, epoch ms. */
export const timeOf = (item: Fields | undefined) => (Array.isArray(item?.sort) ? toMs(item.sort[0]) : undefined);

/** Offset from a time to the cursor whose page begins with it, ms: the search continues after its cursor. */
export const backOf = ({ asked }: ReadPage) => (asked.sort === "asc" ? -1 : 1);

/** The timestamp, epoch ms, whose conversations the page was requested for; undefined on other pages. */
export function sharedTimeOf(page: ReadPage): number | undefined {
  const { startAfterDate, startDate, endDate } = page.cursor ?? {};
  return startDate === undefined && endDate === undefined ? undefined : Number(startAfterDate) - backOf(page);
}

/** Records of a list that HighLevel does not show. */
export interface Hidden {
  /** Their time in the list, epoch ms. */
  time: number;
  /** For people: which records, and what to do. */
  text: string;
}

const spanOf = ({ startDate, endDate }: Fields) => ({ from: Number(startDate ?? -Infinity), to: Number(endDate ?? Infinity) });
const beganOf = ({ items }: ReadPage) => items.flatMap(({ dateAdded }) => toMs(dateAdded) ?? []);

/** Whether HighLevel applied the span's dates and says when conversations began; otherwise spans are useless. */
function isHeeded(page: ReadPage): boolean {
  const { from, to } = spanOf(page.asked);
  const began = beganOf(page);
  return began.length > 0 && began.every((time) => time >= from && time <= to);
}

/** The end of the earlier part of a span that is too full, epoch ms; undefined where it cannot be divided further. */
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
 * @param isWhole whether the page shows all of its span
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
 * The span to request for the next page of one timestamp, as `startDate` and `endDate`, epoch ms.
 * Spans overlap by one ms: whether their ends are inclusive is not documented.
 * @param isWhole whether the page shows all of its span
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
