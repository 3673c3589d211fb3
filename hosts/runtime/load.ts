import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ComponentFileError } from "./errors.ts";
import { installCapture } from "./logs.ts";
import type { Component } from "./types.ts";
import { isObject } from "./types.ts";

/** The default export; for CommonJS compiled from ESM, the `default` inside it. */
function defaultExport(module: Record<string, unknown>): unknown {
  const exported = module.default;
  if (isObject(exported) && exported.run === undefined && exported.hooks === undefined && isObject(exported.default)) return exported.default;
  return exported;
}

/** True for a source that works only in its hooks, or does nothing yet: the platform deploys those, too. */
function isWithoutRun({ type, run, hooks, props }: Record<string, unknown>): boolean {
  return run === undefined && type !== "action" && (isObject(hooks) || (type === "source" && isObject(props)));
}

/** Why a value is not a component; undefined if it is one. */
function complaint(value: unknown): string | undefined {
  if (value === undefined) return "it has no default export (`export default { ... }` or `module.exports = { ... }`)";
  if (!isObject(value)) return `its default export is ${value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`}, not an object`;
  if (value.type === "app") return "it is an app file; give the file of one of its actions or sources";
  if (typeof value.run !== "function" && !isWithoutRun(value)) return "its default export has no run() method";
  if (value.type !== undefined && value.type !== "action" && value.type !== "source") {
    return `its type is ${JSON.stringify(value.type)}; a component is "action" or "source"`;
  }
  if (value.props !== undefined && !isObject(value.props)) return "its props are not an object";
  return undefined;
}

/**
 * Loads a component file (ES module or CommonJS).
 * @param file path of the built file, absolute or relative to the working directory
 * @throws ComponentFileError if it does not exist, cannot be imported, or is not a component
 */
export async function loadComponent(file: string): Promise<Component> {
  installCapture();
  const path = resolve(file);
  if (!existsSync(path)) throw new ComponentFileError(`${file} does not exist. Give the path of a built component.`);
  let module: Record<string, unknown>;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    const reason = error instanceof Error || isObject(error) ? `${String(error.name)}: ${String(error.message)}` : String(error);
    throw new ComponentFileError(`${file} cannot be loaded. ${reason}`, { cause: error });
  }
  const component = defaultExport(module);
  const problem = complaint(component);
  if (problem) throw new ComponentFileError(`${file} is not a Pipedream component: ${problem}.`);
  return component as Component; // complaint() has checked the shape
}
