import { afterAll, beforeAll } from "@jest/globals";
import { VirtualClock } from "../../local/simulation/clock.ts";

/** A clock for the tests of a file: it stands still until a test or a wait lets time pass, and waits are over at once. */
export function useVirtualClock(): VirtualClock {
  const clock = new VirtualClock(Date.now());
  beforeAll(() => clock.install());
  afterAll(() => clock.uninstall());
  return clock;
}
