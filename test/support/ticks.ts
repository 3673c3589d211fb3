/** The clock that nobody sets, in the hands of a test: it stands still but for what the test lets pass. */
import { jest } from "@jest/globals";

let elapsedMs = 0;
let spy: jest.SpiedFunction<typeof process.hrtime.bigint> | undefined;

export function holdTicks(): void {
  elapsedMs = 0;
  spy = jest.spyOn(process.hrtime, "bigint").mockImplementation(() => BigInt(Math.round(elapsedMs * 1e6)));
}

export function passTicks(ms: number): void {
  elapsedMs += ms;
}

export function releaseTicks(): void {
  spy?.mockRestore();
}
