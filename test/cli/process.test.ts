import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { BUILT, FROM_SOURCE, killAll, spawnCli } from "./process.ts";
import { cli } from "./support.ts";

/** Nothing is sent to it by the fixture's components. */
const LIVE = { HIGHLEVEL_TOKEN: "oauth-token-of-a-test" };
const USING = "Using the account of HIGHLEVEL_TOKEN, a real HighLevel account.\n";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-process-"));
});
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

describe("the command line in a process of its own", () => {
  it("runs from source and prints what it prints in process", async () => {
    expect(await spawnCli(FROM_SOURCE, ["catalog"]).ended).toEqual(await cli(["catalog"]));
  });

  it("has a sandbox when it is built, too", async () => {
    const { code, stdout } = await spawnCli(BUILT, ["run", "echo", "--json", "--prop", "text=hi", "--prop", "look=true"]).ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ returnValue: { status: 200 } });
  });

  it.each(["leave", "late"])("says what a component leaves behind (%s), without its token", async (how) => {
    const { code, stdout, stderr } = await spawnCli(BUILT, ["run", "break", "--json", "--yes", "--prop", `how=${how}`], LIVE).ended;
    const message = "left behind: [$auth.oauth_access_token]";
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${USING}Error: ${message}\n` });
    expect(JSON.parse(stdout)).toEqual({ error: { name: "Error", message } });
  });

  it("ends although a run that was abandoned still waits", async () => {
    expect(await spawnCli(BUILT, ["run", "break", "--yes", "--prop", "how=hang", "--timeout", "0.1"], LIVE).ended).toEqual({
      code: 1,
      stdout: "",
      stderr: `${USING}Error: Break: run() took longer than 0.1 s and was stopped. What it had emitted and stored by then counts; its requests were aborted. Give it more time, or less to do.\n`,
    });
  });

  it("keeps other processes off its state file until Ctrl-C ends it", async () => {
    const state = join(folder, "tick.json");
    const running = spawnCli(BUILT, ["poll", "tick", "--every", "60", "--json", "--state", state], LIVE);
    await running.lines(2);
    const refused = await cli(["poll", "tick", "--once", "--state", state], LIVE);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`${state} is in use by process ${running.pid}.`);
    running.signal("SIGINT");
    expect(await running.ended).toMatchObject({ code: 0, stderr: expect.stringContaining("Tick: 2 events in 1 poll.\n") });
    expect(JSON.parse(readFileSync(state, "utf8"))).toMatchObject({ deployed: true, db: { n: 1 }, pending: [] });
  });
});
