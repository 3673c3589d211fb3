import { DAY_MS } from "../core/durations.ts";
import { toMs } from "../core/time.ts";
import { locationId } from "../input/fields.ts";
import type { Field, Input } from "../input/fields.ts";
import { spanFields } from "../input/times.ts";
import type { Rule } from "../input/rules.ts";
import type { ListCall, ListRequest, Page } from "../api/pagination/paginate.ts";
import app from "../highlevel.app.ts";
import type { Poll } from "../polling/poll.ts";
import type { Span } from "../polling/strategies/windowed/state.ts";
import { calendarsOfLocation } from "../resources/calendars.ts";
import { usersOfLocation } from "../resources/lookups.ts";
import type { Fields } from "../core/types.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** Spread into a trigger that watches what stands in calendars, by start time. */
export const calendarWindowProps = {
  calendarId: {
    propDefinition: [app, "calendarId", dependsOn("locationId")],
    description: "Watch only this calendar. Choose one, or type a calendar ID. If Calendar, User and Calendar Group are all empty, every calendar of the sub-account is watched, at one request each per poll",
    optional: true,
  },
  userId: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    description: "Watch only this user's calendar. Choose one, or type a user ID",
    optional: true,
  },
  groupId: {
    propDefinition: [app, "calendarGroupId", dependsOn("locationId")],
    description: "Watch only the calendars of this group. Choose one, or type a group ID (the list needs the scope `calendars/groups.readonly`)",
    optional: true,
  },
  daysBack: {
    type: "integer",
    label: "Days Back",
    description: "Also watch what started up to this many days ago, for example to learn who showed up",
    optional: true,
    default: 7,
    min: 0,
    max: 365,
  },
  daysAhead: {
    type: "integer",
    label: "Days Ahead",
    description: "Watch what starts up to this many days from now. Something further ahead is not reported when it comes within range, unless it was booked just then",
    optional: true,
    default: 90,
    min: 1,
    max: 730,
  },
};

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

/** Props of {@link calendarWindowProps} that shape the query, beside the location. */
export const calendarWindowResetOn = ["calendarId", "userId", "groupId", "daysBack", "daysAhead"];

/** The span of start times to watch now. */
export function windowOf({ startedAt, source }: Poll): Span {
  return {
    from: startedAt - Number(source.daysBack ?? 7) * DAY_MS,
    to: startedAt + Number(source.daysAhead ?? 90) * DAY_MS,
  };
}

const OWNERS = ["calendarId", "userId", "groupId"];

/** For {@link windowLists}. */
export const oneOwnerAtMost: Rule = { fields: OWNERS, filled: "at most one", why: "HighLevel looks at one of them at a time." };

/** HighLevel wants one of the three; the whole sub-account is not to be had at once. The names of the lists say whose each is. */
const nameOf = (owner: string, id: string) => `${owner}=${id}`;

/** How the lists of the sub-account are read. */
type Pages = (list: ListRequest<Fields>) => AsyncGenerator<Page<Fields>>;

async function namesOf(pages: Pages, owner: string, list: ListRequest<Fields>): Promise<string[]> {
  const names: string[] = [];
  for await (const { items } of pages(list)) names.push(...items.map(({ id }) => nameOf(owner, String(id))));
  return names;
}

/**
 * The lists that together hold the whole sub-account: of all its calendars.
 * @param ofUsersToo for what may belong to a user and to no calendar: all users are asked too
 */
async function allLists(pages: Pages, ofUsersToo: boolean): Promise<string[]> {
  return [...await namesOf(pages, "calendarId", calendarsOfLocation), ...(ofUsersToo ? await namesOf(pages, "userId", usersOfLocation) : [])];
}

/** The owner as a query parameter. */
function ownerIn(list: string): Record<string, string> {
  const [owner = "", ...id] = list.split("=");
  return { [owner]: id.join("=") };
}

/**
 * The lists to read: of the chosen calendar, user or group, else of all calendars of the sub-account.
 * @param ofUsersToo as for {@link allLists}
 */
export async function windowLists(poll: Poll, ofUsersToo = false): Promise<string[]> {
  const chosen = OWNERS.flatMap((owner) => {
    const id = poll.text(owner);
    return id ? [nameOf(owner, id)] : [];
  });
  if (chosen.length === 1) return chosen;
  return allLists((list) => poll.pages(list, { query: { locationId: poll.locationId } }), ofUsersToo);
}

/**
 * Everything of one of the {@link windowLists} that starts in the span.
 * @param request which endpoint to read
 */
export function readWindow(poll: Poll, list: string, span: Span, request: ListRequest<Fields>): AsyncGenerator<Page<Fields>> {
  return poll.pages(request, { query: { locationId: poll.locationId, ...ownerIn(list), startTime: String(span.from), endTime: String(span.to) } });
}

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
