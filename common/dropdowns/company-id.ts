import { ConfigurationError } from "#platform";
import type { FieldSpec } from "../input/fields.ts";
import * as api from "../api/endpoints.ts";
import { DAY_MS } from "../core/durations.ts";
import type { Poll } from "../polling/poll.ts";
import { code } from "../core/text/code.ts";
import type { App, Fields } from "../core/types.ts";

const given = (value: unknown) => String(value ?? "").trim();

/**
 * The agency to use: the form's, the account's own, or that of the sub-account (one more request).
 * @param deadline of that request, epoch ms
 * @throws ConfigurationError where none of the three is known
 */
export async function companyIdOf(app: App, { companyId, locationId }: Fields, deadline?: number): Promise<string> {
  const own = given(companyId) || given(app.$auth.companyId);
  if (own) return code(own, "Agency");
  if (given(locationId) || given(app.$auth.locationId)) return app.companyId(locationId, deadline);
  throw new ConfigurationError("Which agency? Fill in Agency with its ID: in HighLevel, open the agency's Settings > Company.");
}

/** {@link companyIdOf} for a trigger, requested once a day: a sub-account rarely moves to another agency. */
export function watchedCompanyId(poll: Poll): Promise<string> {
  return poll.cachedLookup("companyId", DAY_MS, () => companyIdOf(poll.app, poll.source, poll.deadline));
}

/** `companyId` in a body or query. */
export const companyId: FieldSpec = {
  name: "companyId",
  props: ["companyId"],
  calls: [api.getLocation],
  read: ({ app, props }) => companyIdOf(app, props),
};
