import { afterAll, beforeAll } from "@jest/globals";
import { VirtualClock } from "../../local/simulation/clock.ts";

/** A virtual clock for all tests of a file: it stands still until a test or a wait lets time pass, and waits end at once. */
export function useVirtualClock(): VirtualClock {
  const clock = new VirtualClock(Date.now());
  beforeAll(() => clock.install());
  afterAll(() => clock.uninstall());
  return clock;
}
