/** The triggers that watch one record: what their forms offer, and their sample events. */
import omit from "lodash/omit.js";
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readManifest } from "../../local/cli/catalog.ts";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { Api, Host } from "./host.ts";

type Fields = Record<string, unknown>;

const load = async (slug: string) => (await loadOperation(slug, process.env)).component as unknown as Fields & { sampleEmit: Fields & { _event: Fields } }; // what the built triggers have
const names = (record: Fields) => Object.keys(record).filter((name) => name !== "_event");

const rows = readManifest(process.env).operations.flatMap((one) => (one.type === "trigger" && one.strategy === "watchRecord" ? [one] : []));

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

  it.each(rows)("offers the fields that can be watched: $slug", async ({ slug, output }) => {
    const component = await load(slug);
    const { options } = await resolveOptions(component as never, "watchFields"); // a built component is one
    const offered = options.map(({ value }) => value);
    expect(output.from).toBe("api"); // what is documented, and what the sample has
    const expected = new Set(names(output.schema.properties as Fields));
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
