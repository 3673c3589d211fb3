import { describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import { account, source, messageOf } from "./support.ts";
import type { TriggerRow } from "./suite.ts";

interface Ids {
  companyId: string;
  snapshotId: string;
}

function setup({ store, companyId }: Sandbox): Ids {
  return { companyId, snapshotId: store.snapshots.in(companyId)[0]!.id };
}

const token = { kind: "agency" } as const;
const add = ({ store, companyId }: Sandbox) => store.snapshots.put({ id: "NewSnapshot000000001", companyId, name: "Law firm", type: "imported" });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "list-snapshots", when: "one is imported; the agency is looked up", token, props: () => ({}),
    change: add, eventTypes: ["created"], event: () => ({ name: "Law firm", type: "imported" }),
  },
  {
    slug: "list-snapshots", when: "one is renamed, one deleted", token, props: ({ companyId }) => ({ companyId, eventTypes: ["created", "updated", "deleted"] }),
    change: ({ store, companyId }, { snapshotId }) => {
      store.snapshots.delete(store.snapshots.in(companyId)[1]!.id);
      store.snapshots.change(store.snapshots.get(snapshotId)!, { name: "Other name" });
    },
    eventTypes: ["deleted", "updated"], polls: 2,
  },
  {
    slug: "list-snapshots", when: "only deletions are wanted and one is imported", token, props: ({ companyId }) => ({ companyId, eventTypes: ["deleted"] }),
    change: add, eventTypes: [],
  },
];

e2e({ category: "snapshots", setup, triggers, actions: [] });

describe("list-snapshots", () => {
  it("says that it needs the agency's token", async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      const trigger = await source(sandbox, "list-snapshots", {});
      expect(await messageOf(trigger.deploy())).toMatch(/agency/);
    } finally {
      await sandbox.close();
    }
  });

  it("asks for the agency's id if nothing shows it", async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      const auth = { ...account(sandbox, sandbox.token(token)), locationId: undefined };
      const trigger = await source(sandbox, "list-snapshots", {}, auth);
      expect(await messageOf(trigger.deploy())).toMatch(/Fill in Agency/);
      expect(sandbox.requests).toEqual([]);
    } finally {
      await sandbox.close();
    }
  });
});
