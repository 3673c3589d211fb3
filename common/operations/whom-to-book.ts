import type { HighLevelError } from "../api/http/errors.ts";
import type { ActionContext, ActionInstance } from "../core/types.ts";
import { teamOf } from "./appointment-checks.ts";

/** A round-robin calendar of several members, and none of them chosen. */
const NOBODY_CHOSEN = /team member needs to be selected|Assigned To is missing/i;

/** For `withErrorHint`: who can be booked, where HighLevel refuses an appointment because nobody was chosen. */
export async function whomToBook(error: HighLevelError, props: ActionInstance, $: ActionContext): Promise<string | undefined> {
  if (!NOBODY_CHOSEN.test(error.message)) return undefined;
  const members = await teamOf({ app: props.app, props, $ }, props.calendarId).catch(() => []);
  return `This calendar has several team members, and HighLevel wants to know which of them is booked. Choose one in Assigned To${members.length > 0 ? `: ${members.join(", ")}` : ""}.`;
}
