import { PropError } from "./errors.ts";
import { Host } from "./host.ts";
import type { Component, Values } from "./types.ts";

/**
 * Checks the values of a form as far as possible without an account: types, required fields, unknown fields.
 * Does nothing for a component with `additionalProps`, whose fields depend on its code.
 * @throws PropError with every problem found
 */
export async function checkProps(component: Component, values: Values): Promise<void> {
  if (component.additionalProps !== undefined) return;
  await new Host(component, {}).resolve(values).catch((error: unknown) => {
    if (error instanceof PropError) throw error;
    // A prop has a function that needs the account. The run will report any problem.
  });
}
