import type { DataStores, StoredRecord } from "../state/data-stores.ts";
import { isObject } from "../types.ts";

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");

/** When a record with this TTL (seconds) expires; never without a positive number. */
const expiry = (ttl: unknown, now: number) => (typeof ttl === "number" && ttl > 0 ? { expiresAt: now + ttl * 1000 } : {});

export interface DataStoreContext {
  stores: DataStores;
  /** Epoch ms. */
  now: () => number;
  /** True once the run is over: later writes are ignored. */
  isOver: () => boolean;
}

/**
 * The value of a `data_store` prop.
 * @param name of the prop
 * @param value the store's name; or initial records, used if there is no store with the prop's name yet
 * @see https://pipedream.com/docs/workflows/data-management/data-stores
 */
export function dataStore(name: string, value: unknown, { stores, now, isOver }: DataStoreContext): object {
  const store = typeof value === "string" ? value : name;
  const initial = Object.entries(isObject(value) ? value : {}).map(([key, item]): [string, StoredRecord] => [key, { value: copy(item) }]);
  const read = () => new Map([...stores.read(store) ?? initial].filter(([, { expiresAt }]) => expiresAt === undefined || expiresAt > now()));
  const change = (edit: (records: Map<string, StoredRecord>) => void) => {
    if (isOver()) return;
    const records = read();
    edit(records);
    stores.write(store, records);
  };
  const entries = () => [...read()].map(([key, { value: item }]): [string, unknown] => [key, copy(item)]);
  return {
    get: async (key: string, fallback?: unknown) => {
      const found = read().get(String(key));
      return found ? copy(found.value) : fallback;
    },
    // Without a ttl, a record keeps its expiry: the platform's docs count calls per hour that way.
    set: async (key: string, item: unknown, { ttl }: { ttl?: number } = {}) => change((records) => void records.set(String(key), {
      ...(ttl === undefined ? records.get(String(key)) : expiry(ttl, now())),
      value: copy(item),
    })),
    setTtl: async (key: string, ttl: number | null) => change((records) => {
      const kept = records.get(String(key));
      if (kept) records.set(String(key), { value: kept.value, ...expiry(ttl, now()) });
    }),
    has: async (key: string) => read().has(String(key)),
    delete: async (key: string) => change((records) => void records.delete(String(key))),
    clear: async () => change((records) => records.clear()),
    keys: async () => [...read().keys()],
    entries: async () => entries(),
    size: async () => read().size,
    async* [Symbol.asyncIterator]() {
      yield* entries();
    },
  };
}
