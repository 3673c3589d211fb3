import { afterAll, beforeAll } from "@jest/globals";
import { Theatre } from "../../local/simulation/play.ts";

/**
 * A sandbox in virtual time for all tests of a file; afterwards the process has its own clock back.
 * @returns gives the theatre, which is open while tests run
 */
export function useTheatre(): () => Theatre {
  let theatre: Theatre | undefined;
  beforeAll(async () => {
    theatre = await Theatre.open();
  });
  afterAll(() => theatre?.close());
  return () => {
    if (!theatre) throw new Error("The theatre opens with the first test.");
    return theatre;
  };
}
