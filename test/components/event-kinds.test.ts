/** A trigger whose events are misspelled would never emit: it says so at deployment, before anything is asked. */
import { expect, it } from "@jest/globals";
import "../support/nock.ts";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { createSource, defineProps } from "../../local/runtime/index.ts";
import type { Component } from "../../local/runtime/index.ts";
import { LOCATION, TOKEN } from "./account.ts";
import { sampled } from "../support/effort.ts";

const triggers = readCatalog(process.env).filter(({ type }) => type === "source").map(({ slug }) => slug);

/** Something for each required field; nothing is sent with it. */
function filledIn(component: Component, kinds: unknown): Record<string, unknown> {
  const fields = [...defineProps(component.props ?? {}).values()].filter(({ definition }) => definition.optional !== true && !String(definition.type).startsWith("$.") && definition.type !== "app");
  return { ...Object.fromEntries(fields.map(({ name, definition }) => [name, String(definition.type).endsWith("[]") ? ["id1"] : "id1"])), kinds };
}

const errorOf = async (component: Component, kinds: unknown) => {
  const auth = { oauth_access_token: TOKEN, locationId: LOCATION, companyId: "agency1" };
  const source = createSource(component, { props: filledIn(component, kinds), auth, onLog: () => undefined });
  return source.deploy().then(() => undefined, (error: Error) => error.message);
};

it.each(sampled(triggers, 3))("%s", async (slug) => {
  const { component } = await loadOperation(slug, process.env);
  const kinds = defineProps(component.props ?? {}).get("kinds")?.definition;
  if (!kinds) return;
  expect(await errorOf(component, ["craeted"])).toMatch(/^Events: "craeted" cannot be chosen\. Choose from: \w.*\.$/);
  const [first] = kinds.options as { label: string; value: string }[];
  expect(first?.label).toMatch(/^(An?|The) \w/);
  expect(await errorOf(component, [first!.label, "craeted"])).toContain('Events: "craeted" cannot be chosen');
});
