/** Publishing, killed between what Pipedream does and the note of it: a process of its own, so npm test does without. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "@jest/globals";
import { DIST } from "../../cli/support.ts";
import { fakePd } from "./fake-pd.ts";

const COMMAND = ["--import", "tsx", fileURLToPath(new URL("../../../hosts/pipedream/publish/main.ts", import.meta.url)), "--all", "--yes"];

it("goes on where it was killed, and publishes nothing twice", async () => {
  const pd = fakePd(DIST);
  try {
    pd.answer("agency", ": > there/agency; kill -9 $PPID; exit 1");
    const killed = spawn(process.execPath, COMMAND, { env: pd.env, stdio: "ignore" });
    expect(await once(killed, "exit")).toEqual([null, "SIGKILL"]);
    expect(pd.calls()).toHaveLength(3);

    const { stdout } = await promisify(execFile)(process.execPath, COMMAND, { env: { ...pd.env, NO_COLOR: "1" } });
    expect(stdout).toContain("2 components already published");
    expect(stdout).toContain("[1/2] ✓ Agency 0.0.1 already published");
    expect(pd.there().sort()).toEqual(["agency", "break", "echo", "tick"]);
    expect(pd.calls()).toHaveLength(5);
  } finally {
    pd.remove();
  }
});
