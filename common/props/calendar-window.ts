import { ConfigurationError } from "@pipedream/platform";
import type { ListRequest, Page } from "../pagination/paginate.ts";
import app from "../highlevel.app.ts";
import type { Poll } from "../polling/poll.ts";
import type { Span } from "../polling/windowed.ts";
import { calendarsOfLocation } from "../resources/calendars.ts";
import { usersOfLocation } from "../resources/lookups.ts";
import type { Fields } from "../types.ts";
import { from } from "./dropdown.ts";

const DAY_MS = 86_400_000;
/** The whole of time, as HighLevel takes it. */
const ALWAYS: Span = { from: 0, to: 4_102_444_800_000 };

/** Spread into a trigger that watches what stands in calendars, by start time. */
export const calendarWindowProps = {
  locationId: {
    propDefinition: [app, "locationId"],
  },
  calendarId: {
    propDefinition: [app, "calendarId", from("locationId")],
    description: "Watch this calendar only. Choose one, or type an id. Without a calendar, user or group all calendars of the sub-account are watched, which costs one request for each of them",
    optional: true,
  },
  userId: {
    propDefinition: [app, "userId", from("locationId")],
    description: "Watch this user's calendar only. Choose one, or type an id",
    optional: true,
  },
  groupId: {
    propDefinition: [app, "calendarGroupId", from("locationId")],
    description: "Watch the calendars of this group only. Choose one, or type an id (the list needs the scope `calendars/groups.readonly`)",
    optional: true,
  },
  daysBack: {
    type: "integer",
    label: "Days Back",
    description: "Watch what began up to this many days ago, for example to learn who showed up",
    optional: true,
    default: 7,
    min: 0,
    max: 365,
  },
  daysAhead: {
    type: "integer",
    label: "Days Ahead",
    description: "Watch what begins in the next days, up to this many. What lies further ahead is noticed when it comes into reach only if it was booked or moved just then",
    optional: true,
    default: 90,
    min: 1,
    max: 730,
  },
};

/** Props of {@link calendarWindowProps} that shape the query, beside the location. */
export const calendarWindowScope = ["calendarId", "userId", "groupId", "daysBack", "daysAhead"];

/** The span of start times to watch now. */
export function windowOf({ startedAt, source }: Poll): Span {
  return {
    from: startedAt - Number(source.daysBack ?? 7) * DAY_MS,
    to: startedAt + Number(source.daysAhead ?? 90) * DAY_MS,
  };
}

type Owner = Record<string, string>;

/** HighLevel wants one of the three; the whole sub-account is not to be had at once. */
function chosenOwner(poll: Poll): Owner | undefined {
  const chosen = ["calendarId", "userId", "groupId"].flatMap((name) => {
    const value = poll.text(name);
    return value ? [{ [name]: value }] : [];
  });
  if (chosen.length < 2) return chosen[0];
  throw new ConfigurationError("Choose a calendar, a user or a group: HighLevel looks at one of them at a time. Empty the others.");
}

async function idsOf(poll: Poll, list: ListRequest<Fields>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { items } of poll.pages(list, { query: { locationId: poll.locationId } })) ids.push(...items.map(({ id }) => String(id)));
  return ids;
}

/**
 * Everything that starts in the span: of the chosen calendar, user or group, else of all calendars of the sub-account.
 * @param list which endpoint to read
 * @param ofUsersToo for what may belong to a user and to no calendar: all users are asked too
 */
export async function* readWindow(poll: Poll, span: Span, list: ListRequest<Fields>, ofUsersToo = false): AsyncGenerator<Page<Fields>> {
  const owner = chosenOwner(poll);
  const owners = owner ? [owner] : [
    ...(await idsOf(poll, calendarsOfLocation)).map((calendarId) => ({ calendarId })),
    ...(ofUsersToo ? await idsOf(poll, usersOfLocation) : []).map((userId) => ({ userId })),
  ];
  // An event can stand in several of them.
  const seen = new Set<unknown>();
  for (const own of owners) {
    const query = { locationId: poll.locationId, ...own, startTime: String(span.from), endTime: String(span.to) };
    for await (const page of poll.pages(list, { query })) {
      const items = page.items.filter(({ id }) => !seen.has(id));
      for (const { id } of items) seen.add(id);
      yield { ...page, items };
    }
  }
}

/** The record with this id wherever in time it stands, or undefined; for endpoints that have no way to read one record. */
export async function findAnytime(poll: Poll, list: ListRequest<Fields>, id: string, ofUsersToo = false): Promise<Fields | undefined> {
  for await (const { items } of readWindow(poll, ALWAYS, list, ofUsersToo)) {
    const found = items.find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}
