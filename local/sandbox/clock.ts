/** The sandbox's clock: the real one (or an injected one), plus what `advance` adds. */
export class Clock {
  private offset = 0;

  /** @param source returns milliseconds since 1970 */
  constructor(private readonly source: () => number = Date.now) {}

  /** Milliseconds since 1970. */
  now(): number {
    return this.source() + this.offset;
  }

  /** Advances the clock by `ms` milliseconds; index lag, rate-limit windows and token lifetimes follow. */
  advance(ms: number): void {
    this.offset += ms;
  }
}

const ZONELESS = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** A date or time as milliseconds since 1970, NaN for other text. Without a zone it is UTC, wherever the sandbox runs. */
export const readMs = (text: string): number => Date.parse(ZONELESS.test(text) ? `${text.replace(" ", "T")}Z` : text);

/** A time in HighLevel's format: ISO 8601 in UTC with milliseconds. */
export const iso = (ms: number): string => new Date(ms).toISOString();
