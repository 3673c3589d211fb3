/** The triggers that watch one record: what their forms offer, and their sample events. */
import omit from "lodash/omit.js";
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { operation, schemas } from "../../local/facts/index.ts";
import type { Schema } from "../../local/facts/types.ts";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { OPERATION } from "../../common/core/types.ts";
import type { CatalogRow } from "../../hosts/bundle/catalog-row.ts";
import { Api, Host } from "./host.ts";

type Fields = Record<string, unknown>;

const load = async (slug: string) => (await loadOperation(slug, process.env)).component as unknown as Fields & { sampleEmit: Fields & { _event: Fields } }; // what the built triggers have
const names = (record: Fields) => Object.keys(record).filter((name) => name !== "_event");

const rows: CatalogRow[] = [];
for (const row of readCatalog(process.env).filter(({ type }) => type === "source")) {
  const { [OPERATION]: descriptor } = (await loadOperation(row.slug, process.env)).component as unknown as Record<symbol, { kind: string }>; // every trigger says so
  if (descriptor?.kind === "watchRecord") rows.push(row);
}

/** The documented object that has most of the names: the record itself, whatever it is wrapped in. */
function documented(schema: Schema | undefined, sample: Fields): string[] {
  const name = schema?.$ref?.replace("#/schemas/", "");
  const properties = (name ? schemas()[name] : schema)?.properties ?? {};
  const inner = Object.values(properties).filter((property) => property.$ref ?? property.properties).map((property) => documented(property, sample));
  const known = (fields: string[]) => fields.filter((field) => field in sample).length;
  return [Object.keys(properties), ...inner].sort((a, b) => known(b) - known(a))[0] ?? [];
}

/** Documented, but changing without a change of the record, or its id: no choice. */
const NO_CHOICE: Record<string, string[]> = {
  "get-contact": ["dateUpdated", "lastActivity"],
  "get-opportunity": ["updatedAt", "indexVersion", "lastActionDate", "contact"],
  "get-business": ["updatedAt", "updatedBy"],
  "get-appointment": ["dateUpdated"],
  "get-message-by-id": ["dateUpdated"],
};

describe("a trigger that watches one record", () => {
  it("is one of fifteen", () => {
    expect(rows).toHaveLength(15);
  });

  it.each(rows)("offers the fields that can be watched: $slug", async ({ slug, endpoints: [endpoint] }) => {
    const component = await load(slug);
    const { options } = await resolveOptions(component as never, "watchFields"); // a built component is one
    const offered = options.map(({ value }) => value);
    const [answer] = Object.values(operation(endpoint!.method, endpoint!.path).responses);
    const expected = new Set([...documented(answer, component.sampleEmit), ...names(component.sampleEmit)]);
    for (const name of ["id", "_id", "traceId", ...NO_CHOICE[slug] ?? []]) expected.delete(name);
    expect(expected.size).toBeGreaterThan(4);
    expect([...offered].sort()).toEqual([...expected].sort());
  });

  it.each(rows)("says at once that its record is deleted already, and emits a later deletion: $slug", async ({ slug }) => {
    const component = await load(slug);
    const record = omit(component.sampleEmit, "_event");
    const needed = Object.entries(component.props as Record<string, Fields>).filter(([name]) => /Id$|^resourceType$/.test(name));
    let deleted = true;
    const host = new Host(component as never, new Api(() => ({ ...record, deleted })), Object.fromEntries(needed.map(([name]) => [name, name === "resourceType" ? "rooms" : "id1"]))); // as the platform loads it
    for (const hook of ["deploy", "activate", "run"] as const) await expect(host[hook]()).rejects.toThrow(/^This .* is deleted already, so there is nothing to watch\./);
    expect(host.db).toEqual({});
    deleted = false;
    await host.activate();
    deleted = true;
    expect((await host.run()).map(({ kind }) => kind)).toEqual(["deleted"]);
  });

  it.each(rows)("has a sample that says which fields changed: $slug", async ({ slug }) => {
    const { sampleEmit } = await load(slug);
    expect(sampleEmit._event).toEqual({ kind: "updated", changedFields: [expect.any(String)], detectedAt: expect.any(String) });
    expect(names(sampleEmit)).toEqual(expect.arrayContaining(sampleEmit._event.changedFields as string[]));
  });
});
