import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import { locations, locationSearch } from "../resources/locations.ts";
import { snapshots, snapshotsOfCompany } from "../resources/snapshots.ts";
import type { App, Option, OptionsCall } from "../core/types.ts";
import { companyIdOf } from "./company-id.ts";
import type { DropdownSpec, SharedProp } from "./dropdown.ts";

/** The agency that the connected account belongs to, as the only choice. */
async function ownCompany(this: App, { locationId, page }: OptionsCall): Promise<Option[]> {
  if (page) return [];
  const id = await companyIdOf(this, { locationId });
  return [{ label: `The connected account's agency (${id})`, value: id }];
}

/** The agency, if known without a request. Optional: with a sub-account's token, HighLevel finds the agency itself. */
const knownCompany = (app: App, { companyId }: OptionsCall) => companyId || app.$auth.companyId || undefined;

/** All sub-accounts of the agency; with a sub-account's token, HighLevel lists that one. */
const subAccounts: DropdownSpec = {
  list: locationSearch,
  option: locations,
  call: (app, input) => ({ query: { companyId: knownCompany(app, input) } }),
};

export const companyId = {
  type: "string",
  label: "Agency",
  description: "The agency. Leave it empty to use the agency of the connected account",
  optional: true,
  reads: [api.getLocation],
  options: ownCompany,
};

export const locationId: SharedProp = {
  type: "string",
  label: "Sub-Account",
  description: "The sub-account to work in. Leave it empty to use the one that is connected; with an agency's connection, choose one, or type its Location ID",
  optional: true,
  dropdown: subAccounts,
};

export const subAccountId: SharedProp = {
  type: "string",
  label: "Sub-Account",
  description: "A sub-account of the agency. Choose one, or type its Location ID",
  dropdown: subAccounts,
};

export const snapshotId: SharedProp = {
  type: "string",
  label: "Snapshot",
  description: "A snapshot of the agency. Choose one, or type an ID",
  dropdown: {
    list: snapshotsOfCompany,
    option: snapshots,
    call: (app, input) => {
      const companyId = knownCompany(app, input);
      if (!companyId) throw new ConfigurationError("Fill in Agency first: snapshots belong to an agency.");
      return { query: { companyId } };
    },
  },
};
