import { afterAll, beforeAll } from "@jest/globals";
import { VirtualClock } from "../../local/simulation/clock.ts";

/** When each test file begins: a Wednesday. */
export const BEGIN_MS = Date.parse("2026-11-25T15:00:00.000Z");

/** A virtual clock for all tests of a file: only tests and waits advance it, and waits end at once. */
export function useVirtualClock(): VirtualClock {
  const clock = new VirtualClock(BEGIN_MS);
  beforeAll(() => clock.install());
  afterAll(() => clock.uninstall());
  return clock;
}
