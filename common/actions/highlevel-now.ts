import { location } from "../resources/locations.ts";
import { deadlineOf } from "./action.ts";
import type { Input } from "./fields.ts";

/** What lies further ahead of the machine's clock, ms, is to come, whatever HighLevel's clock says. Nothing is past before HighLevel says so. */
export const CLOCK_DOUBT_MS = 4 * 86_400_000;

/** HighLevel's clock, epoch ms, for one request; the machine's where HighLevel does not say. */
export async function highLevelNow({ app, props, $ }: Input): Promise<number> {
  try {
    const { now = Date.now() } = await app.send({ ...location, pathParams: { locationId: app.locationId(props.locationId) }, deadline: deadlineOf($) });
    return now;
  } catch {
    return Date.now();
  }
}
