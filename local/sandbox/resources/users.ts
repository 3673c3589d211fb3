import omit from "lodash/omit.js";
import orderBy from "lodash/orderBy.js";
import { badRequest, forbidden, unauthorized } from "../errors.ts";
import type { User } from "../model.ts";
import type { UserRights } from "../models/agencies.ts";
import { compact, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";

interface UserSearch {
  companyId: string;
  locationId?: string;
  query?: string;
  skip?: string;
  limit?: string;
  type?: string;
  role?: string;
  ids?: string;
  sort?: string;
  sortDirection?: string;
}

interface UserBody extends UserRights {
  companyId?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  password?: string;
  phone?: string;
  type?: "account" | "agency";
  role?: "admin" | "user";
  locationIds?: string[];
}
interface EmailSearch {
  companyId: string;
  emails: string;
  deleted?: boolean;
  skip?: string;
  limit?: string;
  projection?: string;
}

/** A deletion takes effect after this long. */
const DELETION_MS = 3 * 60_000;

/** Users. They have no timestamps. */
export const users: Resource = {
  "GET /users/": handle<unknown, { locationId: string }>(({ store, grant, query }) => ({
    users: present(store, grant.companyId).filter(({ locationIds }) => locationIds.includes(query.locationId)).map(shape),
  })),

  "GET /users/search": handle<unknown, UserSearch>(({ store, grant, query }) => {
    if (query.companyId !== grant.companyId) throw forbidden("The token does not have access to this company.");
    // A sub-account's token sees only the users of its own location.
    const locationId = grant.locationId ?? query.locationId;
    const ids = query.ids?.split(",");
    const text = query.query?.toLowerCase() ?? "";
    const found = present(store, query.companyId).filter((user) =>
      (!locationId || user.locationIds.includes(locationId)) && (!ids || ids.includes(user.id))
      && (!query.type || user.type === query.type) && (!query.role || user.role === query.role)
      && [name(user), user.email, user.phone ?? ""].join("\n").toLowerCase().includes(text));
    const sorted = query.sort === "dateAdded" ? orderBy(found, "dateAdded", query.sortDirection === "desc" ? "desc" : "asc") : orderBy(found, ["firstName", "lastName"]);
    return { users: slice(sorted, query.skip, query.limit ?? 25).map(shape), count: found.length };
  }),

  "POST /users/search/filter-by-email": handle<EmailSearch>(({ store, grant, body }) => {
    if (body.companyId !== grant.companyId) throw forbidden("The token does not have access to this company.");
    const emails = body.emails.toLowerCase().split(",").map((email) => email.trim());
    const gone = store.users.in(body.companyId).filter((user) => isGone(store, user));
    const found = (body.deleted ? gone : present(store, body.companyId)).filter(({ email }) => emails.includes(email.toLowerCase()));
    const brief = body.projection !== "all";
    return { users: slice(found, body.skip, body.limit ?? 25).map((user) => (brief ? { id: user.id, email: user.email } : shape(user))), count: found.length };
  }),

  "GET /users/{userId}": (call) => shape(userOf(call)),

  "POST /users/": handle<UserBody & Required<Pick<UserBody, "companyId" | "firstName" | "lastName" | "email" | "type" | "role" | "locationIds">>>((call) => {
    const { store, clock, body } = call;
    checkPlaces(call);
    if (store.users.in(body.companyId).some(({ email }) => email.toLowerCase() === body.email.toLowerCase())) throw badRequest("A user with this email already exists");
    return shape(store.users.put({ ...omit(body, "password"), id: store.random.id(), dateAdded: clock.now() }));
  }),

  // The email of a user is declared, but changing it has no effect.
  "PUT /users/{userId}": handle<UserBody>((call) => {
    const user = userOf(call);
    checkPlaces(call);
    const changes = omit(call.body, ["password", "email", "companyId"]);
    const permissions = changes.permissions && { ...user.permissions, ...changes.permissions };
    return shape(call.store.users.change(user, { ...changes, ...(permissions && { permissions }) }));
  }),

  "DELETE /users/{userId}": (call) => {
    call.store.users.change(userOf(call), { deletedAt: call.clock.now() + DELETION_MS });
    return { succeded: true, message: "Queued deleting user. The user will be deleted in a few minutes." };
  },
};

const name = ({ firstName, lastName }: User): string => `${firstName} ${lastName}`;
const isGone = ({ clock }: Call["store"], { deletedAt = Infinity }: User): boolean => deletedAt <= clock.now();
const present = (store: Call["store"], companyId: string): User[] => store.users.in(companyId).filter((user) => !isGone(store, user));

function userOf(call: Call): User {
  const user = call.store.users.get(param(call, "userId"));
  // Not a 404: see highlevel-api-docs issue 205.
  if (user?.companyId !== call.grant.companyId || isGone(call.store, user)) throw unauthorized("The user does not exist.");
  return user;
}

function checkPlaces({ auth, grant, body }: Call<UserBody>): void {
  if (body.companyId !== undefined && body.companyId !== grant.companyId) throw forbidden("The token does not have access to this company.");
  for (const id of body.locationIds ?? []) auth.requireLocation(grant, id);
}

function shape(user: User): Record<string, unknown> {
  const { id, firstName, lastName, email, phone, type, role, locationIds, permissions = {}, scopes, scopesAssignedToOnly, profilePhoto, twilioPhone, platformLanguage = "en_US" } = user;
  return compact({
    id, name: name(user), firstName, lastName, email, phone, extension: "", permissions, scopes: scopes ?? "", scopesAssignedToOnly, profilePhoto, twilioPhone,
    roles: { type, role, locationIds, restrictSubAccount: false }, deleted: false, lcPhone: {}, platformLanguage,
  });
}
