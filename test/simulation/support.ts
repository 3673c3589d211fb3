import { afterAll, beforeAll } from "@jest/globals";
import { Theatre } from "../../local/simulation/play.ts";

/** A sandbox in virtual time for the tests of a file; the process's clock is its own again afterwards. */
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
