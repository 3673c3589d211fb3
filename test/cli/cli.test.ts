import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EventEmitter } from "node:events";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { interruption } from "../../local/cli/interruption.ts";
import { cli, start } from "./support.ts";
import type { Ended, Running } from "./support.ts";

interface SandboxLine {
  url: string;
  locationId: string;
  companyId: string;
  tokens: { oauth: string; privateIntegration: string; agency: string };
}

let folder: string;
let sandbox: Running;
let account: SandboxLine;

/** A command against the sandbox of these tests. */
const inSandbox = (...args: string[]): Promise<Ended> => cli(args, { HIGHLEVEL_SANDBOX_URL: account.url });
const json = ({ stdout }: Ended): Record<string, unknown> => JSON.parse(stdout) as Record<string, unknown>;
const jsonLines = (stdout: string) => stdout.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cli-test-"));
  sandbox = start(["sandbox", "--port", "0", "--contacts", "120", "--json"]);
  account = JSON.parse((await sandbox.lines(1))[0]!) as SandboxLine;
});

afterAll(async () => {
  sandbox.signal("SIGINT");
  const { code, stderr } = await sandbox.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "Closing the sandbox.\n" });
  rmSync(folder, { recursive: true, force: true });
});

describe("sandbox", () => {
  it("prints one line for machines: URL, ids, tokens that work", async () => {
    expect(Object.keys(account)).toEqual(["url", "locationId", "companyId", "tokens"]);
    const contacts = await (await fetch(`${account.url}/__sandbox`)).json() as { contacts: number };
    expect(contacts.contacts).toBe(120);
    for (const token of [account.tokens.oauth, account.tokens.privateIntegration, account.tokens.agency]) {
      const response = await fetch(`${account.url}/locations/${account.locationId}`, { headers: { authorization: `Bearer ${token}`, version: "2021-07-28" } });
      expect(response.status).toBe(200);
    }
  });

  it("says what to do when the port is taken", async () => {
    const port = Number(new URL(account.url).port);
    expect(await cli(["sandbox", "--port", String(port)])).toEqual({
      code: 1, stdout: "", stderr: `Error: Port ${port} is in use, perhaps by another sandbox. Choose another port: --port ${port + 1}\n`,
    });
  });

  it("tells people how to use it, may run without limits, and ends with Ctrl-C", async () => {
    const running = start(["sandbox", "--port", "0", "--rate-limit", "off"]);
    const lines = await running.lines(11);
    const url = /http:\S+/.exec(lines[1]!)![0];
    expect(lines.join("\n")).toContain(`export HIGHLEVEL_SANDBOX_URL=${url}`);
    const token = /sandbox-access-\S+/.exec(lines.join("\n"))![0];
    const answers = await Promise.all(Array.from({ length: 120 }, () => fetch(`${url}/locations/x`, { headers: { authorization: `Bearer ${token}`, version: "2021-07-28" } })));
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
    running.signal("SIGTERM");
    expect((await running.ended).code).toBe(0);
  });
});

describe("run", () => {
  it("prints the summary and what the action returned", async () => {
    const { code, stdout, stderr } = await inSandbox("run", "echo", "--prop", "text=a=b", "--prop", "tags=x", "--prop", "tags=y", "--prop", "count=3", "--prop", "look=true");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "token [$auth.oauth_access_token]\n" });
    const [summary, ...rest] = stdout.split("\n");
    expect(summary).toBe("Echoed a=b");
    expect(JSON.parse(rest.join("\n"))).toMatchObject({
      text: "a=b", tags: ["x", "y"], count: 3, status: 200, id: account.locationId, name: expect.any(String), auth: ["base_url", "companyId", "locationId", "oauth_access_token"],
    });
  });

  it("prints JSON alone with --json", async () => {
    const ended = await inSandbox("run", "echo", "--json", "--prop", "text=hi");
    expect(json(ended)).toEqual({
      summary: "Echoed hi", exports: { $summary: "Echoed hi" }, durationMs: expect.any(Number),
      returnValue: { text: "hi", count: 1, auth: ["base_url", "companyId", "locationId", "oauth_access_token"] },
    });
    const exit = await inSandbox("run", "break", "--json", "--prop", "how=exit");
    expect(json(exit)).toMatchObject({ ended: { kind: "exit", reason: "nothing to do" } });
  });

  it.each<[string, string | Buffer]>([
    ["UTF-8", '{"text": "Zoë", "tags": ["x", "y"], "count": 7}'],
    ["UTF-8 with a mark", '\uFEFF{"text": "Zoë", "tags": ["x", "y"], "count": 7}'],
    ["UTF-16, as PowerShell writes it", Buffer.from('\uFEFF{"text": "Zoë", "tags": ["x", "y"], "count": 7}', "utf16le")],
  ])("takes fields from a file and from standard input in %s, and --prop before them", async (_encoding, content) => {
    const file = join(folder, "props.json");
    writeFileSync(file, content);
    const expected = { returnValue: { text: "Zoë", tags: ["x", "y"], count: 5 } };
    const args = ["run", "echo", "--json", "--prop", "count=5", "--props"];
    expect(json(await inSandbox(...args, file))).toMatchObject(expected);
    expect(json(await start([...args, "-"], { HIGHLEVEL_SANDBOX_URL: account.url }, undefined, undefined, Buffer.from(content)).ended)).toMatchObject(expected);
  });

  it.each([
    ["no file", undefined, " cannot be read: there is no such file or folder. Check the path."],
    ["nothing", " \n", " is empty."],
    ["no JSON", "{text: 1}", " is not JSON: "],
    ["a list", '["a"]', ' must contain an object of fields, such as {"email": "ann@example.com"}.'],
  ])("says what is wrong with a file of fields that has %s", async (what, content, says) => {
    const file = join(folder, `${what}.json`);
    if (content !== undefined) writeFileSync(file, content);
    const { code, stderr } = await inSandbox("run", "echo", "--props", file);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`Error: ${file}${says}`) });
  });

  it("starts a sandbox of its own where none is named", async () => {
    const ended = await cli(["run", "echo", "--json", "--prop", "text=hi", "--prop", "look=true"]);
    expect(ended.stderr).toContain("HIGHLEVEL_SANDBOX_URL is not set. Starting a sandbox for this command only; its data is then gone.");
    expect(json(ended)).toMatchObject({ returnValue: { status: 200 } });
    expect(ended.code).toBe(0);
  });

  it("knows an operation whatever its capitals", async () => {
    expect((await inSandbox("run", "Echo", "--prop", "text=hi")).code).toBe(0);
  });

  it("ends where no sandbox answers at the address that is set", async () => {
    const ended = await cli(["run", "echo", "--prop", "text=hi"], { HIGHLEVEL_SANDBOX_URL: "http://127.0.0.1:1" });
    expect(ended).toEqual({ code: 1, stdout: "", stderr: expect.stringContaining("Error: No sandbox answers at HIGHLEVEL_SANDBOX_URL (http://127.0.0.1:1). Start one there") });
  });

  it("uses a real account where there is a token, and never prints it", async () => {
    const live = (token: string) => ({ HIGHLEVEL_TOKEN: token, HIGHLEVEL_LOCATION_ID: account.locationId, HIGHLEVEL_BASE_URL: account.url });
    const pit = await cli(["run", "echo", "--json", "--prop", "text=hi", "--prop", "look=true"], live(account.tokens.privateIntegration));
    expect(json(pit)).toMatchObject({ returnValue: { status: 200, auth: ["api_key", "base_url", "locationId"] } });
    const refused = await cli(["run", "break", "--live", "--yes", "--debug", "--prop", "how=throw"], { ...live(account.tokens.oauth), HIGHLEVEL_COMPANY_ID: "c" });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`Using the account of HIGHLEVEL_TOKEN at ${account.url}.`);
    expect(refused.stderr).toContain("Error: The token [$auth.oauth_access_token] was refused.\n    at ");
    expect(refused.stderr).toContain('"status": 401');
    for (const { stdout, stderr } of [pit, refused]) {
      expect(stdout + stderr).not.toContain(account.tokens.privateIntegration);
      expect(stdout + stderr).not.toContain(account.tokens.oauth);
    }
  });

  it("asks before it deletes or overwrites in a real account", async () => {
    const live = { HIGHLEVEL_TOKEN: account.tokens.oauth, HIGHLEVEL_LOCATION_ID: account.locationId, HIGHLEVEL_BASE_URL: account.url };
    const args = ["run", "break", "--prop", "how=exit"];
    const says = "Break deletes or overwrites data in a real HighLevel account.";
    expect(await cli(args, live)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(`Error: ${says} To run it anyway, add --yes. To try it first, add --sandbox.\n`) });
    const asked: string[] = [];
    const answering = (isMeant: boolean) => start(args, live, undefined, async (question) => asked.push(question) > 0 && isMeant).ended;
    expect(await answering(false)).toMatchObject({ code: 2, stderr: expect.stringContaining("Error: Break was not run.\n") });
    expect(await answering(true)).toMatchObject({ code: 0 });
    expect(asked).toEqual([`${says} Continue?`, `${says} Continue?`]);
    expect(await cli([...args, "--yes"], live)).toMatchObject({ code: 0 });
    expect(await inSandbox(...args)).toMatchObject({ code: 0 });
  });

  it("gives an operation of agencies the agency's token, in either sandbox", async () => {
    const args = ["run", "agency", "--json"];
    for (const ended of [await inSandbox(...args), await cli(args)]) expect(json(ended)).toMatchObject({ returnValue: { status: 200 } });
  });

  it("prefers the sandbox with --sandbox, and refuses --live without a token", async () => {
    const ended = await cli(["run", "echo", "--sandbox", "--json", "--prop", "text=hi"], { HIGHLEVEL_TOKEN: "pit-real", HIGHLEVEL_SANDBOX_URL: account.url });
    expect(json(ended)).toMatchObject({ returnValue: { auth: expect.arrayContaining(["oauth_access_token"]) } });
    const refused = await cli(["run", "echo", "--live", "--prop", "text=hi"]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("Error: --live needs HIGHLEVEL_TOKEN");
  });
});

describe("wrong usage and failures", () => {
  it.each([
    [2, ["completion", "powershell"], "Error: Command-argument value 'powershell' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.\nThere is no completion for PowerShell. In Git Bash and WSL, use the one for bash.\n"],
    [1, ["run", "break", "--prop", "how=label"], "Error: At Which Time is too late; see Time.\nFor At Which Time, add --prop at=...\nThe fields of this operation: npx highlevel props break\n"],
    [1, ["run", "break", "--prop", "how=label", "--prop", "at=9"], "Error: At Which Time is too late; see Time.\nFor At Which Time, correct --prop at=...\nThe fields of this operation: npx highlevel props break\n"],
    [2, ["run", "ecko"], 'Error: There is no operation "ecko". Did you mean echo?\n'],
    [2, ["run", "tick"], 'Error: "tick" is a trigger. Use: npx highlevel poll tick\n'],
    [2, ["poll", "echo"], 'Error: "echo" is an action. Use: npx highlevel run echo\n'],
    [2, ["run", "echo", "--prop", "txt=1"], 'Error: Text (text) is required.\nThere is no field "txt". Did you mean text?\nThe fields of this operation: npx highlevel props echo\n'],
    [2, ["run", "echo", "--prop", "text=1", "--prop", "count=zero"], 'Error: Count (count) must be a whole number, not "zero".\nThe fields of this operation: npx highlevel props echo\n'],
    [2, ["poll", "tick", "--once", "--prop", "nam=x"], 'Error: There is no field "nam". Did you mean name?\nThe fields of this operation: npx highlevel props tick\n'],
    [2, ["options", "echo", "text"], 'Error: "text" has no options to choose from; type a value.\nThe fields of this operation: npx highlevel props echo\n'],
    [2, ["run", "echo", "--prop", "text"], "Error: Option '--prop <name=value>' argument 'text' is invalid. Write name=value, such as --prop email=ann@example.com.\n"],
    [2, ["run", "echo", "--email", "x"], "Error: Unknown option '--email'.\nWrite fields as: --prop email=x\n"],
    [2, ["run", "echo", "--first-name=Ada Lovelace"], "Error: Unknown option '--first-name=Ada Lovelace'.\nWrite fields as: --prop \"firstName=Ada Lovelace\"\n"],
    [2, ["run", "echo", "--email", "--json"], "Error: Unknown option '--email'.\nWrite fields as: --prop email=...\n"],
    [2, ["run", "echo", "text=a=b", "size=it's $5"], "Error: Too many arguments for 'run'. Expected 1 argument but got 3.\nWrite fields as: --prop text=a=b --prop size=...\n"],
    [2, ["run", "create", "contact"], "Error: Too many arguments for 'run'. Expected 1 argument but got 2.\nAn operation is one word. To find it: npx highlevel search create contact\n"],
    [2, ["--json", "catalog"], "Error: Unknown option '--json'.\nPut options after the command, such as npx highlevel catalog --json.\n"],
    [2, ["catalog", "--email", "x"], "Error: Unknown option '--email'.\n"],
    [2, ["tick", "--once"], "Error: Unknown command 'tick'.\ntick is the name of an operation (trigger): npx highlevel poll tick\n"],
    [2, ["add", "tag", "--json"], "Error: Unknown command 'add'.\nTo list the commands: npx highlevel --help. To find an operation: npx highlevel search add tag\n"],
    [2, ["run", "snapshot-list"], 'Error: There is no operation "snapshot-list". Did you mean agency?\n'],
    [2, ["run", "--prop", "a=b", "xyz"], 'Error: There is no operation "xyz". To find it: npx highlevel search <words>\n'],
    [2, ["poll", "tick", "--every", "soon"], "Error: Option '--every <seconds>' argument 'soon' is invalid. Give a number of 0.1 or more.\n"],
    [2, ["pol"], "Error: Unknown command 'pol'.\n(Did you mean poll?)\nTo list the commands: npx highlevel --help. To find an operation: npx highlevel search pol\n"],
    [2, ["catalog", "dmo"], 'Error: No operation has "dmo" in its name or description. Did you mean demo?\n'],
    [2, ["search", "echo", "nothing"], 'Error: No operation has "echo nothing" in its name or description. Try fewer words, or a category: demo, faults, agencies.\n'],
    [1, ["run", "break", "--prop", "how=field"], "Error: How: choose another one.\nThe fields of this operation: npx highlevel props break\n"],
    [1, ["run", "break", "--prop", "how=throw"], "Error: The token [$auth.oauth_access_token] was refused.\n"],
  ])("exits with %i: %j", async (code, args, stderr) => {
    const ended = await inSandbox(...args);
    expect({ ...ended, stdout: "" }).toEqual({ code, stdout: "", stderr });
    // Programs that asked for JSON get the same message as JSON.
    if (args.includes("--json")) expect(`Error: ${(json(ended).error as Error).message}\n`).toBe(stderr);
    else expect(ended.stdout).toBe("");
  });

  it.each([
    [2, ["run", "echo", "--prop", "txt=1"], /^Error: Text \(text\) is required/],
    [2, ["poll", "tick", "--once", "--prop", "nam=x"], /^Error: There is no field "nam"/],
    [2, ["options", "echo", "text"], /^Error: "text" has no options/],
    [0, ["options", "echo", "size"], /^$/],
  ])("starts no sandbox for what needs no account: %i %j", async (code, args, stderr) => {
    expect(await cli(args)).toMatchObject({ code, stderr: expect.stringMatching(stderr) });
  });

  it("are JSON with --json, with what the error carries and without the token", async () => {
    const failed = await inSandbox("run", "break", "--json", "--prop", "how=throw");
    expect(failed.code).toBe(1);
    expect(json(failed)).toEqual({ error: { name: "Error", message: "The token [$auth.oauth_access_token] was refused.", status: 401, token: "[$auth.oauth_access_token]" } });
    const wrong = await inSandbox("run", "echo", "--json", "--prop", "txt=1");
    expect(wrong.code).toBe(2);
    expect(json(wrong)).toMatchObject({ error: { name: "PropError", problems: ["Text (text) is required.", 'There is no field "txt". Did you mean text?'] } });
    expect(json(await cli(["--json"]))).toMatchObject({ error: { name: "UsageError", message: expect.stringContaining("Unknown option") } });
  });

  it("without a command, lists the commands", async () => {
    const { code, stdout, stderr } = await cli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Usage: highlevel <command>[^]*Error: Give one of these commands\.\n$/);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
    expect(await cli(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("asks for the build where there is none", async () => {
    const { code, stderr } = await cli(["catalog"], { HIGHLEVEL_DIST: join(folder, "nowhere") });
    expect({ code, stderr }).toEqual({ code: 1, stderr: `Error: The components are not built: ${join(folder, "nowhere/catalog.json")} does not exist. Run: npm run build\n` });
  });
});

describe("poll", () => {
  it("deploys, polls once, prints a line an event, and deactivates what leaves no state", async () => {
    const ended = await inSandbox("poll", "tick", "--once", "--json");
    expect(jsonLines(ended.stdout)).toEqual([
      { id: "deploy", summary: "Deployed", ts: 0, event: { n: 0 } },
      { id: "tick-1", summary: "tick 1", ts: 1000, event: { n: 1 } },
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: "activate tick\n1 event from the deployment (existing records). From now on, only new ones.\ndeactivate tick\nTick: 2 events in 1 poll.\n" });
  });

  it("goes on from a state file, updates it when the props change, and lets one process use it", async () => {
    const state = join(folder, "tick.json");
    const first = await inSandbox("poll", "tick", "--once", "--state", state);
    expect(first.stdout).toBe('1970-01-01T00:00:00.000Z  Deployed\n  {"n":0}\n1970-01-01T00:00:01.000Z  tick 1\n  {"n":1}\n');
    const second = await inSandbox("poll", "tick", "--once", "--state", state, "--json");
    expect(jsonLines(second.stdout)).toMatchObject([{ id: "tick-2" }]);
    expect(second.stderr).toBe('1 event dropped by dedupe "unique": no id.\nTick: 1 event in 1 poll.\n');
    const third = await inSandbox("poll", "tick", "--once", "--state", state, "--json", "--prop", "name=tock");
    expect(jsonLines(third.stdout)).toMatchObject([{ id: "tock-3" }]);
    expect(third.stderr).toContain("The fields differ from those saved in the state: updating the trigger.\ndeactivate tock\nactivate tock\n");

    const running = start(["poll", "tick", "--every", "60", "--json", "--state", state, "--prop", "name=tock"], { HIGHLEVEL_SANDBOX_URL: account.url });
    await running.lines(1);
    const refused = await inSandbox("poll", "tick", "--once", "--state", state);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`${state} is in use by process ${process.pid}.`);
    running.signal("SIGINT");
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(state, "utf8"))).toMatchObject({ deployed: true, db: { n: 4 }, pending: [] });
  });

  it("refuses a file that is no state, and leaves it alone", async () => {
    const state = join(folder, "notes.txt");
    writeFileSync(state, "my notes");
    const ended = await inSandbox("poll", "tick", "--once", "--state", state);
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: `Error: ${state} is damaged (not JSON). It was left unchanged. Restore it from a backup, or move it away to start over.\n` });
    expect(readFileSync(state, "utf8")).toBe("my notes");
  });

  it("goes on after a poll that failed, and ends cleanly with Ctrl-C after the poll under way", async () => {
    const slept: number[] = [];
    const args = ["poll", "tick", "--every", "90", "--json", "--prop", "failAt=2", "--prop", "announceAt=4"];
    const running = start(args, { HIGHLEVEL_SANDBOX_URL: account.url }, async (ms) => void slept.push(ms));
    await running.says("poll 4 is under way\n");
    const lines = (await running.lines(4)).map((line) => JSON.parse(line) as Record<string, unknown>);
    running.signal("SIGINT");
    expect(lines).toMatchObject([{ id: "deploy" }, { id: "tick-1" }, { error: { message: "no luck with [$auth.oauth_access_token]" } }, { id: "tick-3" }]);
    const { code, stderr, stdout } = await running.ended;
    expect(code).toBe(0);
    expect(slept).toEqual([90_000, 90_000, 90_000]);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ id: "tick-4" });
    expect(stderr).toContain("This poll failed: no luck with [$auth.oauth_access_token]\n");
    expect(stderr).toContain("deactivate tick\nTick: 4 events in 4 polls.\n");
  });

  it("fails with --once where the poll fails", async () => {
    expect(await inSandbox("poll", "tick", "--once", "--prop", "failAt=1")).toMatchObject({ code: 1, stderr: expect.stringContaining("Error: no luck with [") });
  });
});

describe("Ctrl-C", () => {
  it("ends the program when it comes again, but not when a package runner passes the first one on", () => {
    const now = jest.spyOn(Date, "now").mockReturnValue(0);
    const signals = new EventEmitter();
    const [exit, onFirst] = [jest.fn(), jest.fn()];
    const { signal, stopListening } = interruption({ signals, exit }, onFirst);
    for (const [ms, name] of [[0, "SIGINT"], [1_000, "SIGINT"], [1_001, "SIGTERM"]] as const) {
      expect(exit).not.toHaveBeenCalled();
      now.mockReturnValue(ms);
      signals.emit(name);
      expect(signal.aborted).toBe(true);
    }
    now.mockRestore();
    expect(onFirst).toHaveBeenCalledTimes(1);
    expect(exit.mock.calls).toEqual([[130]]);
    stopListening();
    expect(signals.eventNames()).toEqual([]);
  });
});

describe("options, props and catalog", () => {
  it("options pages by context and by number, and searches", async () => {
    const page = async (...args: string[]) => json(await inSandbox("options", "echo", ...args, "--json"));
    expect(await page("board", "--query", "!")).toEqual({ options: [{ label: "Board start!", value: "0-start" }], context: { next: "start>0" } });
    expect(await page("board", "--page", "2")).toMatchObject({ options: [{ value: "2-start>0>1" }] });
    expect(await page("color", "--page", "1")).toEqual({ options: [{ label: "red 1", value: "red 1" }, { label: "Green", value: { rgb: 1 } }] });
    const people = await inSandbox("options", "echo", "color");
    expect(people.stdout).toBe('VALUE      LABEL\nred 0      red 0\n{"rgb":0}  Green\n');
    expect((await inSandbox("options", "echo", "board")).stderr).toBe("There may be more: --page 1\n");
    expect(await page("size", "--query", "MED")).toEqual({ options: [{ label: "Medium", value: "m" }] });
    expect(await page("size", "--query", "s")).toEqual({ options: [{ label: "s", value: "s" }] });
    expect(await inSandbox("options", "echo", "color", "--page", "2")).toMatchObject({ stdout: "", stderr: "No options.\n", code: 0 });
  });

  it("props lists the fields: type, label, description, choices and default", async () => {
    expect((await cli(["props", "echo"])).stdout.split("\n")).toEqual([
      "text  string, required", "  Text: What is given back",
      "tags  string[]", "  Tags",
      "count  integer", "  Count", "  Default: 1",
      "board  string", "  Board", "  Choices: npx highlevel options echo board",
      "color  string", "  Color", "  Choices: npx highlevel options echo color",
      "size  string", "  Size", "  Choices: s, m (Medium)",
      "look  boolean", "  Look Up",
      "",
    ]);
    expect(JSON.parse((await cli(["props", "echo", "--json"])).stdout)).toContainEqual({
      name: "size", type: "string", label: "Size", description: "", required: false, hasOptions: true, options: [{ label: "s", value: "s" }, { label: "Medium", value: "m" }],
    });
  });

  it("catalog lists all, one category, one type", async () => {
    const all = await cli(["catalog"]);
    expect(all).toEqual({
      code: 0,
      stdout: [
        "SLUG    NAME    TYPE     CATEGORY  SCOPES",
        "echo    Echo    action   demo      locations.readonly",
        "break   Break   action   faults    -",
        "agency  Agency  action   agencies  snapshots.readonly",
        "tick    Tick    trigger  demo      ticks.readonly ticks.write",
        "",
      ].join("\n"),
      stderr: "4 operations: 1 trigger, 3 actions.\n",
    });
    const slugs = async (...words: string[]) => (JSON.parse((await cli([...words, "--json"])).stdout) as { slug: string }[]).map(({ slug }) => slug);
    // A category is all of it; other words are looked for in names and descriptions, names first, with or without a plural's s.
    expect(await slugs("list", "demo")).toEqual(["echo", "tick"]);
    expect(await slugs("search", "location")).toEqual(["echo"]);
    expect(await slugs("search", "Actions")).toEqual(["echo", "break", "agency"]);
    expect(await slugs("search", "list", "agencies")).toEqual(["agency"]);
    expect(await slugs("catalog", "demo", "events")).toEqual(["tick"]);
    expect(await slugs("search", "ec")).toEqual(["echo"]);
    expect((await cli(["search", "cho"])).code).toBe(2);
    const triggers = await cli(["catalog", "demo", "--type", "trigger", "--json"]);
    expect(JSON.parse(triggers.stdout)).toMatchObject([{ slug: "tick", key: "demo-tick", scopes: ["ticks.readonly", "ticks.write"] }]);
  });
});

describe("what is printed", () => {
  /** Clears the screen, in both spellings; turns the writing round; conceals; begins a line of its own. */
  const HOSTILE = "\u001b[2J\u009b2J\u202e\u001b[8m\r\nEchoed forged\u2028";
  const OBEYED = /(?!\n)[\p{Cc}\u2028\u202e]/u;

  it.each<[string, string[]]>([
    ["a summary, a result and a log", ["run", "echo", "--prop", `text=${HOSTILE}`]],
    ["events", ["poll", "tick", "--once", "--prop", `name=${HOSTILE}`]],
    ["labels and values of choices", ["options", "echo", "board", "--query", HOSTILE]],
    ["an error", ["run", HOSTILE]],
    ["JSON of a result", ["run", "echo", "--json", "--prop", `text=${HOSTILE}`]],
    ["JSON of events", ["poll", "tick", "--once", "--json", "--prop", `name=${HOSTILE}`]],
    ["JSON of choices", ["options", "echo", "board", "--json", "--query", HOSTILE]],
  ])("shows control characters instead of obeying them: %s", async (_, args) => {
    const { stdout, stderr } = await inSandbox(...args);
    expect(stdout + stderr).not.toMatch(OBEYED);
    expect(stdout).not.toMatch(/^Echoed forged/m);
    expect(stdout + stderr).toContain(args.includes("--json") ? "\\u001b[2J" : "\\x1b[2J");
    if (args.includes("--json") && args[0] === "run") expect(JSON.parse(stdout)).toMatchObject({ returnValue: { text: HOSTILE } });
  });
});
