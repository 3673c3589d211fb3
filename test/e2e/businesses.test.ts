import { describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import { run, messageOf } from "./support.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";

interface Ids {
  businessId: string;
  otherId: string;
  contactIds: string[];
}

function setup({ store, locationId }: Sandbox): Ids {
  const [business, other] = store.businesses.in(locationId);
  const contacts = store.contacts.insert(Array.from({ length: 120 }, (_, index) => ({ locationId, firstName: `Member ${index}`, businessId: business!.id, businessName: business!.name })));
  return { businessId: business!.id, otherId: other!.id, contactIds: contacts.map(({ id }) => id) };
}

const ALL = ["created", "updated", "deleted"];
const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);
const businessOf = ({ businessId }: Ids) => ({ businessId });
const change = ({ store }: Sandbox, id: string, fields: object) => store.businesses.change(store.businesses.get(id)!, { ...fields, updatedAt: store.clock.now() + 1 });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "list-businesses-by-location", when: "one is created, one changed, one deleted", props: () => ({ eventTypes: ALL }),
    change: (sandbox, { businessId, otherId }) => {
      const { store, locationId } = sandbox;
      store.businesses.put({ id: "63771dcac1116f0e21de8e12", locationId, name: "Harbor Yoga", createdAt: store.clock.now(), updatedAt: store.clock.now() });
      change(sandbox, businessId, { city: "Bangor" });
      store.businesses.delete(otherId);
    },
    eventTypes: ["created", "deleted", "updated"], polls: 2,
  },
  {
    slug: "list-businesses-by-location", when: "only the time of the last change moves", props: () => ({}),
    change: (sandbox, { businessId }) => change(sandbox, businessId, {}),
    eventTypes: [],
  },
  {
    slug: "list-businesses-by-location", when: "130 are created, more than a page", props: () => ({}),
    change: ({ store, locationId, advance }) => {
      advance(1000);
      for (let index = 0; index < 130; index++) store.businesses.put({ id: store.random.hex(24), locationId, name: `Business ${index}`, createdAt: store.clock.now(), updatedAt: store.clock.now() });
    },
    eventTypes: Array.from({ length: 130 }, () => "created"),
  },
  {
    slug: "get-business", when: "its city changes", props: businessOf,
    change: (sandbox, { businessId }) => change(sandbox, businessId, { city: "Bangor" }),
    eventTypes: ["updated"],
    event: ({ businessId }) => ({ id: businessId, city: "Bangor", _event: contains({ changedFields: ["city"] }) }),
  },
  {
    slug: "get-business", when: "only a field changes that is not watched", props: (ids) => ({ ...businessOf(ids), watchFields: ["phone"] }),
    change: (sandbox, { businessId }) => change(sandbox, businessId, { city: "Bangor" }),
    eventTypes: [],
  },
  {
    slug: "get-business", when: "it is deleted", props: businessOf,
    change: ({ store }, { businessId }) => store.businesses.delete(businessId),
    eventTypes: ["deleted"], event: ({ businessId }) => ({ id: businessId }),
  },
];

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-business", props: () => ({ name: "Harbor Yoga", postalCode: "00123", country: "US", email: "office@example.com" }),
    effect: ({ store, locationId }, _, { id }) => expect(store.businesses.get(String(id))).toEqual(contains({ locationId, name: "Harbor Yoga", postalCode: "00123", country: "US" })),
  },
  {
    slug: "update-business", props: (ids) => ({ ...businessOf(ids), name: "Harbor Yoga & Spa" }),
    effect: ({ store }, { businessId, contactIds }, result) => {
      expect(result).toEqual(contains({ id: businessId, name: "Harbor Yoga & Spa" }));
      expect(store.businesses.get(businessId)!.name).toBe("Harbor Yoga & Spa");
      expect(store.contacts.get(contactIds[0]!)!.businessName).toBe("Harbor Yoga & Spa");
    },
  },
  {
    slug: "delete-business", props: businessOf,
    effect: ({ store }, { businessId, contactIds }) => {
      expect(store.businesses.get(businessId)).toBeUndefined();
      expect(store.contacts.get(contactIds[0]!)!.businessId).toBeUndefined();
    },
  },
  {
    slug: "bulk-business-update", when: "120 contacts move to another business", props: ({ otherId, contactIds }) => ({ businessId: otherId, contacts: contactIds }),
    effect: ({ store, requests }, { otherId, contactIds }, result) => {
      expect(contactIds.map((id) => store.contacts.get(id)!.businessId)).toEqual(contactIds.map(() => otherId));
      expect(result).toEqual(contactIds.map((contactId) => ({ contactId, succeeded: true })));
      expect(requests.map(({ body }) => (body as { ids: string[] }).ids.length)).toEqual([50, 50, 20]);
    },
  },
  {
    slug: "bulk-business-update", when: "contacts are taken out of their business", props: ({ contactIds }) => ({ removeFromBusiness: true, contacts: contactIds.slice(0, 2) }),
    effect: ({ store }, { businessId, contactIds }) => {
      expect(contactIds.slice(0, 3).map((id) => store.contacts.get(id)!.businessId)).toEqual([undefined, undefined, businessId]);
    },
  },
];

e2e({ category: "businesses", setup, triggers, actions });

describe("bulk-business-update", () => {
  it("says what is left where a later batch fails, and nothing is done twice", async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      const { otherId, contactIds } = setup(sandbox);
      const wrong = contactIds.with(70, "UnknownContact000001");
      const outcome = await messageOf(run(sandbox, "bulk-business-update", { businessId: otherId, contacts: wrong }));
      expect(outcome).toMatch(/UnknownContact000001 not found.*Added 50 of 120 contacts to company .* before that\. Not confirmed: .*UnknownContact000001/s);
      expect(sandbox.requests).toHaveLength(2);
      expect(contactIds.filter((id) => sandbox.store.contacts.get(id)!.businessId === otherId)).toEqual(contactIds.slice(0, 50));
    } finally {
      await sandbox.close();
    }
  });

  it.each([
    ["neither a business nor a removal", {}, /Fill in Company or Remove from Company\./],
    ["both", { businessId: "63771dcac1116f0e21de8e12", removeFromBusiness: true }, /Fill in only one of Company and Remove from Company\./],
    ["a blank business, as an expression leaves it", { businessId: "  " }, /Fill in Company or Remove from Company\./],
  ])("is refused with %s", async (_, props, message) => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      expect(await messageOf(run(sandbox, "bulk-business-update", { contacts: ["ocQHyuzHvysMo5N5VsXc"], ...props }))).toMatch(message);
      expect(sandbox.requests).toEqual([]);
    } finally {
      await sandbox.close();
    }
  });
});
