import type { FastifyInstance } from "fastify";
import type { TokenOptions } from "./auth.ts";
import { forbidden } from "./errors.ts";
import { FAULT_KINDS, FAULT_SCHEMA } from "./faults.ts";
import type { FaultRule } from "./faults.ts";
import { growContacts } from "./seed/demo.ts";
import type { Parts } from "./parts.ts";

const positive = (name: string) => ({ type: "object", required: [name], properties: { [name]: { type: "integer", minimum: 1 } } });
const COUNT = positive("count");
const MS = positive("ms");

/**
 * The sandbox's own endpoints, for the command line and for playing by hand; they take JSON and no token:
 * GET /__sandbox (what it is), POST /__sandbox/token, POST /__sandbox/code, GET and DELETE /__sandbox/requests,
 * GET, POST and DELETE /__sandbox/faults[/:id], POST /__sandbox/contacts {count}, POST /__sandbox/advance {ms}.
 */
export function addControl(app: FastifyInstance, { auth, clock, faults, home, log, signIn, store }: Parts): void {
  void app.register(async (control) => {
    // A web page that finds its way here through the browser is not the person at the keyboard.
    control.addHook("onRequest", async (request) => {
      if (request.headers.origin || !["127.0.0.1", "localhost"].includes(request.hostname)) throw forbidden("The sandbox is controlled from this machine only.");
    });
    control.get("/", () => ({ locationId: home.id, companyId: home.companyId, contacts: store.contacts.size, now: clock.now(), faultKinds: FAULT_KINDS }));
    control.post<{ Body?: TokenOptions }>("/token", ({ body }) => ({ token: auth.token(body) }));
    control.post<{ Body?: TokenOptions }>("/code", ({ body }) => ({ code: signIn.code(body) }));
    control.get("/requests", () => ({ requests: log.entries }));
    control.delete("/requests", () => ({ forgotten: log.entries.splice(0).length }));
    control.get("/faults", () => ({ faults: faults.list() }));
    control.post<{ Body: FaultRule }>("/faults", { schema: { body: FAULT_SCHEMA } }, ({ body }) => ({ id: faults.add(body) }));
    control.delete<{ Params: { id?: string } }>("/faults/:id?", ({ params }) => {
      faults.clear(params.id);
      return { faults: faults.list() };
    });
    control.post<{ Body: { count: number } }>("/contacts", { schema: { body: COUNT } }, ({ body }) => {
      growContacts(store, home.id, body.count);
      return { contacts: store.contacts.count(home.id) };
    });
    control.post<{ Body: { ms: number } }>("/advance", { schema: { body: MS } }, ({ body }) => {
      clock.advance(body.ms);
      return { now: clock.now() };
    });
  }, { prefix: "/__sandbox" });
}
