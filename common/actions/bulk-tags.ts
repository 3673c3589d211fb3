import { ConfigurationError } from "@pipedream/platform";
import chunk from "lodash/chunk.js";
import { paceMs } from "../http/limits.ts";
import { sleep } from "../http/sleep.ts";
import type { Endpoint, Fields } from "../types.ts";
import { deadlineOf } from "./action.ts";
import { list, locationId, readFields, required } from "./fields.ts";
import type { Input } from "./fields.ts";
import { PartlyDoneError, reasonOf } from "./partly-done.ts";
import { counted, textsOf } from "./values.ts";

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/create-association */
export const updateTags: Endpoint = { method: "POST", path: "/contacts/bulk/tags/update/{type}", scope: "contacts.write" };

/** Contacts a request. HighLevel names no limit; this keeps answers small and repetitions cheap. */
const BATCH = 100;
/** How much of the step's time one more batch must leave, ms. */
const RESERVE_MS = 5_000;
/** Ids that an error lists; all of them are exported. */
const LISTED = 100;

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
export function resultsOf(ids: string[], answer: Fields): TagResult[] {
  const responses = Array.isArray(answer?.responses) ? answer.responses.map(fieldsOf) : [];
  const hasIds = responses.some(({ contactId }) => contactId !== undefined);
  return ids.map((contactId, index) => {
    const inOrder = hasIds || responses.length !== ids.length ? undefined : responses[index];
    const response = responses.find((candidate) => candidate.contactId === contactId) ?? inOrder ?? {};
    return { ...response, contactId, succeeded: outcome(response, answer ?? {}) };
  });
}

async function readForm(input: Input) {
  const { type, removeAllTags } = input.props;
  if (type !== "add" && type !== "remove") throw new ConfigurationError(`Type is "add" or "remove", not "${String(type)}".`);
  if (removeAllTags && type === "add") throw new ConfigurationError("Remove All Tags goes with the type \"remove\" only.");
  const { contacts } = await readFields([required(list("contacts"), "Contacts")], input);
  const tags = removeAllTags ? list("tags") : required(list("tags"), "Tags");
  const body = { tags: [], ...await readFields([locationId, tags, "removeAllTags"], input) };
  return { type, ids: textsOf(contacts), body };
}

function progress(type: string, results: TagResult[], total: number): string {
  const having = (wanted: unknown) => results.filter(({ succeeded }) => succeeded === wanted).length;
  const notes = [
    having(false) && `${having(false)} refused`,
    having(null) && `${having(null)} unclear`,
  ].filter(Boolean);
  return `${type === "add" ? "Added tags to" : "Removed tags from"} ${having(true)} of ${counted(total, "contact")}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
}

/**
 * Adds tags to, or removes them from, many contacts in batches, at the pace the API's limits allow.
 * @returns a result for each contact
 * @throws PartlyDoneError if a batch fails: with the results so far and the ids that are left, which are exported too
 */
export async function bulkUpdateTags(input: Input): Promise<TagResult[]> {
  const { app, $ } = input;
  const { type, ids, body } = await readForm(input);
  const deadline = deadlineOf($);
  const results: TagResult[] = [];
  for (const batch of chunk(ids, BATCH)) {
    try {
      if (deadline !== undefined && results.length > 0 && Date.now() > deadline - RESERVE_MS) throw new Error("The time that this step may take is nearly over.");
      const { data, limit } = await app.send<Fields>({ ...updateTags, pathParams: { type }, body: { ...body, contacts: batch }, deadline, $ });
      results.push(...resultsOf(batch, data));
      $.export("$summary", progress(type, results, ids.length));
      if (results.length < ids.length) await sleep(paceMs(limit));
    } catch (error) {
      if (results.length === 0) throw error;
      const remaining = ids.slice(results.length);
      $.export("results", results);
      $.export("remaining", remaining);
      const more = remaining.length > LISTED ? ` and ${remaining.length - LISTED} more (all are in this step's export "remaining")` : "";
      throw new PartlyDoneError(
        `${reasonOf(error)} ${progress(type, results, ids.length)} before that. Not confirmed: ${remaining.slice(0, LISTED).join(", ")}${more}. `
        + "Run this again with those contacts; it does no harm where the tags were changed already.",
        { results, remaining },
        error,
      );
    }
  }
  return results;
}
