import * as api from "../api/endpoints.ts";
import type { HighLevelError } from "../http/errors.ts";
import { usersOfLocation } from "../resources/lookups.ts";
import { users } from "../resources/users.ts";
import { code } from "../text/code.ts";
import type { ActionContext, ActionInstance, Fields } from "../types.ts";
import { deadlineOf } from "./action.ts";
import { shown } from "./values.ts";

/** A round-robin calendar of several members, and none of them chosen. */
const NOBODY_CHOSEN = /team member needs to be selected|Assigned To is missing/i;

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value as Fields[] : []); // documented shape

/** "Maya Ellison (0yn9…)", or the id alone where the account may not look at users. */
async function membersOf({ app, calendarId, locationId }: ActionInstance, $: ActionContext): Promise<string[]> {
  const deadline = deadlineOf($);
  const answer = await app.request<{ calendar?: Fields }>({ ...api.getCalendar, pathParams: { calendarId: code(calendarId, "Calendar") }, deadline });
  const ids = listOf(answer.calendar?.teamMembers).map(({ userId }) => shown(userId));
  const query = { locationId: app.locationId(locationId) };
  const known = await app.request({ ...usersOfLocation, query, deadline }).then((found) => listOf(found.users), () => []);
  return ids.map((id) => {
    const user = known.find((candidate) => users.id(candidate) === id);
    return user ? `${users.label(user)} (${id})` : id;
  });
}

/** For `explained`: who can be booked, where HighLevel refuses an appointment because nobody was chosen. */
export async function whomToBook(error: HighLevelError, props: ActionInstance, $: ActionContext): Promise<string | undefined> {
  if (!NOBODY_CHOSEN.test(error.message)) return undefined;
  const members = await membersOf(props, $).catch(() => []);
  return `This calendar has several team members, and HighLevel wants to know which of them is booked. Choose one in Assigned To${members.length > 0 ? `: ${members.join(", ")}` : ""}.`;
}
