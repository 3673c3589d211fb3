import type { App } from "../../core/types.ts";
import { paginate } from "./paginate.ts";

/** An app whose requests and pages all go through `send`; the rest is the app's own. */
export function withSend(app: App, send: App["send"]): App {
  const own: Pick<App, "send" | "request" | "paginate"> = {
    send,
    request: async (request) => (await send<never>(request)).data,
    paginate: (list, call) => paginate(send, list, call),
  };
  return Object.assign(Object.create(app), own) as App; // Object.create is typed any
}
