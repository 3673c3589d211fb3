import type { RateLimit } from "./limits.ts";
import type { Endpoint } from "../../core/types.ts";
import { cut } from "../../core/text/cut.ts";
import { counted, enumerated, fieldsOf } from "../../core/text/values.ts";
import { inFormWords } from "./own-words.ts";
import type { Subject } from "./subject.ts";

/** Why a request failed, in as much detail as callers can act on. */
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

/** Whether a failed request may still have taken effect. */
export const isUnclear = (error: unknown): boolean => error instanceof HighLevelError && UNCLEAR.includes(error.kind);

/** True of a single request, but not of an action that had already changed something. */
const OF_THE_REQUEST = /(, then run this again)?; nothing was changed(?=\.)/;

/** An error's message for quoting in another one, without its words on changes and retries. */
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

/** The request as errors describe it, without form values or token. */
export interface RequestInfo extends Endpoint {
  isRead: boolean;
  timeoutMs: number;
  about: Subject;
  /** Form labels by API field name. */
  labels?: Record<string, string>;
}

/** How much an error quotes of HighLevel's message, and of an id or name, in UTF-16 units. */
const MOST_WORDS = 1_000;
const MOST_NAME = 100;

/** HighLevel's own message: `message` may be a string or a list; some responses have only `error`. */
function ownMessage(failure: Failure): string {
  const { message, error } = fieldsOf(failure.data);
  const own = [message, error].find((text) => text !== undefined && text !== null && text !== "");
  if (own === undefined) return `HTTP ${failure.status}`;
  return [own].flat().map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join("; ");
}

/** HighLevel answers 401 for a user that does not exist: not an expired token. A lost token is not a deleted record either. */
const NOT_FOUND = /not found|does not exist|no .{1,30} found/i;
const LOGIN = /\btoken\b|\bjwt\b|\bheader\b/i;
const SCOPE = /not authorized for this scope/i;
const TOKEN_KIND = /user type mismatch|authclass type is not allowed/i;
const LOCATION = /does not have access to this location/i;
/** The plan, the user's permissions or the sub-account's state: nothing the form can fix. */
const UNAVAILABLE = /\bnot active\b|\binactive\b|\bplan\b|\bpermissions?\b(?![.\w]* must)/i;
/** Messages about a missing sub-account or agency. On any other path, it is not the requested record that is missing. */
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

function inWords(ms: number | undefined): string {
  if (ms === undefined) return "later";
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return `in ${minutes < 120 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour")}`;
}

function maybeApplied(request: RequestInfo): string {
  return request.isRead
    ? "Nothing was changed; try again."
    : "HighLevel may or may not have carried it out: check in HighLevel before you run this again.";
}

/** Blames a field only if it is filled in. */
function aboutLocation({ location, hasOwnLocation, hasIds }: Subject): string {
  if (location === "chosen") {
    return `Sub-Account: the connected account has no access to this sub-account. ${hasOwnLocation ? "Leave it empty" : "Choose another one"}, or connect that sub-account.`;
  }
  return hasIds
    ? "An ID in the form may belong to another sub-account. Check the IDs; if they are right, connect the sub-account they belong to."
    : "The connected account no longer has access to its sub-account. Reconnect the HighLevel account, and choose that sub-account.";
}

/** The contact that already exists, without secrets. */
interface Duplicate { contactId?: string; matchingField?: string }

/** Up to this many labels, the advice lists them. */
const MOST_NAMED = 3;

/** What to do in the form, given the fields that HighLevel's message is about. */
function correction(own: string, named: string[]): string {
  if (named.length === 0) return "Check the values in the form";
  const verb = /\b(missing|required|empty)\b/i.test(own) ? "Fill in" : "Correct";
  return `${verb} ${named.length > MOST_NAMED ? "the fields named in the message" : enumerated(named, "and")}`;
}

/** Messages that do not say what is missing. */
const NOTHING_SAID = /^\W*(HTTP 404|(record )?not found)\W*$/i;

/** The one field whose record HighLevel reports missing, found by its id or else its noun; undefined if none or several match. */
function missingField(own: string, { idFields }: Subject): Subject["idFields"][number] | undefined {
  const byId = idFields.filter(({ id }) => own.split(/[^\w-]+/).includes(id));
  const byNoun = /\bid \S*\d/i.test(own) ? [] : idFields.filter(({ noun }) => new RegExp(`\\b${noun}\\b`, "i").test(own));
  const [field, ...others] = [byId, byNoun, NOTHING_SAID.test(own) ? idFields : []].find((fields) => fields.length > 0) ?? [];
  return others.length === 0 ? field : undefined;
}

/** What is missing, in the form's terms, and the causes, likeliest first. */
function aboutRecord({ label, noun }: Subject["idFields"][number], { idFields }: Subject): string {
  return noun === "stage"
    ? `${label}: the ${idFields.some((field) => field.noun === "pipeline") ? "chosen" : "opportunity's"} pipeline has no stage with this ID. It may belong to another pipeline or have been deleted. Choose the stage from the list. `
    : `${label}: HighLevel has no ${noun} with this ID. It may have been deleted or belong to another sub-account, or this may be the ID of something else. `;
}

function advice(kind: ErrorKind, failure: Failure, request: RequestInfo, { contactId, matchingField = "email or phone" }: Duplicate, toDo: string): string {
  const { about } = request;
  switch (kind) {
  case "duplicate":
    return `A contact with the same ${matchingField} already exists: ${contactId}. Use Update Contact with this ID, or Upsert Contact.`;
  case "invalid":
    return failure.status === 422 && request.method === "POST" && !request.isRead
      ? `${toDo}. Before you run this again, check in HighLevel whether the record was created anyway; it may have been, in part.`
      : `${toDo}, then run this again; nothing was changed.`;
  case "unavailable":
    return "No field of the form is at fault: HighLevel does not allow this for this sub-account or user. "
      + "Check in HighLevel that the sub-account is active, that its plan includes this feature, and that the user has permission; nothing was changed.";
  case "notFound":
    return about.hasIds
      ? "Check the IDs in the form: the record may have been deleted or belong to another sub-account, or a field may hold a name where an ID belongs."
      : "HighLevel has no such record, or this account has no access to it.";
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
    return "HighLevel allows 100 requests per 10 seconds for each sub-account. Run this less often, or try again in a minute.";
  case "dailyQuota":
    return `This sub-account's daily quota of requests is used up. It resets ${inWords(failure.limit?.dailyResetMs)}.`;
  case "server":
    return `HighLevel had an internal error. ${maybeApplied(request)}`;
  case "network":
    return `The connection broke${failure.code ? ` (${failure.code})` : ""}. ${maybeApplied(request)}`;
  case "timeout":
    return `No response within ${counted(Math.max(1, Math.round(request.timeoutMs / 1000)), "second")}. ${maybeApplied(request)}`;
  case "late":
    return "The run was out of time before this request; nothing was sent.";
  case "format":
    return `The response is not the expected JSON; it may come from a proxy or a maintenance page. ${maybeApplied(request)}`;
  case "redirect":
    return `The response redirects to another address, which HighLevel does not do; it may come from a proxy, a firewall or a sign-in page. The redirect was not followed. ${maybeApplied(request)}`;
  case "size":
    return `The response is larger than any HighLevel is known to send, and was not read. ${maybeApplied(request)}`;
  }
}

/**
 * Turns a failed request into an error for people: HighLevel's message, status and trace id, and what to do.
 * @param secrets strings that must not appear in the error
 */
export function explain(failure: Failure, request: RequestInfo, secrets: string[]): HighLevelError {
  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, "[hidden]"), text);
  // Hide first, then cut: a cut could leave half a token.
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

/** Statuses that the same request would get again. */
const REFUSALS = [400, 404, 422];

/** True where HighLevel refuses the request itself, rather than the account or only for now. */
export function isRefused(error: unknown): boolean {
  return error instanceof HighLevelError && error.status !== undefined && REFUSALS.includes(error.status);
}

/** True where the account lacks the scope. */
export function isMissingScope(error: unknown): boolean {
  return error instanceof HighLevelError && error.kind === "scope";
}

/** True where the record does not exist, or no longer, however HighLevel words it. */
export function isNotFound(error: unknown): boolean {
  return error instanceof HighLevelError && error.kind === "notFound";
}
