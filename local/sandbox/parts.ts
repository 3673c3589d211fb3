import type { Operation } from "../facts/index.ts";
import type { Auth } from "./auth.ts";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { RateLimiter } from "./limits.ts";
import type { Location } from "./model.ts";
import type { RequestLog, RequestLogEntry } from "./request-log.ts";
import type { SignIn } from "./sign-in.ts";
import type { Store } from "./store.ts";
import type { Validation } from "./validation.ts";

/** The parts of one sandbox. */
export interface Parts {
  clock: Clock;
  store: Store;
  /** The demo location. */
  home: Location;
  auth: Auth;
  signIn: SignIn;
  faults: Faults;
  limiter: RateLimiter;
  validation: Validation;
  isStrict: boolean;
  /** How long a request may take to arrive, ms. */
  requestMs: number;
  log: RequestLog;
  onRequest: ((entry: RequestLogEntry) => void) | undefined;
  onAnswer: ((operation: Operation, body: unknown) => void) | undefined;
}

/** A response before it is sent. */
export interface Outcome {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}
