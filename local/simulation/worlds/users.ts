import type { User } from "../../sandbox/index.ts";
import type { Stage, World, WorldRow } from "../world.ts";
import { agency, plain } from "./fields.ts";
import { listWorld } from "./list.ts";
import type { ListOf, Shelf } from "./list.ts";
import { text } from "./read.ts";
import { recordWorld } from "./record.ts";
import { valueWorld } from "./value.ts";

/** The users of the agency, which all histories share; nobody at first. */
function userShelf({ sandbox: { store } }: Stage): Shelf<User> {
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

function dismissAll({ sandbox: { store }, companyId }: Stage): void {
  for (const { id } of store.users.in(companyId)) store.users.delete(id);
}

const newUser = ({ companyId, locationId, now }: Stage, id: string, firstName = "Mina"): User => ({
  id, companyId, firstName, lastName: "Sato", email: `${id}@example.com`, type: "account", role: "user", locationIds: [locationId], dateAdded: now(),
});

const users = (given: (stage: Stage) => Pick<World, "props" | "otherProps" | "token">): ListOf<User> => ({
  shelf: (stage) => {
    dismissAll(stage);
    return userShelf(stage);
  },
  props: given,
  make: newUser,
  name: { of: ({ firstName }) => firstName, set: (row, firstName) => ({ ...row, firstName }), told: ({ firstName }) => text(firstName) },
  noise: (stage) => ({ "a user works elsewhere": () => void stage.sandbox.store.users.put({ ...newUser(stage, stage.id()), locationIds: ["SandboxLocation00002"], role: "admin" }) }),
});

/** With the mark, a user passes the filter of the role. */
const isAdmin: NonNullable<ListOf<User>["flag"]> = {
  of: ({ role }) => role === "admin", set: (row, on) => ({ ...row, role: on ? "admin" : "user" }), told: ({ roles }) => (roles as { role: string }).role === "admin", kinds: {},
};

const userByEmail = (props: Record<string, unknown>) => valueWorld("filter-users-by-email", {
  open: (stage) => {
    const { store } = stage.sandbox;
    dismissAll(stage);
    const email = "rosa.meyer@example.com";
    const isGone = ({ deletedAt = Infinity }: User) => deletedAt <= stage.now();
    const all = () => store.users.in(stage.companyId);
    const one = (pick: number) => all()[pick % Math.max(1, all().length)];
    const change = (pick: number, changes: Partial<User>) => {
      const user = one(pick);
      if (user) store.users.change(user, changes);
    };
    const add = (changes: Partial<User>) => store.users.put({ ...newUser(stage, stage.id()), ...changes });
    for (let index = 0; index < stage.size; index++) add(index === 0 ? { email } : {});
    return {
      ...agency,
      props: { companyId: stage.companyId, email, ...props },
      otherProps: { companyId: stage.companyId, email: email.toUpperCase(), ...props },
      acts: {
        "add one with the email": () => add({ email: "Rosa.Meyer@example.com" }),
        "add another": () => add({}),
        "give the email to one": (pick) => change(pick, { email }),
        "take it from one": (pick) => change(pick, { email: `${stage.id()}@example.com` }),
        rename: (pick) => change(pick, { firstName: `Name ${pick}` }),
        "delete one": (pick) => change(pick, { deletedAt: stage.now() + 180_000 }),
        "let it show at once": (pick) => change(pick, { deletedAt: stage.now() }),
        "take a deletion back": (pick) => change(pick, { deletedAt: undefined }),
        forget: (pick) => void store.users.delete(one(pick)?.id ?? ""),
      },
      answer: () => all().find((user) => user.email.toLowerCase() === email && isGone(user) === (props.includeDeleted === true))?.id,
    };
  },
  told: ({ id }) => (id === undefined ? undefined : text(id)),
  kinds: (before, after) => [after === undefined ? "gone" : before === undefined ? "found" : "changed"],
}, { when: props.includeDeleted ? "among the deleted ones" : "among those who exist" });

export const userWorlds: WorldRow[] = [
  recordWorld<User>("get-user", {
    shelf: userShelf,
    make: (stage, id) => {
      dismissAll(stage);
      return newUser(stage, id);
    },
    fields: {
      phone: plain("phone"),
      firstName: plain("firstName"),
      // The name changes with its parts.
      name: { of: ({ firstName, lastName }) => `${firstName} ${lastName}`, set: (row, firstName) => ({ ...row, firstName }) },
      roles: { of: ({ role }) => role, set: (row, value) => ({ ...row, role: value === "first" ? "admin" : "user" }), told: ({ roles }) => (roles as { role: string }).role },
    },
    also: ({ sandbox: { store } }, id) => ({ "delete at once": () => void store.users.delete(id) }),
    props: (_, userId) => ({ props: { userId } }),
  }),
  listWorld("list-users-by-location", users(() => ({ props: {} }))),
  listWorld("search-users", users(({ companyId, locationId }) => ({ props: {}, otherProps: { companyId, ofLocation: locationId } })), { large: 98 }),
  listWorld("search-users", {
    ...users(({ companyId, locationId }) => ({ props: { companyId, role: "admin", ofLocation: locationId }, otherProps: { role: "admin", ofLocation: locationId, userType: "account" }, ...agency })),
    flag: isAdmin,
    isShown: isAdmin.of,
  }, { when: "the agency's admins in a sub-account" }),
  userByEmail({}),
  userByEmail({ includeDeleted: true }),
];
