import { deadlineOf } from "./deadline.ts";
import type { Input } from "./fields.ts";
import { DAY_MS } from "../core/durations.ts";
import * as api from "../api/endpoints.ts";

/** A form's time that is further than this ahead of the machine's clock, ms, is yet to come, whatever HighLevel's clock says. Nothing is past before HighLevel says so. */
export const CLOCK_DOUBT_MS = 4 * DAY_MS;

/**
 * The time on HighLevel's clock, which costs a request; the machine's if HighLevel does not say.
 * @returns epoch ms
 */
export async function highLevelNow({ app, props, $ }: Input): Promise<number> {
  try {
    const { now = Date.now() } = await app.send({ ...api.getLocation, pathParams: { locationId: app.locationId(props.locationId) }, deadline: deadlineOf($) });
    return now;
  } catch {
    return Date.now();
  }
}
