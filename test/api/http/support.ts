/** Sends requests on a clock of the tests' own: waits are noted and pass at once. */
import { afterEach, beforeEach, jest } from "@jest/globals";
import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import nock from "../../support/nock.ts";
import type { ApiRequest } from "../../../common/api/http/request.ts";
import type { Auth } from "../../../common/core/types.ts";
import { holdTicks, passTicks, releaseTicks } from "../../support/ticks.ts";
import { REAL_TIMERS } from "../../support/timers.ts";

export const HOST = "https://services.leadconnectorhq.com";
export const TOKEN = "oauth-SECRET-token";
export const PIT = "pit-SECRET-token";
export const ACCOUNT: Auth = { oauth_access_token: TOKEN, locationId: "loc1" };
export const NOW = Date.parse("2026-03-01T12:00:00.000Z");

/** What the request path waited for, ms, in order. */
export const waits: number[] = [];
/** By how much each wait takes longer than asked for. */
export const late = { ms: 0 };

jest.unstable_mockModule("../../../common/api/http/sleep.ts", () => ({
  sleep: async (ms: number) => {
    waits.push(ms);
    pass(ms + late.ms);
  },
}));

export const { send } = await import("../../../common/api/http/request.ts");
export const { HighLevelError } = await import("../../../common/api/http/errors.ts");

beforeEach(() => {
  waits.length = 0;
  late.ms = 0;
  jest.useFakeTimers({ now: NOW, doNotFake: [...REAL_TIMERS] });
  holdTicks();
});

afterEach(() => {
  releaseTicks();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Time limits of requests, which are over when a test says so and not before. */
export function limits(): { asked: number[]; end(): void } {
  const controller = new AbortController();
  const asked: number[] = [];
  jest.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    asked.push(ms);
    return controller.signal;
  });
  return {
    asked,
    end: () => {
      pass(asked.at(-1) ?? 0);
      controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    },
  };
}

/** Lets an answer trickle in until its connection is closed; calls `onDrip` after each piece. */
export function drip(response: ServerResponse, onDrip: (count: number) => void): void {
  let count = 0;
  const next = () => {
    if (response.destroyed) return;
    response.write(" ", () => {
      onDrip(++count);
      setImmediate(next);
    });
  };
  next();
}

/** Lets time pass. */
export function pass(ms: number): void {
  jest.setSystemTime(Date.now() + ms);
  passTicks(ms);
}

export interface Failure {
  message: string;
  kind?: string;
  status?: number;
  traceId?: string;
  contactId?: string;
}

/** The error a request ends with; fails the test where there is none. */
export async function failureOf(request: ApiRequest, auth: Auth = ACCOUNT): Promise<Error & Failure> {
  try {
    await send(auth, request);
  } catch (error) {
    return error as Error & Failure; // whatever was thrown is what the test looks at
  }
  throw new Error("The request was expected to fail.");
}

export const READ: ApiRequest = { version: "2021-07-28", method: "GET", path: "/contacts/{contactId}", pathParams: { contactId: "c1" }, scope: "contacts.readonly" };
export const SEARCH: ApiRequest = { version: "2021-07-28", reads: true, method: "POST", path: "/contacts/search", body: { pageLimit: 1 } };
export const WRITE: ApiRequest = { version: "2021-07-28", method: "POST", path: "/contacts/", body: { firstName: "Maya" }, scope: "contacts.write" };

/** A mock of one of the three requests above. */
export function mock(request: ApiRequest): nock.Interceptor {
  const path = request.path.replace("{contactId}", "c1");
  return nock(HOST).intercept(path, request.method, request.body as nock.DataMatcherMap | undefined); // the bodies above are plain objects
}

/** Everything a log could show of a value. */
export function everythingOf(error: unknown): string {
  const seen = new Set<unknown>();
  const walk = (value: unknown): string => {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return String(value);
    if (seen.has(value)) return "";
    seen.add(value);
    return Reflect.ownKeys(value).map((key) => `${String(key)}=${walk(Reflect.get(value, key))}`).join("\n");
  };
  const { message = "", stack = "" } = error instanceof Error ? error : {};
  return [message, stack, String(error), JSON.stringify(error), inspect(error, { depth: Infinity, showHidden: true }), walk(error)].join("\n");
}
