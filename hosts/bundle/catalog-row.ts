import { OPERATION } from "../../common/core/types.ts";
import type { Component } from "../runtime/index.ts";

/** One row of dist/catalog.json: what a host needs to know about a component without loading it. */
export interface CatalogRow {
  slug: string;
  key: string;
  name: string;
  type: "action" | "source";
  category: string;
  /** Markdown, as the form shows it. */
  description: string;
  /** The built file, relative to dist/. */
  file: string;
  endpoints: { method: string; path: string }[];
  scopes: string[];
}

/** A built component with its catalog row. */
export interface Built { row: CatalogRow; component: Component }

interface Descriptor { endpoints: { method: string; path: string; scope?: string }[] }

/**
 * The catalog row of a loaded component.
 * @param file `components/<category>/<triggers|actions>/<slug>.mjs`
 */
export function catalogRow(file: string, component: Component): CatalogRow {
  const [, category = "", , name = ""] = file.split("/");
  const { endpoints } = (component as unknown as Record<symbol, Descriptor>)[OPERATION]!; // written by every action and strategy of common/
  return {
    slug: name.replace(/\.mjs$/, ""),
    key: String(component.key),
    name: String(component.name),
    type: component.type as "action" | "source", // checked by the contract test
    category,
    description: String(component.description),
    file,
    endpoints: endpoints.map(({ method, path }) => ({ method, path })),
    scopes: [...new Set(endpoints.map(({ scope }) => scope).filter((scope) => scope !== undefined))],
  };
}
