import type { RateLimit } from "./limits.ts";
import type { Endpoint, Fields } from "../../core/types.ts";
import { cut } from "../../core/text/cut.ts";
import { inFormWords } from "./own-words.ts";
import type { Subject } from "./subject.ts";

/** Why a request failed, as far as a caller can act on it. */
export type ErrorKind =
  | "duplicate" | "invalid" | "notFound" | "unauthorized" | "scope" | "tokenKind" | "location" | "company"
  | "rateLimit" | "dailyQuota" | "server" | "network" | "timeout" | "late" | "format" | "redirect" | "size" | "unavailable";

/** An API call that failed, explained for the person who filled in the form. Carries no request and no token. */
export class HighLevelError extends Error {
  override readonly name = "HighLevelError";
  constructor(
    message: string,
    readonly kind: ErrorKind,
    readonly status?: number,
    readonly traceId?: string,
    /** The existing contact, on duplicate errors. */
    readonly contactId?: string,
  ) {
    super(message);
  }
}

const UNCLEAR: ErrorKind[] = ["server", "network", "timeout", "format", "redirect", "size"];

/** Whether a request that failed may have been carried out all the same. */
export const isUnclear = (error: unknown): boolean => error instanceof HighLevelError && UNCLEAR.includes(error.kind);

/** What is true of a request alone, not of an action that did something before. */
const OF_THE_REQUEST = /(, then run this again)?; nothing was changed(?=\.)/;

/** What an error says, to be quoted in another one: without what it says of changes and of running this again. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(OF_THE_REQUEST, "") : String(error);
}

/** What went wrong on the wire, before it is explained. */
export interface Failure {
  kind: "http" | "network" | "timeout" | "format" | "redirect" | "size" | "late";
  status?: number;
  data?: unknown;
  /** Node's error code, such as ECONNRESET. */
  code?: string;
  limit?: RateLimit;
}

/** The request as errors name it: no values of the form, no token. */
export interface RequestInfo extends Endpoint {
  isRead: boolean;
  timeoutMs: number;
  about: Subject;
  /** The form's labels by the API's names. */
  labels?: Record<string, string>;
}

const fieldsOf = (data: unknown): Fields => (data !== null && typeof data === "object" ? data as Fields : {});

/** UTF-16 units that an error shows of HighLevel's own words, and of an id or a name that it gives. */
const MOST_WORDS = 1_000;
const MOST_NAME = 100;

/** HighLevel's own words: `message` may be a string or a list; some answers have only `error`. */
function ownMessage(failure: Failure): string {
  const { message, error } = fieldsOf(failure.data);
  const own = [message, error].find((text) => text !== undefined && text !== null && text !== "");
  if (own === undefined) return `HTTP ${failure.status}`;
  return [own].flat().map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join("; ");
}

/** A nonexistent user is answered with 401 and must not read as an expired token; nor a lost token as a deleted record. */
const NOT_FOUND = /not found|does not exist|no .{1,30} found/i;
const LOGIN = /\btoken\b|\bjwt\b|\bheader\b/i;
const SCOPE = /not authorized for this scope/i;
const TOKEN_KIND = /user type mismatch|authclass type is not allowed/i;
const LOCATION = /does not have access to this location/i;
/** The plan, the user's rights or the state of the sub-account: nothing that a field of the form could mend. */
const UNAVAILABLE = /\bnot active\b|\binactive\b|\bplan\b|\bpermissions?\b(?![.\w]* must)/i;
/** Texts whose subject is the sub-account or the agency, and the paths whose record that is: elsewhere the record itself is not missing. */
const OWNERS = [
  { kind: "location", path: /^\/locations\/\{\w+\}$/, text: aboutMissing("location|sub-?account") },
  { kind: "company", path: /^\/companies\/\{\w+\}$/, text: aboutMissing("company|agency") },
] as const;

/** "Location with id … not found", "No location found"; not "Contact not found in location …". */
function aboutMissing(noun: string): RegExp {
  return new RegExp(`^\\W*((the|this|that|your|given|provided|requested|specified) )*(${noun})\\b|\\bno (such )?(${noun})\\b`, "i");
}

function kindOf(failure: Failure, message: string, { path, about }: RequestInfo): ErrorKind {
  if (failure.kind !== "http") return failure.kind;
  const status = failure.status ?? 0;
  if (status === 429) return failure.limit?.dailyRemaining === 0 ? "dailyQuota" : "rateLimit";
  const saysNotFound = status < 500 && NOT_FOUND.test(message) && !LOGIN.test(message);
  const owner = saysNotFound ? OWNERS.find((candidate) => candidate.text.test(message) && !candidate.path.test(path)) : undefined;
  if (owner) return owner.kind === "company" && !about.company ? "invalid" : owner.kind;
  if (status === 404 || saysNotFound) return "notFound";
  if (status === 401 || status === 403) {
    if (LOCATION.test(message)) return "location";
    if (TOKEN_KIND.test(message)) return "tokenKind";
    if (SCOPE.test(message)) return "scope";
    return status === 403 && UNAVAILABLE.test(message) && !LOGIN.test(message) ? "unavailable" : "unauthorized";
  }
  if (status === 400 && UNAVAILABLE.test(message)) return "unavailable";
  if (status < 500) return fieldsOf(fieldsOf(failure.data).meta).contactId ? "duplicate" : "invalid";
  return "server";
}

/** Times are given to people in whole minutes or hours. */
function inWords(ms: number | undefined): string {
  if (ms === undefined) return "later";
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return minutes < 120 ? `in ${minutes} minute${minutes === 1 ? "" : "s"}` : `in ${Math.ceil(minutes / 60)} hours`;
}

function inSeconds(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return `${seconds} second${seconds === 1 ? "" : "s"}`;
}

function maybeApplied(request: RequestInfo): string {
  return request.isRead
    ? "Nothing was changed; try again."
    : "HighLevel may or may not have carried it out: look in HighLevel before you run this again.";
}

/** A field is named only where it is filled in: what is empty cannot be at fault. */
function aboutLocation({ location, hasOwnLocation, hasIds }: Subject): string {
  if (location === "chosen") {
    return `The field Sub-Account names a sub-account that the connected account may not use. ${hasOwnLocation ? "Leave it empty" : "Choose another one"}, or connect that sub-account.`;
  }
  return hasIds
    ? "An id in the form may be that of a record of another sub-account. Check the ids; if they are right, connect the sub-account that they belong to."
    : "The connected account may not use its sub-account (any more). Reconnect the HighLevel account, and choose that sub-account.";
}

/** What a refused duplicate is of, without secrets. */
interface Duplicate { contactId?: string; matchingField?: string }

/** Labels that advice gives one by one. */
const MOST_NAMED = 3;

/** What to do with the form, by the fields that HighLevel's words are about. */
function correction(own: string, named: string[]): string {
  if (named.length === 0) return "Check what is filled in";
  const verb = /\b(missing|required|empty)\b/i.test(own) ? "Fill in" : "Correct";
  return `${verb} ${named.length > MOST_NAMED ? "the fields that the message names" : named.join(", ").replace(/, ([^,]+)$/, " and $1")}`;
}

/** Words that do not say what is missing. */
const NOTHING_SAID = /^\W*(HTTP 404|(record )?not found)\W*$/i;

/** The one field whose record HighLevel's words say is missing: by its id, else by what it is; undefined where they are about none, or several. */
function missingField(own: string, { idFields }: Subject): Subject["idFields"][number] | undefined {
  const byId = idFields.filter(({ id }) => own.split(/[^\w-]+/).includes(id));
  const byNoun = /\bid \S*\d/i.test(own) ? [] : idFields.filter(({ noun }) => new RegExp(`\\b${noun}\\b`, "i").test(own));
  const [field, ...others] = [byId, byNoun, NOTHING_SAID.test(own) ? idFields : []].find((fields) => fields.length > 0) ?? [];
  return others.length === 0 ? field : undefined;
}

/** What a missing record is called by the form, and the causes, likeliest first. */
function aboutRecord({ label, noun }: Subject["idFields"][number], { idFields }: Subject): string {
  return noun === "stage"
    ? `${label}: this is not a stage of the ${idFields.some((field) => field.noun === "pipeline") ? "chosen" : "opportunity's"} pipeline, or does not exist (any more). Choose the stage from the list. `
    : `${label}: HighLevel has no ${noun} with this ID. It may have been deleted, or belong to another sub-account, or the ID is that of something else. `;
}

function advice(kind: ErrorKind, failure: Failure, request: RequestInfo, { contactId, matchingField = "email or phone" }: Duplicate, toDo: string): string {
  const { about } = request;
  switch (kind) {
  case "duplicate":
    return `A contact with the same ${matchingField} exists already: ${contactId}. Use Update Contact with this id, or Upsert Contact.`;
  case "invalid":
    return failure.status === 422 && request.method === "POST" && !request.isRead
      ? `${toDo}. Before you run this again, look in HighLevel whether the record was created all the same: it can be, in part.`
      : `${toDo}, then run this again; nothing was changed.`;
  case "unavailable":
    return "This is not about a field of the form: HighLevel does not allow it to this sub-account or user. "
      + "Look in HighLevel whether the sub-account is active, its plan includes this, and whether the user may do it; nothing was changed.";
  case "notFound":
    return about.hasIds
      ? "Check the IDs in the form: the record may have been deleted, or belong to another sub-account, or a name stands where an ID belongs."
      : "What this asks for does not exist in HighLevel, or not for this account.";
  case "unauthorized":
    return "Reconnect the HighLevel account, or check that its Private Integration Token has not been revoked.";
  case "scope":
    return `The connected account lacks the scope ${request.scope ?? "of this operation"}. Reconnect with an OAuth client that asks for it, or use a Private Integration Token that includes it.`;
  case "tokenKind":
    return `The account is connected with the wrong kind of token: this operation needs ${request.agencyOnly
      ? "the agency's token. Connect the agency instead of the sub-account."
      : "a sub-account's token. Connect the sub-account instead of the agency."}`;
  case "location":
    return aboutLocation(about);
  case "company":
    return about.company === "chosen"
      ? "If Agency is filled in, correct it. If not, reconnect the HighLevel account."
      : "The agency is that of the connected account. Reconnect the HighLevel account.";
  case "rateLimit":
    return "HighLevel allows 100 requests in 10 seconds for each sub-account. Run this less often, or again in a minute.";
  case "dailyQuota":
    return `HighLevel's daily quota of this sub-account is used up. It opens again ${inWords(failure.limit?.dailyResetMs)}.`;
  case "server":
    return `HighLevel has a problem of its own. ${maybeApplied(request)}`;
  case "network":
    return `The connection broke${failure.code ? ` (${failure.code})` : ""}. ${maybeApplied(request)}`;
  case "timeout":
    return `No answer within ${inSeconds(request.timeoutMs)}. ${maybeApplied(request)}`;
  case "late":
    return "The time for this run was used up before the request: nothing was sent.";
  case "format":
    return `The answer is not the JSON that was expected (a proxy or a maintenance page may be in between). ${maybeApplied(request)}`;
  case "redirect":
    return `The answer sends this request to another address, which HighLevel does not do: a proxy, a firewall or a sign-in page may be in between. It was not followed. ${maybeApplied(request)}`;
  case "size":
    return `The answer is larger than any that HighLevel is known to give, and was not read. ${maybeApplied(request)}`;
  }
}

/**
 * Turns a failed request into an error for people: HighLevel's own message, status and trace id, and what to do.
 * @param secrets strings that must not appear in the error
 */
export function explain(failure: Failure, request: RequestInfo, secrets: string[]): HighLevelError {
  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, "[hidden]"), text);
  // Hidden before it is cut: half a token must not be shown either.
  const own = failure.kind === "http" ? cut(hide(ownMessage(failure)), MOST_WORDS, "…") : undefined;
  const kind = kindOf(failure, own ?? "", request);
  const data = fieldsOf(failure.data);
  const meta = fieldsOf(data.meta);
  const brief = (value: unknown) => (typeof value === "string" ? cut(hide(value), MOST_NAME, "…") : undefined);
  const [traceId, contactId, matchingField] = [data.traceId, meta.contactId, meta.matchingField].map(brief);
  const facts = [
    `${request.method} ${request.path}`,
    failure.status === undefined ? undefined : `status ${failure.status}`,
    traceId && `trace id ${traceId}`,
  ].filter(Boolean).join(", ");
  const { text, named } = inFormWords(own ?? "", request.labels ?? {});
  const said = own ? `HighLevel says: ${text.replace(/[\s.!?]+$/, "")}. ` : "";
  const missing = kind === "notFound" ? missingField(own ?? "", request.about) : undefined;
  const message = missing ? hide(`${aboutRecord(missing, request.about)}${said}(${facts})`) : hide(`${said}${advice(kind, failure, request, { contactId, matchingField }, correction(text, named))} (${facts})`);
  return new HighLevelError(message, kind, failure.status, traceId, contactId);
}

/** Answers that the same request would get again. */
const REFUSALS = [400, 404, 422];

/** True where HighLevel refuses the request as such, not the account, and not for the moment. */
export function isRefused(error: unknown): boolean {
  return error instanceof HighLevelError && error.status !== undefined && REFUSALS.includes(error.status);
}

/** True where the account lacks the scope of what it asked for. */
export function isMissingScope(error: unknown): boolean {
  return error instanceof HighLevelError && error.kind === "scope";
}

/** True where the record does not exist (any more), however HighLevel words it. */
export function isNotFound(error: unknown): boolean {
  return error instanceof HighLevelError && error.kind === "notFound";
}
