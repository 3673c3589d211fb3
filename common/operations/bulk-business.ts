import * as api from "../api/endpoints.ts";
import type { Rule } from "../input/rules.ts";
import type { Fields } from "../core/types.ts";
import { list, locationId, readFields, required } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { inBatches, tally } from "./in-batches.ts";
import { textsOf } from "../core/text/values.ts";

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

/** An empty company alone takes no contact out of theirs: an expression may have found nothing. */
export const companyOrRemoval: Rule = { fields: ["businessId", "removeFromBusiness"], filled: "one", why: "Contacts are either added to a company or removed from theirs." };

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
  const businessId = input.props.removeFromBusiness ? null : String(input.props.businessId).trim();
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
