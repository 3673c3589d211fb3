/** An error about an ID or key has the label that the form shows for its field, in every operation; and a name in its place is told, not sent. */
import { expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { createSource, defineProps, optionOf, runAction } from "../../hosts/runtime/index.ts";
import { LOCATION, TOKEN } from "./account.ts";
import { sampled } from "../support/effort.ts";
import { actionRows } from "./all-rows.ts";

const rows = Object.fromEntries(await actionRows());
const auth = { oauth_access_token: TOKEN, locationId: LOCATION };
const ID = /^(?!additionalEmailIds)(\w+Ids?|contacts|assignedTo|taskAssignedTo|followers|mentions|teamMembers|selectedUsers)$/;

const KEY = /Key$|^(ofLocation|scoreProfile|twilioSid|twilioAuthToken)$/;

/** What a run with this form is refused for. */
async function refusal(slug: string, given: Record<string, unknown>): Promise<string | undefined> {
  const { component } = await loadOperation(slug, process.env);
  const required = [...defineProps(component.props ?? {})].filter(([, { definition }]) => definition.type === "string" && !definition.optional);
  const filled = Object.fromEntries(required.map(([name, { definition: { options } }]) => [name, Array.isArray(options) ? optionOf(options[0]).value : "id1"]));
  const props = { ...filled, ...rows[slug]?.required.props, ...given };
  const doing = component.type === "source" ? createSource(component, { props, auth }).deploy() : runAction(component, { props, auth });
  return Promise.resolve(doing).then(() => undefined, (reason: Error) => reason.message);
}

it("in every form", async () => {
  const problems: string[] = [];
  let asked = 0;
  const catalog = readCatalog(process.env);
  const played = sampled(catalog, 6);
  for (const { slug } of played) {
    const { component } = await loadOperation(slug, process.env);
    for (const [name, { definition: { label, type } }] of defineProps(component.props ?? {})) {
      if (!(ID.test(name) || KEY.test(name)) || !String(type).startsWith("string")) continue;
      asked++;
      const said = await refusal(slug, { [name]: String(type).endsWith("[]") ? ["New customers"] : "New customers" });
      const wanted = KEY.test(name) ? "the value contains a space" : '"New customers" is a name, and this field takes an ID. ';
      if (!said?.startsWith(`${String(label)}: ${wanted}`)) problems.push(`${slug}, ${name}, ${String(label)}: ${said}`);
    }
  }
  expect(problems).toEqual([]);
  expect(asked).toBeGreaterThan(200 * played.length / catalog.length);
});
