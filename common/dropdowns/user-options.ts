import { HighLevelError } from "../api/http/errors.ts";
import { usersOfLocation } from "../resources/lookups.ts";
import { users, userSearch } from "../resources/users.ts";
import type { App, Fields, OptionsCall } from "../core/types.ts";
import { companyIdOf } from "./company-id.ts";
import { dropdown } from "./dropdown.ts";
import { byLocation } from "./parts.ts";

function option(user: Fields) {
  const label = users.label(user);
  return { label: user.email && user.email !== label ? `${label} (${String(user.email)})` : label, value: users.id(user) };
}

/** `only`: the ids to offer, if not all. */
const where = (user: Fields, { only }: OptionsCall) => !Array.isArray(only) || only.includes(users.id(user));

const ofLocation = dropdown({ list: usersOfLocation, option, where, call: byLocation });

/** What {@link userOptions} reads. */
export const userReads = [usersOfLocation, userSearch];

/** The users of the sub-account, or only those in `input.only`. With an agency's token, which the sub-account's list refuses, the users of the agency. */
export async function userOptions(this: App, input: OptionsCall) {
  const hasLocation = Boolean(input.locationId || this.$auth.locationId);
  try {
    if (hasLocation || !this.$auth.companyId) return await ofLocation.call(this, input);
  } catch (error) {
    if (!(error instanceof HighLevelError && error.kind === "tokenKind")) throw error;
  }
  const companyId = await companyIdOf(this, input);
  const location = input.locationId || this.$auth.locationId;
  const ofAgency = dropdown({ list: userSearch, option, where, call: () => ({ query: { companyId, ...(location && { locationId: location }) } }) });
  return ofAgency.call(this, input);
}
