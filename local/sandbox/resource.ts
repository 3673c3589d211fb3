import type { Auth, Grant } from "./auth.ts";
import type { Clock } from "./clock.ts";
import { badRequest } from "./errors.ts";
import type { Contact } from "./model.ts";
import type { SignIn } from "./sign-in.ts";
import type { Store } from "./store.ts";

/** A request that has passed all checks (token, Version, scope, location, schema), with its context. */
export interface Call<Body = unknown, Query = unknown> {
  store: Store;
  clock: Clock;
  auth: Auth;
  signIn: SignIn;
  grant: Grant;
  /** Path parameters. */
  params: Record<string, string>;
  query: Query;
  body: Body;
}

/** Returns the body of the response, or throws an ApiError. The status is the documented one. */
export type Handler = (call: Call) => unknown;

/** The operations of one resource, by `METHOD /path template`. */
export type Resource = Record<string, Handler>;

/** Types the body and query of a handler. */
export function handle<Body = unknown, Query = unknown>(handler: (call: Call<Body, Query>) => unknown): Handler {
  return handler as Handler; // requests are validated against the operation's facts first
}

/** A path parameter of the operation. */
export function param({ params }: Pick<Call, "params">, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`The operation has no path parameter ${name}.`);
  return value;
}

/**
 * The contact the path names.
 * @throws ApiError 400 if there is none, 403 if the token has no access to its location
 */
export function contactOf({ store, auth, grant, params }: Pick<Call, "store" | "auth" | "grant" | "params">): Contact {
  return contactById({ store, auth, grant }, param({ params }, "contactId"));
}

/** A contact by id, with the errors of `contactOf`. */
export function contactById({ store, auth, grant }: Pick<Call, "store" | "auth" | "grant">, id: string): Contact {
  const contact = store.contacts.get(id);
  if (!contact) throw badRequest(`Contact with id ${id} not found`);
  auth.requireLocation(grant, contact.locationId);
  return contact;
}

/** A copy without undefined properties. */
export function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T; // only absent ones are dropped
}

/** The page of a list given by `skip` and `limit` (numbers or digits). */
export function slice<T>(list: T[], skip: string | number = 0, limit: string | number): T[] {
  return list.slice(Number(skip), Number(skip) + Number(limit));
}
