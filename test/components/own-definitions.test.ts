/** What a built component carries of the app: the propDefinitions that its form names. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { sampled } from "../support/effort.ts";

interface Prop { propDefinition?: [app: { propDefinitions: object }, name: string] }

/** The propDefinitions that a built component names, and those that its app has. */
async function definitionsOf(slug: string): Promise<{ named: string[]; held: string[] }> {
  const { component } = await loadOperation(slug, process.env);
  const props = Object.values(component.props ?? {}) as Prop[]; // as components write them
  const { propDefinitions } = (component.props as Record<string, { propDefinitions: object }>).app!;
  const used = props.flatMap(({ propDefinition }) => propDefinition ?? []);
  expect(used.filter((part) => typeof part === "object" && (part as { propDefinitions: object }).propDefinitions !== propDefinitions)).toEqual([]);
  return { named: [...new Set(used.filter((part) => typeof part === "string"))].sort(), held: Object.keys(propDefinitions).sort() };
}

describe("the app definition in a built component", () => {
  it.each(sampled(readCatalog(process.env), 6).map(({ slug }) => slug))("%s has all that its form names", async (slug) => {
    const { named, held } = await definitionsOf(slug);
    expect(named.filter((name) => !held.includes(name))).toEqual([]);
  });

  it.each(["delete-contact", "create-appointment", "search-conversations"])("%s has nothing else", async (slug) => {
    const { named, held } = await definitionsOf(slug);
    expect(held).toEqual(named);
  });
});
