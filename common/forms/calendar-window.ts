import { DAY_MS } from "../core/durations.ts";
import type { Rule } from "../input/rules.ts";
import type { ListRequest, Page } from "../api/pagination/paginate.ts";
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

/** Props of {@link calendarWindowProps} that shape the query, beside the location. */
export const calendarWindowResetOn = ["calendarId", "userId", "groupId", "daysBack", "daysAhead"];

/** The span of start times to watch now. */
export function windowOf({ startedAt, source }: Poll): Span {
  return {
    from: startedAt - Number(source.daysBack ?? 7) * DAY_MS,
    to: startedAt + Number(source.daysAhead ?? 90) * DAY_MS,
  };
}

/** Props that say whose calendars are read. */
export const OWNERS = ["calendarId", "userId", "groupId"];

/** For {@link windowLists}, and for fetching. */
export const oneOwnerAtMost: Rule = { fields: OWNERS, filled: "at most one", why: "HighLevel looks at one of them at a time." };

/** HighLevel wants one of the three; the whole sub-account is not to be had at once. The names of the lists say whose each is. */
const nameOf = (owner: string, id: string) => `${owner}=${id}`;

/** How the lists of the sub-account are read. */
export type Pages = (list: ListRequest<Fields>) => AsyncGenerator<Page<Fields>>;

async function namesOf(pages: Pages, owner: string, list: ListRequest<Fields>): Promise<string[]> {
  const names: string[] = [];
  for await (const { items } of pages(list)) names.push(...items.map(({ id }) => nameOf(owner, String(id))));
  return names;
}

/**
 * The lists that together hold the whole sub-account: of all its calendars.
 * @param ofUsersToo for what may belong to a user and to no calendar: all users are asked too
 */
export async function allLists(pages: Pages, ofUsersToo: boolean): Promise<string[]> {
  return [...await namesOf(pages, "calendarId", calendarsOfLocation), ...(ofUsersToo ? await namesOf(pages, "userId", usersOfLocation) : [])];
}

/** The owner as a query parameter. */
export function ownerIn(list: string): Record<string, string> {
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
