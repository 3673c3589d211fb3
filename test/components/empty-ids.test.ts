/** A required id that an expression left empty is named as the form names it. */
import { expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { createSource, defineProps, optionOf, runAction } from "../../hosts/runtime/index.ts";
import { LOCATION, TOKEN } from "./account.ts";
import { actionRows } from "./all-rows.ts";
import { sampled } from "../support/effort.ts";

const rows = Object.fromEntries(await actionRows());
const auth = { oauth_access_token: TOKEN, locationId: LOCATION };

it.each(sampled(readCatalog(process.env), 4).map(({ slug }) => [slug]))("%s", async (slug) => {
  const { component } = await loadOperation(slug, process.env);
  const required = [...defineProps(component.props ?? {})].filter(([, { definition }]) => definition.type === "string" && !definition.optional);
  const form = { ...Object.fromEntries(required.map(([name, { definition: { options } }]) => [name, Array.isArray(options) ? optionOf(options[0]).value : "id1"])), ...rows[slug]?.required.props, ...(slug === "create-appointment" && { checkFreeSlots: false }) };
  for (const [name, { definition: { label } }] of required.filter(([prop]) => /(Id|Key)$/.test(prop))) {
    const props = { ...form, [name]: " " };
    const doing = component.type === "source" ? createSource(component, { props, auth }).deploy() : runAction(component, { props, auth });
    const error = await Promise.resolve(doing).then(() => undefined, (reason: Error) => reason);
    expect(error?.message).toContain(String(label));
  }
});
