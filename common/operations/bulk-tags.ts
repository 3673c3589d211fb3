import * as api from "../api/endpoints.ts";
import type { Rule } from "../input/rules.ts";
import type { Fields } from "../core/types.ts";
import { list, locationId, readFields, required } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { inBatches, tally } from "./in-batches.ts";
import { textsOf } from "../core/text/values.ts";

/** Contacts a request. HighLevel names no limit; this keeps answers small and repetitions cheap. */
const BATCH = 100;

/** How it went for one contact: HighLevel's own words, and whether it was done; null where HighLevel does not say. */
export interface TagResult extends Fields {
  contactId: string;
  succeeded: boolean | null;
}

const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === "object" ? { ...value } : { message: value });

function outcome(response: Fields, answer: Fields): boolean | null {
  const flag = [response.succeded, response.succeeded, response.success].find((value) => typeof value === "boolean");
  if (typeof flag === "boolean") return flag;
  if (response.type === "success" || response.type === "error") return response.type === "success";
  if (answer.errorCount === 0) return true;
  return answer.errorCount === undefined && answer.succeded !== false ? true : null;
}

/**
 * A result for each contact of a batch. Answers were documented, but not seen: a list with the contacts' ids, or in the
 * order of the request, of objects or of texts.
 */
function resultsOf(ids: string[], answer: Fields): TagResult[] {
  const responses = Array.isArray(answer?.responses) ? answer.responses.map(fieldsOf) : [];
  const hasIds = responses.some(({ contactId }) => contactId !== undefined);
  return ids.map((contactId, index) => {
    const inOrder = hasIds || responses.length !== ids.length ? undefined : responses[index];
    const response = responses.find((candidate) => candidate.contactId === contactId) ?? inOrder ?? {};
    return { ...response, contactId, succeeded: outcome(response, answer ?? {}) };
  });
}

export const tagRules: Rule[] = [
  { fields: ["removeAllTags"], filled: "none", when: [{ field: "type", is: ["add"] }], why: "It only goes with removing tags." },
  { fields: ["tags"], filled: "any", when: [{ field: "removeAllTags", isNot: [true] }], why: "Choose the tags to add or remove; an expression in the field may have found nothing." },
];

async function readForm(input: Input) {
  const { type, contacts } = await readFields([required("type"), required(list("contacts"))], input);
  const body = { tags: [], ...await readFields([locationId, list("tags"), "removeAllTags"], input) };
  return { type: String(type), ids: textsOf(contacts), body };
}

/**
 * Adds tags to, or removes them from, many contacts.
 * @returns a result for each contact
 * @throws PartialFailureError if a batch after the first fails
 */
export async function bulkUpdateTags(input: Input): Promise<TagResult[]> {
  const { type, ids, body } = await readForm(input);
  return inBatches(input, {
    ids,
    size: BATCH,
    request: (batch) => ({ ...api.updateContactTags, pathParams: { type }, body: { ...body, contacts: batch } }),
    results: resultsOf,
    progress: (results) => `${type === "add" ? "Added tags to" : "Removed tags from"} ${tally(results, ids.length, "contact")}`,
    repeating: "it does no harm where the tags were changed already",
  });
}
