import type { User } from "../../sandbox/index.ts";
import type { Environment, Model, ModelRow } from "../model.ts";
import { agency, plain } from "./fields.ts";
import { listModel } from "./list.ts";
import type { ListOf, Shelf } from "./list.ts";
import { text } from "./read.ts";
import { recordModel } from "./record.ts";
import { valueModel } from "./value.ts";

/** The users of the agency, which all histories share; nobody at first. */
function userShelf({ sandbox: { store } }: Environment): Shelf<User> {
  return {
    get: (id) => {
      const user = store.users.get(id);
      return user && (user.deletedAt ?? Infinity) > store.clock.now() ? user : undefined;
    },
    put: (row) => store.users.put(row),
    // A deletion takes a while.
    delete: (id) => {
      const user = store.users.get(id);
      return user !== undefined && Boolean(store.users.change(user, { deletedAt: store.clock.now() + 180_000 }));
    },
  };
}

function dismissAll({ sandbox: { store }, companyId }: Environment): void {
  for (const { id } of store.users.in(companyId)) store.users.delete(id);
}

const newUser = ({ companyId, locationId, now }: Environment, id: string, firstName = "Mina"): User => ({
  id, companyId, firstName, lastName: "Sato", email: `${id}@example.com`, type: "account", role: "user", locationIds: [locationId], dateAdded: now(),
});

const users = (given: (environment: Environment) => Pick<Model, "props" | "otherProps" | "token">): ListOf<User> => ({
  shelf: (environment) => {
    dismissAll(environment);
    return userShelf(environment);
  },
  props: given,
  make: newUser,
  name: { of: ({ firstName }) => firstName, set: (row, firstName) => ({ ...row, firstName }), reported: ({ firstName }) => text(firstName) },
  noise: (environment) => ({ "a user works elsewhere": () => void environment.sandbox.store.users.put({ ...newUser(environment, environment.id()), locationIds: ["SandboxLocation00002"], role: "admin" }) }),
});

/** With the flag, a user matches the role filter. */
const isAdmin: NonNullable<ListOf<User>["flag"]> = {
  of: ({ role }) => role === "admin", set: (row, on) => ({ ...row, role: on ? "admin" : "user" }), reported: ({ roles }) => (roles as { role: string }).role === "admin", eventTypes: {},
};

const userByEmail = (props: Record<string, unknown>) => valueModel("filter-users-by-email", {
  open: (environment) => {
    const { store } = environment.sandbox;
    dismissAll(environment);
    const email = "rosa.meyer@example.com";
    const isGone = ({ deletedAt = Infinity }: User) => deletedAt <= environment.now();
    const all = () => store.users.in(environment.companyId);
    const one = (pick: number) => all()[pick % Math.max(1, all().length)];
    const change = (pick: number, changes: Partial<User>) => {
      const user = one(pick);
      if (user) store.users.change(user, changes);
    };
    const add = (changes: Partial<User>) => store.users.put({ ...newUser(environment, environment.id()), ...changes });
    for (let index = 0; index < environment.size; index++) add(index === 0 ? { email } : {});
    return {
      ...agency,
      props: { companyId: environment.companyId, email, ...props },
      otherProps: { companyId: environment.companyId, email: email.toUpperCase(), ...props },
      mutations: {
        "add one with the email": () => add({ email: "Rosa.Meyer@example.com" }),
        "add another": () => add({}),
        "give the email to one": (pick) => change(pick, { email }),
        "take it from one": (pick) => change(pick, { email: `${environment.id()}@example.com` }),
        rename: (pick) => change(pick, { firstName: `Name ${pick}` }),
        "delete one": (pick) => change(pick, { deletedAt: environment.now() + 180_000 }),
        "let it show at once": (pick) => change(pick, { deletedAt: environment.now() }),
        "take a deletion back": (pick) => change(pick, { deletedAt: undefined }),
        forget: (pick) => void store.users.delete(one(pick)?.id ?? ""),
      },
      answer: () => all().find((user) => user.email.toLowerCase() === email && isGone(user) === (props.includeDeleted === true))?.id,
    };
  },
  reported: ({ id }) => (id === undefined ? undefined : text(id)),
  eventTypes: (before, after) => [after === undefined ? "gone" : before === undefined ? "found" : "changed"],
}, { when: props.includeDeleted ? "among the deleted ones" : "among those who exist" });

export const userModels: ModelRow[] = [
  recordModel<User>("get-user", {
    shelf: userShelf,
    make: (environment, id) => {
      dismissAll(environment);
      return newUser(environment, id);
    },
    fields: {
      phone: plain("phone"),
      firstName: plain("firstName"),
      // The name changes with its parts.
      name: { of: ({ firstName, lastName }) => `${firstName} ${lastName}`, set: (row, firstName) => ({ ...row, firstName }) },
      roles: { of: ({ role }) => role, set: (row, value) => ({ ...row, role: value === "first" ? "admin" : "user" }), reported: ({ roles }) => (roles as { role: string }).role },
    },
    also: ({ sandbox: { store } }, id) => ({ "delete at once": () => void store.users.delete(id) }),
    props: (_, userId) => ({ props: { userId } }),
  }),
  listModel("list-users-by-location", users(() => ({ props: {} }))),
  listModel("search-users", users(({ companyId, locationId }) => ({ props: {}, otherProps: { companyId, ofLocation: locationId } })), { large: 98 }),
  listModel("search-users", {
    ...users(({ companyId, locationId }) => ({ props: { companyId, role: "admin", ofLocation: locationId }, otherProps: { role: "admin", ofLocation: locationId, userType: "account" }, ...agency })),
    flag: isAdmin,
    isShown: isAdmin.of,
  }, { when: "the agency's admins in a sub-account" }),
  userByEmail({}),
  userByEmail({ includeDeleted: true }),
];
