/** The dropdown of users, with each kind of account. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { account, load } from "./support.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false, strict: true });
});
afterAll(() => sandbox.close());

const labels = async (auth: Record<string, unknown>, configured = {}, query?: string) => {
  const { options } = await resolveOptions(await load("update-user"), "userId", { auth, configured, query });
  return options.map(({ label }) => label).sort();
};

it("offers the sub-account's users to its own account and to the agency's", async () => {
  const { store, locationId, companyId } = sandbox;
  const own = await labels(account(sandbox));
  const ofLocation = store.users.in(companyId).filter(({ locationIds }) => locationIds.includes(locationId));
  expect(own).toHaveLength(ofLocation.length);
  const agency = account(sandbox, sandbox.token({ kind: "agency" }));
  expect(await labels(agency)).toEqual(own);
  expect(await labels({ ...agency, locationId: undefined }, { locationId })).toEqual(own);
});

it("offers the agency's users where no sub-account is named, and searches them", async () => {
  const { store, companyId } = sandbox;
  const agency = { ...account(sandbox, sandbox.token({ kind: "agency" })), locationId: undefined, companyId };
  const all = await labels(agency);
  expect(all).toHaveLength(store.users.in(companyId).length);
  const [first] = all;
  expect(await labels(agency, {}, first)).toEqual([first]);
});
