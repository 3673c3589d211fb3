import { describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";
import { account, run, source, messageOf } from "./support.ts";

interface Ids {
  companyId: string;
  locationId: string;
  userId: string;
  userName: string;
}

const agency = { kind: "agency" as const };
const newUser = ({ companyId, locationId }: Ids) => ({
  id: "NewUser0000000000001", companyId, firstName: "Mina", lastName: "Sato", email: "Mina.Sato@example.com",
  type: "account" as const, role: "user" as const, locationIds: [locationId], dateAdded: Date.now(),
});

function setup({ store, companyId, locationId }: Sandbox): Ids {
  const user = store.users.in(companyId).find(({ type, role }) => type === "account" && role === "user")!; // seeded
  return { companyId, locationId, userId: user.id, userName: user.firstName };
}

const add = ({ store }: Sandbox, ids: Ids) => store.users.put(newUser(ids));
const rename = ({ store }: Sandbox, { userId }: Ids) => store.users.change(store.users.get(userId)!, { lastName: "Renamed" });
const remove = ({ store }: Sandbox, { userId }: Ids) => store.users.delete(userId);

const triggers: TriggerRow<Ids>[] = [
  { slug: "list-users-by-location", when: "one is added", props: () => ({}), change: add, eventTypes: ["created"], event: () => ({ email: "Mina.Sato@example.com" }) },
  { slug: "list-users-by-location", when: "one is added to another sub-account", props: () => ({}), change: ({ store }, ids) => store.users.put({ ...newUser(ids), locationIds: ["SandboxLocation00002"] }), eventTypes: [] },
  { slug: "list-users-by-location", when: "one is removed", props: () => ({}), change: remove, eventTypes: ["deleted"], polls: 2, event: ({ userId }) => ({ id: userId }) },
  { slug: "search-users", when: "one is added, one renamed", props: () => ({}), change: (sandbox, ids) => [add(sandbox, ids), rename(sandbox, ids)], eventTypes: ["created", "updated"] },
  { slug: "search-users", when: "the whole agency is watched with its token", token: agency, props: ({ companyId }) => ({ companyId }), change: ({ store }, ids) => store.users.put({ ...newUser(ids), locationIds: ["SandboxLocation00002"] }), eventTypes: ["created"] },
  {
    slug: "search-users", when: "the new one does not pass the filters",
    props: ({ locationId }) => ({ role: "admin", userType: "account", query: "mina", ofLocation: locationId }),
    change: add, eventTypes: [],
  },
  {
    slug: "search-users", when: "more than a page of them is added", props: () => ({ eventTypes: ["created"] }),
    change: ({ store }, ids) => Array.from({ length: 230 }, (_, index) => store.users.put({ ...newUser(ids), id: `NewUser${index}`, email: `user${index}@example.com`, dateAdded: Date.now() + index })),
    eventTypes: Array.from({ length: 230 }, () => "created"),
  },
  { slug: "get-user", when: "it is renamed", props: ({ userId }) => ({ userId }), change: rename, eventTypes: ["updated"], event: () => ({ lastName: "Renamed", _event: expect.objectContaining({ changedFields: ["name", "lastName"] }) }) },
  { slug: "get-user", when: "another one is renamed", props: ({ userId }) => ({ userId }), change: add, eventTypes: [] },
  { slug: "get-user", when: "it is deleted, which HighLevel tells with a 401", props: ({ userId }) => ({ userId }), change: remove, eventTypes: ["deleted"] },
  { slug: "filter-users-by-email", when: "the email becomes known", token: agency, props: ({ companyId }) => ({ companyId, email: "mina.sato@example.com" }), change: add, eventTypes: ["found"], event: () => ({ id: "NewUser0000000000001", firstName: "Mina" }) },
  {
    slug: "filter-users-by-email", when: "the user with the email is deleted", token: agency,
    props: ({ companyId, userName }) => ({ companyId, email: { Tessa: "tessa.novak@example.com" }[userName] }),
    change: remove, eventTypes: ["gone"], event: () => ({ email: "tessa.novak@example.com" }),
  },
  { slug: "filter-users-by-email", when: "another user is added", token: agency, props: ({ companyId }) => ({ companyId, email: "nobody@example.com" }), change: add, eventTypes: [] },
];

const person = { firstName: "Mina", lastName: "Sato", email: "mina.sato@example.com", password: "Secret-1234", type: "account", role: "user" };
const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-user", when: "in the connected sub-account", props: () => ({ ...person, permissionsGranted: ["botService"], permissionsWithheld: ["tagsEnabled"] }),
    effect: ({ store }, { companyId, locationId }, { id }) => {
      const user = store.users.get(String(id));
      expect(user).toEqual(contains({ companyId, locationIds: [locationId], email: "mina.sato@example.com", permissions: { botService: true, tagsEnabled: false } }));
      expect(user).not.toHaveProperty("scopes");
      expect(user).not.toHaveProperty("password");
    },
  },
  {
    slug: "create-user", when: "with the agency's token", token: agency, props: ({ companyId }) => ({ ...person, companyId, type: "agency", locationIds: ["SandboxLocation00002"], scopes: ["contacts.write"] }),
    effect: ({ store }, _, { id }) => expect(store.users.get(String(id))).toEqual(contains({ locationIds: ["SandboxLocation00002"], scopes: ["contacts.write"] })),
  },
  {
    slug: "update-user", props: ({ userId }) => ({ userId, lastName: "Renamed", role: "admin" }),
    effect: ({ store }, { userId, userName }) => expect(store.users.get(userId)).toEqual(contains({ firstName: userName, lastName: "Renamed", role: "admin" })),
  },
  {
    slug: "delete-user", props: ({ userId }) => ({ userId }),
    effect: ({ store }, { userId }) => expect(store.users.get(userId)!.deletedAt).toBeGreaterThan(Date.now()),
  },
];

e2e({ category: "users", setup, triggers, actions });

describe("users: errors", () => {
  const withSandbox = (body: (sandbox: Sandbox, ids: Ids) => Promise<void>) => async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      await body(sandbox, setup(sandbox));
    } finally {
      await sandbox.close();
    }
  };

  it("a user who does not exist is no expired login", withSandbox(async (sandbox) => {
    expect(await messageOf(run(sandbox, "delete-user", { userId: "nobody1" }))).toMatch(/^User: HighLevel has no user with this ID\. .* HighLevel says: The user does not exist\. \(/);
  }));

  it("filter-users-by-email needs the agency's token", withSandbox(async (sandbox, { companyId }) => {
    const trigger = await source(sandbox, "filter-users-by-email", { companyId, email: "a@example.com" });
    expect(await messageOf(trigger.deploy())).toMatch(/connected with the wrong kind of token|lacks the scope/);
  }));

  it("list-users-by-location refuses the agency's token", withSandbox(async (sandbox) => {
    const trigger = await source(sandbox, "list-users-by-location", {}, account(sandbox, sandbox.token(agency)));
    expect(await messageOf(trigger.deploy())).toMatch(/connected with the wrong kind of token/);
  }));

  it("the agency has to be known", withSandbox(async (sandbox) => {
    const auth = { ...account(sandbox, sandbox.token(agency)), locationId: undefined };
    const trigger = await source(sandbox, "search-users", {}, auth);
    expect(await messageOf(trigger.deploy())).toBe("Which agency? Fill in Agency with its ID: in HighLevel, open the agency's Settings > Company.");
  }));

  it("a deletion shows some minutes later, once", withSandbox(async (sandbox, { userId }) => {
    const trigger = await source(sandbox, "get-user", { userId });
    await trigger.deploy();
    await run(sandbox, "delete-user", { userId });
    expect((await trigger.run()).emitted).toEqual([]);
    sandbox.advance(4 * 60_000);
    expect((await trigger.run()).emitted.map(({ event }) => event)).toEqual([contains({ id: userId, _event: contains({ kind: "deleted" }) })]);
    expect((await trigger.run()).emitted).toEqual([]);
  }));
});
