/** Holds the clock that nobody sets (common/api/http/ticks.ts) for a test: it stands still, except for what the test lets pass. */
import { jest } from "@jest/globals";

let elapsedMs = 0;
let spy: jest.SpiedFunction<typeof process.hrtime.bigint> | undefined;

/** Stops the clock, at 0. */
export function holdTicks(): void {
  elapsedMs = 0;
  spy = jest.spyOn(process.hrtime, "bigint").mockImplementation(() => BigInt(Math.round(elapsedMs * 1e6)));
}

/** Lets `ms` milliseconds pass. */
export function passTicks(ms: number): void {
  elapsedMs += ms;
}

/** Gives the process its own clock back. */
export function releaseTicks(): void {
  spy?.mockRestore();
}
