import type { JsonFile } from "./json-file.ts";
import { jsonFile } from "./json-file.ts";

/** A record of a data store, and when it expires (epoch ms), if it does. */
export interface StoredRecord {
  value: unknown;
  expiresAt?: number;
}

/** Where data stores are kept: the records of each by key. Actions can share them. */
export interface DataStores {
  /** The records of a store; undefined where there is none yet. */
  read(store: string): Map<string, StoredRecord> | undefined;
  write(store: string, records: Map<string, StoredRecord>): void;
  /** Releases the stores, so that others may use them. */
  close(): void;
}

type Content = { stores: Record<string, Record<string, StoredRecord>> };

/** Data stores that live as long as the returned object. */
export function memoryDataStores(): DataStores {
  const stores = new Map<string, Map<string, StoredRecord>>();
  return {
    read: (store) => stores.get(store),
    write: (store, records) => void stores.set(store, new Map(records)),
    close: () => undefined,
  };
}

const record = { type: "object", required: ["value"], properties: { expiresAt: { type: "number" } } };
const open = jsonFile<Content>({
  name: "pipedream-data-stores",
  version: 1,
  schema: {
    required: ["stores"],
    properties: { stores: { type: "object", additionalProperties: { type: "object", additionalProperties: record } } },
  },
});

/** Reads a file; releases it if it cannot be used. */
function read(file: JsonFile<Content>): Content | undefined {
  try {
    return file.load();
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * Data stores in a JSON file; see {@link jsonFile} for its guarantees.
 * @param path of the file, which is created with the first record
 * @throws StateError if another process uses it, or if it is damaged or in another format
 */
export function fileDataStores(path: string): DataStores {
  const file = open(path);
  const { stores } = read(file) ?? { stores: {} };
  return {
    read: (store) => (Object.hasOwn(stores, store) ? new Map(Object.entries(stores[store] ?? {})) : undefined),
    write: (store, records) => {
      stores[store] = Object.fromEntries(records);
      file.save({ stores });
    },
    close: () => file.close(),
  };
}
