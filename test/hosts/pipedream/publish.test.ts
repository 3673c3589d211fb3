/** Publishing to Pipedream, against a `pd` that plays it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { publish } from "../../../hosts/pipedream/publish/publish.ts";
import type { PublishFlags, PublishSurroundings } from "../../../hosts/pipedream/publish/publish.ts";
import { recordFile } from "../../../hosts/pipedream/publish/record.ts";
import { Captured, DIST } from "../../cli/support.ts";
import { fakePd } from "./fake-pd.ts";
import type { FakePd } from "./fake-pd.ts";

let pd: FakePd;
beforeEach(() => void (pd = fakePd(DIST)));
afterEach(() => pd.remove());

/** Runs the command; pauses take no time. */
async function run(names: string[], flags: PublishFlags = {}, around: Partial<PublishSurroundings> = {}): Promise<{ isDone: boolean; text: string }> {
  const stdout = new Captured();
  const isDone = await publish(names, { yes: true, ...flags }, { env: pd.env, stdout, color: false, second: 0, ...around });
  return { isDone, text: stdout.text };
}

const says = (text: string, code = 1) => `echo '${text}'; exit ${code}`;
const error = (text: string) => says(JSON.stringify({ error: text }));

describe("what is published", () => {
  it.each<[names: string[], flags: PublishFlags, slugs: string[]]>([
    [["echo"], {}, ["echo"]],
    [["demo"], {}, ["echo", "tick"]],
    [["demo", "agency"], { actions: true }, ["echo", "agency"]],
    [[], { all: true, triggers: true }, ["tick"]],
    [[], { all: true }, ["echo", "break", "agency", "tick"]],
  ])("%j %j", async (names, flags, slugs) => {
    const { isDone, text } = await run(names, flags);
    expect(isDone).toBe(true);
    expect(pd.calls()).toEqual(slugs.map((slug) => `publish ${slug}.mjs --json`));
    expect(text).toContain(`[${slugs.length}/${slugs.length}] ✓`);
  });

  it.each<[names: string[], flags: PublishFlags, says: RegExp]>([
    [[], {}, /^Say what to publish: /],
    [["ecco"], {}, /no operation or category "ecco"\. Did you mean echo\?/],
    [["tick"], { actions: true }, /^None of these is an action\. Leave out --actions/],
    [["echo"], { yes: false }, /^Nothing was published: there is no terminal to ask in\. Add --yes to publish this component\.$/],
  ])("refuses %j %j", async (names, flags, message) => {
    await expect(run(names, flags)).rejects.toMatchObject({ name: "UsageError", message: expect.stringMatching(message) });
    expect(pd.calls()).toEqual([]);
  });

  it("lists it and asks", async () => {
    const asked: string[] = [];
    const confirm = (isMeant: boolean) => async (question: string) => (asked.push(question), isMeant);
    await expect(run(["demo"], { yes: false }, { confirm: confirm(false) })).rejects.toThrow("Nothing was published.");
    expect(pd.calls()).toEqual([]);
    const { text } = await run(["demo"], { yes: false, profile: "work" }, { confirm: confirm(true) });
    expect(asked).toEqual(["Publish 2 components to your Pipedream workspace?", "Publish 2 components to the workspace of pd's profile work?"]);
    expect(text).toContain("Tick trigger tick 0.0.1");
    expect(pd.calls()).toEqual(["publish echo.mjs --json --profile work", "publish tick.mjs --json --profile work"]);
  });
});

describe("what Pipedream answers", () => {
  it.each<[what: string, answers: string[], isDone: boolean, calls: number, says: string]>([
    ["429 with the time to wait", [error("429 Too Many Requests, Retry-After: 7")], true, 2, "retrying in 7 s"],
    ["429 without", [error("rate limit exceeded"), error("rate limit exceeded")], true, 3, "retrying in 30 s"],
    ["429 without end", Array(5).fill(error("429")), false, 5, "rate limit"],
    ["500", [error("500 Internal Server Error")], true, 2, "✓"],
    ["500 without end", Array(3).fill(error("500 Internal Server Error")), false, 3, "500 Internal Server Error"],
    ["no JSON", ["echo '<html>'; : > there/echo; exit 0"], true, 2, "✓"],
    ["no JSON without end", Array(3).fill(says("<html>", 0)), false, 3, "<html>"],
    ["nothing", Array(3).fill("exit 0"), false, 3, "pd said nothing."],
    ["an end halfway, after it was published", [": > there/echo; kill -9 $$"], true, 2, "✓"],
    ["a version that is there", [": > there/echo"], true, 1, "already published"],
    ["a component that it does not take", [error("props.x has no type")], false, 1, "props.x has no type"],
    ["an error on stderr", ["echo 'cannot read\u001b[31m file' >&2; exit 3"], false, 1, "cannot read\\x1b[31m file"],
  ])("%s", async (_, answers, isDone, calls, text) => {
    pd.answer("echo", ...answers);
    const ended = await run(["demo"]);
    expect(ended.text).toContain(text);
    expect(ended.isDone).toBe(isDone);
    // The others are published all the same.
    expect(pd.calls()).toEqual([...Array(calls).fill("publish echo.mjs --json"), "publish tick.mjs --json"]);
    if (!isDone) expect(ended.text).toContain("1 of 2 components published. Not published: echo.");
  });

  it("401: nothing else is tried", async () => {
    pd.answer("echo", error("401 Unauthorized"));
    await expect(run(["demo"])).rejects.toMatchObject({ name: "SetupError", message: expect.stringContaining("Run: pd login") });
    expect(pd.calls()).toHaveLength(1);
  });

  it("there is no pd", async () => {
    await expect(run(["demo"], {}, { env: { ...pd.env, PATH: "/nowhere" } })).rejects.toMatchObject({ name: "SetupError", message: expect.stringContaining("pipedream.com/docs/cli/install") });
  });
});

describe("going on", () => {
  it("after a crash", async () => {
    const crash = new Error("crash");
    const stdout = Object.assign(new Captured(), { write: (line: string) => { if (line.startsWith("[2/4]")) throw crash; return true; } });
    await expect(run([], { all: true }, { stdout })).rejects.toBe(crash);
    expect(pd.calls()).toHaveLength(2);
    expect((await run([], { all: true })).text).toContain("2 components already published");
    expect(pd.calls()).toHaveLength(4);
    expect((await run([], { all: true })).text).toBe("4 components already published and unchanged since (--again publishes everything again).\n");
  });

  it("with what failed", async () => {
    pd.answer("echo", error("props.x has no type"));
    expect((await run(["demo"])).isDone).toBe(false);
    expect((await run(["demo"])).isDone).toBe(true);
    expect(pd.calls()).toEqual(["publish echo.mjs --json", "publish tick.mjs --json", "publish echo.mjs --json"]);
  });

  it("each profile on its own, and all of it with --again", async () => {
    await run(["tick"]);
    await run(["tick"], { profile: "work" });
    await run(["tick"], { again: true });
    expect(pd.calls()).toHaveLength(3);
  });

  it("says so where Pipedream has the version with different code", async () => {
    await run(["tick"]);
    const file = recordFile(pd.env);
    writeFileSync(file, readFileSync(file, "utf8").replace(/"hash": "\w+"/, "\"hash\": \"other\""));
    const { isDone, text } = await run(["tick"]);
    expect(isDone).toBe(false);
    expect(text).toContain("version 0.0.1 with different code. Increase the version in components/demo/triggers/tick.ts");
  });

  it("says which file is broken", async () => {
    const file = recordFile(pd.env);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, "{");
    await expect(run(["tick"])).rejects.toMatchObject({ name: "SetupError", message: expect.stringContaining(`${file} is not valid JSON`) });
  });
});
