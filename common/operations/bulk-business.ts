import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import type { Fields } from "../core/types.ts";
import { list, locationId, readFields, required } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { inBatches, tally } from "./in-batches.ts";
import { isEmpty, textsOf } from "../core/text/values.ts";

/** Contacts that HighLevel takes in one request. */
const BATCH = 50;

/** How it went for one contact; null where HighLevel does not say. */
export interface BusinessResult extends Fields {
  contactId: string;
  succeeded: boolean | null;
}

/** The answer names the contacts that were changed; where it names none, its flag holds for all. */
function resultsOf(batch: string[], { success, ids }: Fields): BusinessResult[] {
  const changed = Array.isArray(ids) ? ids.map(String) : [];
  const otherwise = changed.length > 0 ? false : typeof success === "boolean" ? success : null;
  return batch.map((contactId) => ({ contactId, succeeded: changed.includes(contactId) || otherwise }));
}

/** The business to set; null takes contacts out of theirs. An empty field alone does not: an expression may have found nothing. */
function businessOf({ props: { businessId, removeFromBusiness } }: Input): string | null {
  const empty = isEmpty(businessId) || !String(businessId).trim();
  if (removeFromBusiness && !empty) throw new ConfigurationError("Company is filled in, but Remove from Company is on too. Keep only one of the two.");
  if (removeFromBusiness) return null;
  if (empty) throw new ConfigurationError("The field Company is empty. Choose the company to add the contacts to, or switch on Remove from Company.");
  return String(businessId).trim();
}

function progress(businessId: string | null, results: BusinessResult[], total: number): string {
  const what = tally(results, total, "contact");
  return businessId === null ? `Removed ${what} from their company` : `Added ${what} to company ${businessId}`;
}

/**
 * Adds many contacts to a business, or takes them out of theirs, 50 a request.
 * @returns a result for each contact
 * @throws PartialFailureError if a batch after the first fails
 */
export async function bulkUpdateBusiness(input: Input): Promise<BusinessResult[]> {
  const businessId = businessOf(input);
  const { contacts, ...body } = await readFields([required(list("contacts")), locationId], input);
  const ids = textsOf(contacts);
  return inBatches(input, {
    ids,
    size: BATCH,
    request: (batch) => ({ ...api.addRemoveContactFromBusiness, body: { ...body, ids: batch, businessId } }),
    results: resultsOf,
    progress: (results) => progress(businessId, results, ids.length),
    repeating: "it does no harm where the company was changed already",
  });
}
