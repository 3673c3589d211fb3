import type { ListCall, ListRequest, Page } from "../api/pagination/paginate.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { locationId } from "../input/fields.ts";
import type { Field, Input } from "../input/fields.ts";
import { spanFields } from "../input/times.ts";
import { allLists, calendarWindowProps, ownerIn, OWNERS } from "./calendar-window.ts";
import type { Pages } from "./calendar-window.ts";

const time = (label: string, description: string) => ({ type: "string", label, description });

/** Spread into an action that fetches what starts in a span of time. */
export const spanProps = {
  startTime: time("From", "The start of the span, such as `2026-12-01` or `2026-12-01T09:00:00-05:00`. Without an offset, the time is in the sub-account's time zone"),
  endTime: time("To", "The end of the span, such as `2026-12-31`, which includes that day, or `2026-12-31T18:00:00-05:00`. Without an offset, the time is in the sub-account's time zone"),
};

/** Spread into an action that fetches what stands in calendars. */
export const calendarSpanProps = {
  ...spanProps,
  calendarId: {
    ...calendarWindowProps.calendarId,
    description: "Fetch only from this calendar. Choose one, or type a calendar ID. If Calendar, User and Calendar Group are all empty, the whole sub-account is read, at one request for each calendar",
  },
  userId: { ...calendarWindowProps.userId, description: "Fetch only from this user's calendar. Choose one, or type a user ID" },
  groupId: { ...calendarWindowProps.groupId, description: "Fetch only from the calendars of this group. Choose one, or type a group ID (the list needs the scope `calendars/groups.readonly`)" },
};

/** What is sent for {@link calendarSpanProps}. */
export const calendarSpanQuery: Field[] = [locationId, "calendarId", "userId", "groupId", ...spanFields({ from: "startTime", to: "endTime" })];

/**
 * Everything that starts in the span of an action, by start time: of the chosen calendar, user or group, else of the whole sub-account.
 * It comes as one page, since only all calendars together show what comes first.
 * @param ofUsersToo as for {@link allLists}
 */
export const readSpan = (ofUsersToo = false) => async function* read({ app }: Input, list: ListRequest<Fields>, call: ListCall): AsyncGenerator<Pick<Page<Fields>, "items" | "total">> {
  const { query = {}, deadline, $ } = call;
  const all: Pages = (of) => app.paginate(of, { query: { locationId: query.locationId }, deadline, $ });
  const isChosen = OWNERS.some((owner) => query[owner] !== undefined);
  const found = new Map<unknown, Fields>();
  for (const owner of isChosen ? [{}] : (await allLists(all, ofUsersToo)).map(ownerIn)) {
    for await (const { items } of app.paginate(list, { ...call, query: { ...query, ...owner } })) items.forEach((item) => found.set(item.id, item));
  }
  const items = [...found.values()].sort((a, b) => (toMs(a.startTime) ?? 0) - (toMs(b.startTime) ?? 0));
  yield { items, total: items.length };
};
