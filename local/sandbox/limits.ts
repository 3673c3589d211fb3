import type { Clock } from "./clock.ts";
import { ApiError } from "./errors.ts";

const DAY_MS = 86_400_000;

export interface RateLimitOptions {
  /** Requests per interval; default 100. */
  max?: number;
  /** Default 10000 (ms). */
  intervalMs?: number;
  /** Requests per day (UTC); default 200000. */
  daily?: number;
}

interface Usage {
  windowStart: number;
  inWindow: number;
  dayStart: number;
  today: number;
}

/** Counts requests per resource (a location or an agency), as HighLevel does for each app. */
export class RateLimiter {
  private readonly usage = new Map<string, Usage>();
  private readonly max: number;
  private readonly intervalMs: number;
  private readonly daily: number;

  /** @param options false: no limits */
  constructor(private readonly clock: Clock, private readonly options: RateLimitOptions | false = {}) {
    const { max = 100, intervalMs = 10_000, daily = 200_000 } = options || {};
    this.max = max;
    this.intervalMs = intervalMs;
    this.daily = daily;
  }

  /**
   * Counts one request.
   * @returns the x-ratelimit headers of the response, and whether the request is rejected
   */
  count(resource: string): { headers: Record<string, string>; refused: boolean } {
    const usage = this.current(resource);
    const refused = usage.inWindow >= this.max || usage.today >= this.daily;
    if (this.options && !refused) {
      usage.inWindow++;
      usage.today++;
    }
    return { headers: this.headers(usage), refused };
  }

  /** Uses up the daily quota of a resource. */
  exhaustDay(resource: string): void {
    this.current(resource).today = this.daily;
  }

  private current(resource: string): Usage {
    const now = this.clock.now();
    const usage = this.usage.get(resource) ?? { windowStart: now, inWindow: 0, dayStart: 0, today: 0 };
    this.usage.set(resource, usage);
    if (now - usage.windowStart >= this.intervalMs) Object.assign(usage, { windowStart: now, inWindow: 0 });
    const dayStart = now - (now % DAY_MS);
    if (usage.dayStart !== dayStart) Object.assign(usage, { dayStart, today: 0 });
    return usage;
  }

  private headers({ inWindow, today, dayStart }: Usage): Record<string, string> {
    return {
      "x-ratelimit-max": String(this.max),
      "x-ratelimit-remaining": String(this.max - inWindow),
      "x-ratelimit-interval-milliseconds": String(this.intervalMs),
      "x-ratelimit-limit-daily": String(this.daily),
      "x-ratelimit-daily-remaining": String(this.daily - today),
      "x-ratelimit-daily-reset": String(dayStart + DAY_MS - this.clock.now()),
    };
  }
}

/** The response to a request over the limit. */
export const tooManyRequests = () => new ApiError(429, { statusCode: 429, message: "Too Many Requests" });
