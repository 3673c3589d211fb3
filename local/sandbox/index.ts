import type { Operation } from "../facts/index.ts";
import { Auth } from "./auth.ts";
import type { TokenOptions } from "./auth.ts";
import { Clock } from "./clock.ts";
import { Faults } from "./faults.ts";
import { RateLimiter } from "./limits.ts";
import type { RateLimitOptions } from "./limits.ts";
import { RequestLog } from "./request-log.ts";
import type { RequestLogEntry } from "./request-log.ts";
import { seedDemo } from "./seed/demo.ts";
import { buildServer } from "./server.ts";
import { DEMO_CLIENT, SignIn } from "./sign-in.ts";
import { Store } from "./store.ts";
import { Validation } from "./validation.ts";

export type { TokenOptions } from "./auth.ts";
export type { ContactInput, Visibility } from "./contact-store.ts";
export type { FaultKind, FaultRule, Faults } from "./faults.ts";
export { FAULT_KINDS } from "./faults.ts";
export type { RateLimitOptions } from "./limits.ts";
export type { Appointment, Business, Campaign, Contact, CustomField, Location, Note, Task, User, Workflow } from "./model.ts";
export type { Company } from "./models/agencies.ts";
export type { Snapshot } from "./models/calendars-extras.ts";
export type { RequestLogEntry } from "./request-log.ts";
export type { Store } from "./store.ts";

export interface SandboxOptions {
  /** 0 (the default): any free port. */
  port?: number;
  /** Number of contacts in the demo location, if more than the seed data has. */
  contacts?: number;
  /** How long after a write (ms) contact searches and lists see it; default 0. The live API lags by seconds. */
  indexLagMs?: number;
  /** The time in milliseconds since 1970; default: the real time. */
  now?: () => number;
  /** Called before a request is handled: changes made here affect its response. */
  onRequest?: (entry: RequestLogEntry) => void;
  /** Called with the response of a successful operation before it is sent. */
  onAnswer?: (operation: Operation, body: unknown) => void;
  /** false: no limits. Default: HighLevel's limits, 100 requests per 10 s and 200,000 per day. */
  rateLimit?: RateLimitOptions | false;
  /** true: also rejects query parameters of operations that declare none, which HighLevel is not known to do. For checking clients. */
  strict?: boolean;
  /** How long a request may take to arrive, ms; default 30 s. Otherwise a body that never ends would keep its connection open forever. */
  requestMs?: number;
}

export interface Sandbox {
  /** Such as http://127.0.0.1:43210, without a trailing slash. */
  url: string;
  /** The demo location (sub-account), in America/New_York. */
  locationId: string;
  companyId: string;
  /** Issues a token. */
  token(options?: TokenOptions): string;
  /** Issues an authorization code for POST /oauth/token, as a user's consent would. */
  code(options?: TokenOptions): string;
  /** The OAuth client that codes and refresh tokens belong to. */
  client: { readonly id: string; readonly secret: string };
  faults: Faults;
  /** All data of the sandbox, for tests to read and change. */
  store: Store;
  /** The latest 10,000 requests, oldest first; without headers. */
  requests: readonly RequestLogEntry[];
  /** Advances the sandbox's clock by milliseconds. */
  advance(ms: number): void;
  /** Closes all connections, including those of pending requests. */
  close(): Promise<void>;
}

/** Compiled once: the facts are the same for all sandboxes of a process. */
const validation = new Validation();

/** The seed of a sandbox's random numbers. */
const SEED = 20_210_728;

/**
 * Starts a stateful HighLevel on 127.0.0.1: with seed data, and with tokens, scopes, limits and errors like the live API.
 * All data is kept in memory.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = new Clock(options.now);
  const store = new Store(clock, SEED, options.indexLagMs ?? 0);
  const home = seedDemo(store, options.contacts);
  const auth = new Auth(clock, store.random, home, store.locations);
  const faults = new Faults();
  const log = new RequestLog(clock);
  const signIn = new SignIn(auth, clock, store.random, home);
  const { rateLimit, strict: isStrict = false, requestMs = 30_000, onRequest, onAnswer } = options;
  const app = buildServer({ clock, store, home, auth, signIn, faults, log, limiter: new RateLimiter(clock, rateLimit), validation, isStrict, requestMs, onRequest, onAnswer });
  const url = await app.listen({ host: "127.0.0.1", port: options.port ?? 0 });
  return {
    url,
    locationId: home.id,
    companyId: home.companyId,
    token: (tokenOptions) => auth.token(tokenOptions),
    code: (tokenOptions) => signIn.code(tokenOptions),
    client: DEMO_CLIENT,
    faults,
    store,
    requests: log.entries,
    advance: (ms) => clock.advance(ms),
    close: () => app.close(),
  };
}
