/** Stops the monotonic clock (common/api/http/ticks.ts) for a test, which alone advances it. */
import { jest } from "@jest/globals";

let elapsedMs = 0;
let spy: jest.SpiedFunction<typeof process.hrtime.bigint> | undefined;

/** Stops the clock, at 0. */
export function holdTicks(): void {
  elapsedMs = 0;
  spy = jest.spyOn(process.hrtime, "bigint").mockImplementation(() => BigInt(Math.round(elapsedMs * 1e6)));
}

/** Advances the clock by `ms` milliseconds. */
export function passTicks(ms: number): void {
  elapsedMs += ms;
}

/** Restores the process's own clock. */
export function releaseTicks(): void {
  spy?.mockRestore();
}
