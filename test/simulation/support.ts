import { afterAll, beforeAll } from "@jest/globals";
import { SimulationHost } from "../../local/simulation/scenario.ts";

/**
 * A sandbox in virtual time for all tests of a file; afterwards the process has its own clock back.
 * @returns gives the host, which is open while tests run
 */
export function useSimulationHost(): () => SimulationHost {
  let host: SimulationHost | undefined;
  beforeAll(async () => {
    host = await SimulationHost.open();
  });
  afterAll(() => host?.close());
  return () => {
    if (!host) throw new Error("The host opens with the first test.");
    return host;
  };
}
