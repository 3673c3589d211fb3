import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { StateError, fileDataStores, memoryDataStores, resolveOptions, runAction } from "../../../hosts/runtime/index.ts";
import type { Component, DataStores, Values } from "../../../hosts/runtime/index.ts";
import { quiet, withFolder } from "./support.ts";

interface Store extends AsyncIterable<[string, unknown]> {
  get(key: string, fallback?: unknown): Promise<unknown>;
  set(key: string, value: unknown, options?: { ttl?: number }): Promise<void>;
  setTtl(key: string, ttl: number | null): Promise<void>;
  keys(): Promise<string[]>;
  has(key: string): Promise<boolean>;
}

/** An app with a data store and a dropdown of its keys, as the platform's own. */
const app = {
  type: "app" as const,
  app: "data_stores",
  propDefinitions: {
    dataStore: { type: "data_store", label: "Data Store" },
    key: { type: "string", label: "Key", options: ({ dataStore }: { dataStore: Store }) => dataStore.keys() },
  },
};

const action = (run: (store: Store) => unknown): Component => ({
  type: "action",
  name: "Store",
  props: {
    app,
    dataStore: { propDefinition: [app, "dataStore"] },
    key: { propDefinition: [app, "key", ({ dataStore }) => ({ dataStore })], optional: true },
  },
  run(this: unknown) {
    return run((this as { dataStore: Store }).dataStore);
  },
});

const use = async (stores: DataStores, run: (store: Store) => unknown, props: Values = {}, now?: () => number) =>
  (await runAction(action(run), { ...quiet, stores, props, ...(now && { now }) })).returnValue;

describe("a data_store prop", () => {
  it("shows what another action set, in the same store only", async () => {
    const stores = memoryDataStores();
    await use(stores, (store) => store.set("a", { n: [1] }));
    expect(await use(stores, (store) => store.get("a"))).toEqual({ n: [1] });
    expect(await use(stores, (store) => store.get("a", "none"), { dataStore: "other" })).toBe("none");
    expect(await use(stores, (store) => store.keys(), { dataStore: { only: "at first" } })).toEqual(["a"]);
  });

  it("is iterated over with for await, and can be so in parts", async () => {
    const collect = async (store: Store) => {
      const found: Values = {};
      for await (const [key, value] of store) found[key] = value;
      return found;
    };
    expect(await use(memoryDataStores(), collect, { dataStore: { a: 1, b: { c: 2 } } })).toEqual({ a: 1, b: { c: 2 } });
  });

  it("forgets a record when its time is up", async () => {
    const stores = memoryDataStores();
    let now = 0;
    const at = (seconds: number, run: (store: Store) => unknown) => {
      now = seconds * 1000;
      return use(stores, run, {}, () => now);
    };
    await at(0, async (store) => {
      await store.set("kept", 1, { ttl: 10 });
      await store.set("gone", 1, { ttl: 10 });
      await store.set("counted", 1, { ttl: 10 });
      await store.set("late", 1);
      await store.setTtl("late", 20);
      await store.setTtl("nothing", 20);
    });
    await at(9, async (store) => {
      await store.setTtl("kept", null);
      await store.set("counted", 2); // its time goes on
    });
    expect(await at(10, (store) => store.keys())).toEqual(["kept", "late"]);
    expect(await at(20, (store) => Promise.all([store.has("kept"), store.has("late")]))).toEqual([true, false]);
  });

  it("can be read by the dropdown of another field", async () => {
    const { options } = await resolveOptions(action(() => 1), "key", { ...quiet, configured: { dataStore: { a: 1, b: 2 } } });
    expect(options.map(({ value }) => value)).toEqual(["a", "b"]);
  });
});

describe("fileDataStores", () => {
  it("keeps the stores from one process to the next, one at a time", () => withFolder(async (folder) => {
    const file = join(folder, "stores.json");
    const first = fileDataStores(file);
    await use(first, (store) => store.set("a", 1, { ttl: 60 }), {}, () => 0);
    expect(() => fileDataStores(file)).toThrow(StateError);
    first.close();
    const second = fileDataStores(file);
    expect(await use(second, (store) => store.get("a"), {}, () => 59_999)).toBe(1);
    expect(await use(second, (store) => store.get("a") ?? null, {}, () => 60_000)).toBeUndefined();
    second.close();
  }));

  it("refuses a file of another kind, and lets go of it", () => withFolder((folder) => {
    const file = join(folder, "stores.json");
    writeFileSync(file, '{"format":"pipedream-source-state","version":1}');
    expect(() => fileDataStores(file)).toThrow("is not a state file of this program");
    expect(readdirSync(folder)).toEqual(["stores.json"]);
  }));
});
