/** The sandbox's time: the real one (or an injected one), moved forward by `advance`. */
export class Clock {
  private offset = 0;

  /** @param source returns milliseconds since 1970 */
  constructor(private readonly source: () => number = Date.now) {}

  /** Milliseconds since 1970. */
  now(): number {
    return this.source() + this.offset;
  }

  /** Moves the time forward by `ms` milliseconds (index lag, rate-limit windows and token lifetimes follow). */
  advance(ms: number): void {
    this.offset += ms;
  }
}

/** Milliseconds as HighLevel writes times: ISO 8601 in UTC with milliseconds. */
export const iso = (ms: number): string => new Date(ms).toISOString();
