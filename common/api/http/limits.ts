/** The rate limits HighLevel states with each response. Times in ms. */
export interface RateLimit {
  remaining?: number;
  intervalMs: number;
  dailyRemaining?: number;
  dailyResetMs?: number;
  retryAfterMs?: number;
}

/** Documented burst window: 100 requests in 10 s. */
const INTERVAL_MS = 10_000;
/** With fewer requests than this left in the window, page loops slow down. */
const RESERVE = 10;

export type Headers = Record<string, unknown>;

function numberOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** HighLevel's clock when it sent the response, epoch ms, in whole seconds. */
export function dateOf(headers: Headers): number | undefined {
  const date = Date.parse(String(headers.date));
  return Number.isNaN(date) ? undefined : date;
}

function retryAfter(value: unknown, now: number): number | undefined {
  const seconds = numberOf(value);
  if (seconds !== undefined) return Math.max(0, seconds * 1000);
  const date = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * Reads the rate-limit headers of a response.
 * @param headers with lower-case names
 * @see https://marketplace.gohighlevel.com/docs/oauth/Faqs (rate limits)
 */
export function rateLimitOf(headers: Headers): RateLimit {
  return {
    remaining: numberOf(headers["x-ratelimit-remaining"]),
    intervalMs: numberOf(headers["x-ratelimit-interval-milliseconds"]) ?? INTERVAL_MS,
    dailyRemaining: numberOf(headers["x-ratelimit-daily-remaining"]),
    dailyResetMs: numberOf(headers["x-ratelimit-daily-reset"]),
    // A date here is on HighLevel's clock.
    retryAfterMs: retryAfter(headers["retry-after"], dateOf(headers) ?? Date.now()),
  };
}

/** How long (ms) a page loop waits before its next request, so that it never runs into the limit. */
export function paceMs(limit: RateLimit): number {
  if (limit.remaining === undefined || limit.remaining >= RESERVE) return 0;
  return Math.ceil(limit.intervalMs / (Math.max(0, limit.remaining) + 1));
}
