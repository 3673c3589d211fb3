import type { Component, PropOptions, Values } from "../../../hosts/runtime/index.ts";
import { fixedOptions, resolveOptions } from "../../../hosts/runtime/index.ts";
import type { CatalogRow } from "../catalog.ts";
import { loadOperation } from "../catalog.ts";
import { connect } from "../connection.ts";
import type { Flags, Output } from "../output.ts";
import type { Surroundings } from "../surroundings.ts";
import { givenFields, valueText } from "../values.ts";
import type { Fields } from "../values.ts";

export interface OptionsFlags extends Flags, Fields {
  query?: string;
  /** From 0. */
  page: number;
}

/**
 * The requested page. A dropdown that pages by context needs the previous pages, too; one that pages by number does not.
 * @param load fetches one page
 */
async function pageOf(page: number, load: (page: number, prevContext?: Values) => Promise<PropOptions>): Promise<PropOptions> {
  let result = await load(page, undefined);
  if (page === 0 || !result.context) return result;
  result = await load(0);
  for (let next = 1; next <= page && result.context; next++) result = await load(next, result.context);
  return result;
}

/** The requested page of a dropdown that depends on the account. */
async function accountOptions(component: Component, prop: string, flags: OptionsFlags, output: Output, around: Surroundings, row: CatalogRow): Promise<PropOptions> {
  const configured = await givenFields(flags, output, around);
  const connection = await connect(flags, around, output, row);
  try {
    return await output.during(`Options of ${prop} ...`, () => pageOf(flags.page, (page, prevContext) =>
      resolveOptions(component, prop, { page, prevContext, query: flags.query, configured, auth: connection.auth, onLog: output.log })));
  } finally {
    await connection.close();
  }
}

/** The fixed choices whose value or label contains the search text; other dropdowns search by themselves. */
function matching({ options }: PropOptions, query = ""): PropOptions {
  const wanted = query.trim().toLowerCase();
  return { options: options.filter(({ value, label }) => `${valueText(value)}\n${label}`.toLowerCase().includes(wanted)) };
}

/** `options <slug> <field>`: prints the choices of a dropdown. */
export async function optionsCommand(slug: string, prop: string, flags: OptionsFlags, output: Output, around: Surroundings): Promise<void> {
  const { row, component } = await loadOperation(slug, around.env);
  const fixed = fixedOptions(component, prop);
  const { options, context } = fixed ? matching(fixed, flags.query) : await accountOptions(component, prop, flags, output, around, row);
  if (output.json) {
    output.data({ options, context });
    return;
  }
  if (options.length === 0) output.say("No options.");
  else output.table(["VALUE", "LABEL"], options.map(({ value, label }) => [valueText(value), label]));
  if (context && Object.values(context).some((value) => value !== undefined && value !== null)) output.say(`There may be more: --page ${flags.page + 1}`);
}
