import { PropError } from "./errors.ts";
import { Host } from "./host.ts";
import type { Component, Values } from "./types.ts";

/**
 * Checks the values of a form as far as that needs no account: types, required fields, names that no field has.
 * Does nothing for a component with `additionalProps`, whose fields only its own code knows.
 * @throws PropError with every problem found
 */
export async function checkProps(component: Component, values: Values): Promise<void> {
  if (component.additionalProps !== undefined) return;
  await new Host(component, {}).resolve(values).catch((error: unknown) => {
    if (error instanceof PropError) throw error;
    // A function among a prop's keys needs the account; with it, the run says what is wrong.
  });
}
