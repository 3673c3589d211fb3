import { HighLevelError } from "../api/http/errors.ts";
import { usersOfLocation } from "../resources/lookups.ts";
import { users, userSearch } from "../resources/users.ts";
import type { App, Fields, OptionsCall } from "../core/types.ts";
import { companyIdOf } from "./company-id.ts";
import { dropdown } from "./dropdown.ts";

function option(user: Fields) {
  const label = users.label(user);
  return { label: user.email && user.email !== label ? `${label} (${String(user.email)})` : label, value: users.id(user) };
}

/** Where only some can be chosen, the ids of those. */
const where = (user: Fields, { only }: OptionsCall) => !Array.isArray(only) || only.includes(users.id(user));

const ofLocation = dropdown({
  list: usersOfLocation,
  option,
  where,
  call: (app, { locationId }) => ({ query: { locationId: app.locationId(locationId) } }),
});

/** What {@link userOptions} reads. */
export const userReads = [usersOfLocation, userSearch];

/** The users of the sub-account, or those of them whose ids `input.only` holds; with an agency's account, which the list of a sub-account refuses, those of the agency. */
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
