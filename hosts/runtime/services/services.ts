import type { Prop } from "../props/define.ts";
import { timerConfig } from "../timer.ts";
import { isObject } from "../types.ts";
import type { DataStoreContext } from "./data-store.ts";
import { dataStore } from "./data-store.ts";
import { FileStore } from "./files.ts";
import { httpRequest } from "./http-request.ts";

/** What a run provides. */
export interface ServiceContext extends DataStoreContext {
  db: { get(key: string): unknown; set(key: string, value: unknown): void };
  /** Receives the responses of an HTTP source. */
  respond: (response: unknown) => void;
  files: FileStore;
}

/**
 * The value of a prop as the component sees it: services and interfaces are created here, all other values pass through.
 * An HTTP interface has the address given for the prop, or else an invalid one. A `dir` is the folder given for the prop, or
 * else, if it is required, the run's own files.
 */
export function serviceFor(prop: Prop, value: unknown, context: ServiceContext): unknown {
  const { type, optional } = prop.definition;
  switch (type) {
    case "$.service.db": return { type, get: context.db.get, set: context.db.set };
    case "$.interface.timer": return { type, ...timerConfig(prop, value) };
    case "$.interface.apphook": return { type };
    case "$.interface.http": {
      const endpoint = isObject(value) ? value.endpoint : value;
      return { type, endpoint: typeof endpoint === "string" ? endpoint : "https://no-endpoint.invalid", respond: context.respond };
    }
    case "dir":
      if (typeof value === "string") return new FileStore(value);
      return value === undefined && optional !== true ? context.files : value;
    case "data_store": return dataStore(prop.name, value, context);
    case "http_request": return httpRequest(prop.name, value);
    case "alert": return undefined;
    default: return value;
  }
}
