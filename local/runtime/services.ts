import type { Prop } from "./props/define.ts";
import { timerConfig } from "./timer.ts";
import { isObject } from "./types.ts";

/** A data store of the platform, in memory: it starts with the values given for the prop. */
function dataStore(initial: unknown): object {
  const copy = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  const records = new Map(Object.entries(isObject(initial) ? initial : {}));
  return {
    get: async (key: string) => copy(records.get(key)),
    set: async (key: string, value: unknown) => void records.set(key, copy(value)),
    has: async (key: string) => records.has(key),
    delete: async (key: string) => void records.delete(key),
    clear: async () => records.clear(),
    keys: async () => [...records.keys()],
    entries: async () => [...records.entries()].map(([key, value]) => [key, copy(value)]),
    size: async () => records.size,
  };
}

/** Name and value pairs, as the platform's request builder stores them, as one object. */
function pairs(value: unknown): Record<string, string> | undefined {
  const entries = Array.isArray(value) ? value.filter(isObject).map((pair) => [pair.name, pair.value]) : isObject(value) ? Object.entries(value) : undefined;
  return entries && Object.fromEntries(entries.map(([name, item]) => [String(name), String(item)]));
}

/** The platform's request builder: `execute()` sends the configured request and resolves to axios' response. */
function httpRequest(value: unknown): object {
  const { method = "GET", url, headers, params, data, body } = isObject(value) ? value : {};
  const execute = async () => {
    const { default: axios } = await import("axios"); // few components need it, and it takes a while to load
    return axios.request({ method: String(method), url: String(url), headers: pairs(headers), params: pairs(params), data: data ?? body });
  };
  return { ...(isObject(value) ? value : {}), execute };
}

/** What a run needs to provide. */
export interface ServiceContext {
  db: { get(key: string): unknown; set(key: string, value: unknown): void };
  /** Takes the answers of an HTTP source. */
  respond: (response: unknown) => void;
}

/**
 * The value of a prop as the component sees it: services and interfaces are made here, all other values pass.
 * An HTTP interface has the address given for the prop; without one, an address that leads nowhere.
 */
export function serviceFor(prop: Prop, value: unknown, { db, respond }: ServiceContext): unknown {
  switch (prop.definition.type) {
    case "$.service.db": return { type: "$.service.db", get: db.get, set: db.set };
    case "$.interface.timer": return { type: "$.interface.timer", ...timerConfig(prop, value) };
    case "$.interface.http": {
      const endpoint = isObject(value) ? value.endpoint : value;
      return { type: "$.interface.http", endpoint: typeof endpoint === "string" ? endpoint : "https://no-endpoint.invalid", respond };
    }
    case "data_store": return dataStore(value);
    case "http_request": return httpRequest(value);
    case "alert": return undefined;
    default: return value;
  }
}
