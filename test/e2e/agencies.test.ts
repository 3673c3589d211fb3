import { describe, expect, it } from "@jest/globals";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import { account, load, run, source, messageOf } from "./support.ts";

interface Ids {
  companyId: string;
  locationId: string;
}

const setup = ({ companyId, locationId }: Sandbox): Ids => ({ companyId, locationId });
const agency = { kind: "agency" as const };
const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);
const ofAgency = ({ companyId }: Ids) => ({ companyId });
const open = ({ store, locationId }: Sandbox) => store.locations.put({ ...store.locations.get(locationId)!, id: "NewLocation", name: "New studio", dateAdded: Date.now() });

e2e<Ids>({
  category: "locations", setup,
  triggers: [
    { slug: "list-locations", when: "one is opened", token: agency, props: ofAgency, change: open, eventTypes: ["created"], event: () => ({ id: "NewLocation", name: "New studio" }) },
    {
      slug: "list-locations", when: "one moves, another is closed", token: agency, props: ofAgency,
      change: ({ store, locationId }) => {
        store.locations.change(store.locations.get(locationId)!, { city: "Albany" });
        store.locations.delete("SandboxLocation00002");
      },
      eventTypes: ["deleted", "updated"], polls: 2, event: ({ locationId }) => ({ id: locationId, city: "Albany" }),
    },
    {
      slug: "list-locations", when: "150 are opened at once", token: agency, props: ofAgency,
      change: (sandbox) => Array.from({ length: 150 }, (_, index) => sandbox.store.locations.put({ ...open(sandbox), id: `New${index}`, dateAdded: Date.now() + index })),
      eventTypes: Array.from({ length: 151 }, () => "created"),
    },
    { slug: "list-locations", when: "another one is opened and only the own one can be seen", props: () => ({}), change: open, eventTypes: [] },
    { slug: "list-locations", when: "one with another email is opened", token: agency, props: (ids) => ({ ...ofAgency(ids), email: "other@example.com" }), change: open, eventTypes: [] },
  ],
  actions: [
    { slug: "find-location-by-id", when: "the connected one", props: () => ({}), effect: (_, { companyId, locationId }, result) => expect(result).toEqual(contains({ id: locationId, companyId, timezone: "America/New_York" })) },
    { slug: "find-location-by-id", when: "another one of the agency", token: agency, props: () => ({ locationId: "SandboxLocation00002" }), effect: (_, __, result) => expect(result).toEqual(contains({ name: "Hillcrest Marketing" })) },
    {
      slug: "create-location", token: agency,
      props: (ids) => ({ ...ofAgency(ids), name: "Harbor Yoga", country: "XK", timezone: "US/Central", prospectFirstName: "Dana", prospectLastName: "Merritt", prospectEmail: "dana@example.com", allowDuplicateOpportunity: true, twilioSid: "AC1", twilioAuthToken: "secret" }),
      effect: ({ store }, { companyId }, { id }) => {
        const location = store.locations.get(String(id));
        expect(location).toEqual(contains({ companyId, name: "Harbor Yoga", country: "XK", timezone: "US/Central", email: "dana@example.com", allowDuplicateOpportunity: true, allowDuplicateContact: false }));
        expect(JSON.stringify(location)).not.toContain("secret");
      },
    },
  ],
});

e2e<Ids>({
  category: "companies", setup,
  triggers: [
    {
      slug: "get-company", when: "its name changes", token: agency, props: ofAgency,
      change: ({ store, companyId }) => store.companies.change(store.companies.get(companyId)!, { name: "Beacon Marketing" }),
      eventTypes: ["updated"], event: () => ({ name: "Beacon Marketing", _event: contains({ changedFields: ["name"] }) }),
    },
    {
      slug: "get-company", when: "only what is not watched changes", token: agency, props: (ids) => ({ ...ofAgency(ids), watchFields: ["name"] }),
      change: open, eventTypes: [],
    },
    {
      slug: "get-company", when: "no agency is chosen, so the connected one is watched", token: agency, props: () => ({}),
      change: ({ store, companyId }) => store.companies.change(store.companies.get(companyId)!, { name: "Beacon Marketing" }), eventTypes: ["updated"],
    },
    { slug: "get-company", when: "a sub-account is opened", token: agency, props: ofAgency, change: open, eventTypes: ["updated"], event: () => ({ _event: contains({ changedFields: ["locationCount"] }) }) },
  ],
  actions: [],
});

const field = ({ store, locationId }: Sandbox, model: "contact" | "opportunity") => store.customFields.in(locationId).find((candidate) => candidate.model === model)!;

e2e<Ids>({
  category: "custom-fields", setup,
  triggers: [
    {
      slug: "list-custom-fields", when: "one is added, one gets another option, one is deleted", props: () => ({}),
      change: (sandbox) => {
        const { store, locationId } = sandbox;
        const plan = store.customFields.in(locationId).find(({ name }) => name === "Plan")!;
        store.customFields.change(plan, { picklistOptions: ["Basic", "Gold"] });
        store.customFields.put({ ...field(sandbox, "opportunity"), id: "NewField", name: "Rival" });
        store.customFields.delete(field(sandbox, "contact").id);
      },
      eventTypes: ["created", "deleted", "updated"], polls: 2,
    },
    {
      slug: "list-custom-fields", when: "one of contacts is added and only those of opportunities are watched", props: () => ({ model: "opportunity" }),
      change: (sandbox) => sandbox.store.customFields.put({ ...field(sandbox, "contact"), id: "NewField" }), eventTypes: [],
    },
  ],
  actions: [],
});

describe("agencies: errors", () => {
  it.each([
    ["create-location", (sandbox: Sandbox) => run(sandbox, "create-location", { companyId: sandbox.companyId, name: "Studio" })],
    ["get-company", async (sandbox: Sandbox) => (await source(sandbox, "get-company", { companyId: sandbox.companyId })).deploy()],
  ])("%s needs the agency's token", async (_, call) => {
    const sandbox = await startSandbox({ rateLimit: false });
    expect(await messageOf(call(sandbox))).toMatch(/connected with the wrong kind of token|lacks the scope/);
    await sandbox.close();
  });

  it("get-company names the scope that Pipedream's app does not grant", async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    const trigger = await source(sandbox, "get-company", { companyId: sandbox.companyId }, account(sandbox, sandbox.token({ ...agency, scopes: ["locations.readonly"] })));
    expect(await messageOf(trigger.deploy())).toMatch(/lacks the scope companies\.readonly/);
    await sandbox.close();
  });

  it("offers sub-accounts, snapshots and the agency by name", async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    const auth = { ...account(sandbox, sandbox.token(agency)), companyId: sandbox.companyId };
    const options = async (slug: string, prop: string) => (await resolveOptions(await load(slug), prop, { auth })).options;
    expect(await options("create-user", "locationIds")).toContainEqual({ label: "Hillcrest Marketing", value: "SandboxLocation00002" });
    expect(await options("create-location", "snapshotId")).not.toEqual([]);
    expect(await options("get-company", "companyId")).toEqual([{ label: `The connected account's agency (${sandbox.companyId})`, value: sandbox.companyId }]);
    await sandbox.close();
  });
});
