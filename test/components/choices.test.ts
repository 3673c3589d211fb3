/** Fixed choices: each operation takes them by value and by label, whatever the capitals, and refuses others before it sends anything. */
import { expect, it } from "@jest/globals";
import escapeRegExp from "lodash/escapeRegExp.js";
import nock from "../support/nock.ts";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { createSource, defineProps, optionOf, runAction } from "../../hosts/runtime/index.ts";
import type { Component, PropDefinition } from "../../hosts/runtime/index.ts";
import { LOCATION, TOKEN } from "./account.ts";
import { sampled } from "../support/effort.ts";

/** Lists that HighLevel may know more of than we: what is not in them is sent as it is. */
const OPEN: Record<string, string> = {
  permissionsGranted: "HighLevel has rights that its API description lacks",
  permissionsWithheld: "as permissionsGranted",
  scopes: "as permissionsGranted",
  scopesAssignedToOnly: "as permissionsGranted",
  "create-business country": "free text",
  "update-business country": "free text",
};
/** Fields whose values are more than choices: they have tests of their own. */
const RICHER: Record<string, string> = {
  watchFields: "a record may have fields besides, so they are checked against it when it has been read",
  returnFields: "a record may have fields besides; one that it lacks is not returned",
  locationConfigurations: "a meeting location may come with its address",
};
const WRONG = "Bossz";

type Values = Record<string, unknown>;
interface Field { name: string; definition: PropDefinition; options: { label: string; value: string }[] }

const rows = sampled(readCatalog(process.env), 8);

/** Something for each field that must be filled in: its first choice, or an id. */
function filledIn(component: Component): Values {
  const fields = [...defineProps(component.props ?? {}).values()].filter(({ definition: { optional, type } }) => optional !== true && !String(type).startsWith("$.") && type !== "app");
  return Object.fromEntries(fields.map(({ name, definition }) => {
    const value = Array.isArray(definition.options) ? optionOf(definition.options[0]).value : "id1";
    return [name, String(definition.type).endsWith("[]") ? [value] : value];
  }));
}

function choicesOf(component: Component): Field[] {
  return [...defineProps(component.props ?? {}).values()].flatMap(({ name, definition }) => (Array.isArray(definition.options) && !(name in RICHER)
    ? [{ name, definition, options: definition.options.map(optionOf) as Field["options"] }] // all our choices are texts
    : []));
}

/** HighLevel, with an empty answer to everything; the list fills with what is sent. */
function listening(): string[] {
  const sent: string[] = [];
  const scope = nock("https://services.leadconnectorhq.com").persist();
  for (const method of ["GET", "POST", "PUT", "DELETE"]) {
    scope.intercept(/.*/, method).optionally().reply((uri, body) => {
      sent.push(`${method} ${uri} ${JSON.stringify(body)}`);
      return [200, {}];
    });
  }
  return sent;
}

it.each(rows.map(({ slug }) => slug))("%s", async (slug) => {
  const { component } = await loadOperation(slug, process.env);
  const wire = listening();
  const outcome = async (name: string, { type }: PropDefinition, text: string) => {
    wire.length = 0;
    const props = { ...filledIn(component), [name]: String(type).endsWith("[]") ? [text] : text };
    const options = { props, auth: { oauth_access_token: TOKEN, locationId: LOCATION, companyId: "agency1" }, onLog: () => undefined };
    const run = component.type === "source" ? createSource(component, options).deploy() : runAction(component, options);
    const error = await run.then(() => "", ({ message }: Error) => message);
    return { sent: [...wire], error };
  };
  for (const { name, definition, options } of choicesOf(component)) {
    const wrong = await outcome(name, definition, WRONG);
    if (name in OPEN || `${slug} ${name}` in OPEN) expect(wrong.error).not.toContain("cannot be chosen");
    else {
      expect(wrong.error).toMatch(new RegExp(`^${escapeRegExp(String(definition.label))}: "${WRONG}" cannot be chosen\\..* (Choose from: \\w.*|Choose one of the \\d+ in the list)\\.$`));
      expect(wrong.sent).toEqual([]);
    }
    const { label, value } = options.at(-1)!; // a list of choices is not empty
    const right = await outcome(name, definition, value);
    expect(right.error).not.toContain("cannot be chosen");
    for (const spelling of [value.toUpperCase(), ` ${label.toLowerCase()} `]) expect(await outcome(name, definition, spelling)).toEqual(right);
    expect(options.filter((other) => other.value !== value && [other.value, other.label].some((text) => [value, label].includes(text)))).toEqual([]);
  }
});
