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
  /** Grows the seeded contacts of the demo location to this many. */
  contacts?: number;
  /** How long after a write (ms) contact searches and lists see it; default 0. The live API lags by seconds. */
  indexLagMs?: number;
  /** The time in milliseconds since 1970; default: the real time. */
  now?: () => number;
  /** Called when a request has come, before it is played: what changes here, its answer shows. */
  onRequest?: (entry: RequestLogEntry) => void;
  /** Called with what an operation that went through answers, before it is sent. */
  onAnswer?: (operation: Operation, body: unknown) => void;
  /** false: nothing is ever refused. Default: HighLevel's limits, 100 requests in 10 s and 200,000 a day. */
  rateLimit?: RateLimitOptions | false;
  /** true: refuses query parameters also where an operation declares none, which HighLevel is not known to do. For checks of what is sent. */
  strict?: boolean;
  /** How long a request may take to arrive, ms; default 30 s. One whose body never ends would keep its connection for ever. */
  requestMs?: number;
}

export interface Sandbox {
  /** Such as http://127.0.0.1:43210, without a slash at the end. */
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
  /** Everything the sandbox knows, for tests to read and change. */
  store: Store;
  /** The latest 10,000 requests, oldest first; without headers. */
  requests: readonly RequestLogEntry[];
  /** Moves the sandbox's time forward by milliseconds. */
  advance(ms: number): void;
  /** Ends all connections, also those of requests under way. */
  close(): Promise<void>;
}

/** Compiled once: the facts are the same for all sandboxes of a process. */
const validation = new Validation();

/** The seed of all chance in a sandbox. */
const SEED = 20_210_728;

/**
 * Starts a stateful HighLevel on 127.0.0.1: seeded, with tokens, scopes, limits and errors as the live API has them.
 * It keeps everything in memory.
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
