/** What Tab offers, and that the shells which are installed here take their scripts. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SCRIPTS } from "../../local/cli/completion.ts";
import { cli } from "./support.ts";

const offered = async (line: string) => (await cli(["complete", line])).stdout.split("\n").slice(0, -1).map((row) => row.split("\t")[0]);

describe("Tab offers", () => {
  it.each<[string, string[]]>([
    ["highlevel ", ["sandbox", "run", "poll", "options", "catalog", "props", "completion", "help"]],
    ["highlevel p", ["poll", "props"]],
    ["highlevel run ", ["echo", "break", "agency"]],
    ["highlevel poll ", ["tick"]],
    ["highlevel props t", ["tick"]],
    ["highlevel run echo --p", ["--prop", "--props"]],
    ["highlevel run echo --prop ", ["text=", "tags=", "count=", "board=", "color=", "size=", "look="]],
    ["highlevel run --json echo --prop text='a b' --prop s", ["size="]],
    ["highlevel run echo --prop size=", ["size=s", "size=m"]],
    ["highlevel run echo --prop look=t", ["look=true"]],
    ["highlevel run echo --prop text=", []],
    ["highlevel options echo ", ["board", "color", "size"]],
    ["highlevel search ", ["demo", "faults", "agencies"]],
    ["highlevel list demo f", ["faults"]],
    ["highlevel catalog --type ", ["action", "trigger"]],
    ["highlevel completion ", ["bash", "zsh", "fish"]],
    ["highlevel poll tick --state ", []],
    ["highlevel run nothing --prop ", []],
    ["highlevel nothing ", []],
  ])("for %j: %j", async (line, values) => {
    expect(await offered(line)).toEqual(values);
  });

  it("its text beside a word", async () => {
    expect((await cli(["complete", "highlevel run ec"])).stdout).toBe("echo\tGive back what is sent.\n");
  });
});

describe("the script of", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "completion-"));
    // Stands in for the command line: what it is asked for comes back among what it offers.
    const program = join(folder, "highlevel");
    writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$2" >"$0.asked"\nprintf "eventTypes=status changed\\tText\\neventTypes=created\\tText\\n"\n');
    chmodSync(program, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a script in a shell; undefined where that is not installed. */
  const run = (shell: string, script: string) => {
    const { error, stdout } = spawnSync(shell, ["-c", script], { encoding: "utf8", env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } });
    return error ? undefined : stdout;
  };

  it("bash leaves out what stands before =, and quotes spaces", () => {
    const line = "highlevel poll tick --prop eventTypes=";
    const out = run("bash", `${SCRIPTS.bash}\nCOMP_LINE="${line}" COMP_POINT=${line.length}\n_highlevel\nprintf '<%s>\\n' "\${COMPREPLY[@]}"\ncat "$(command -v highlevel).asked"`);
    expect(out ?? `<status\\ changed >\n<created >\n${line}\n`).toBe(`<status\\ changed >\n<created >\n${line}\n`);
  });

  it("fish completes the whole word", () => {
    const out = run("fish", `${SCRIPTS.fish}\ncomplete -C 'highlevel poll tick --prop eventTypes=c'`);
    expect(out ?? "eventTypes=created\tText\n").toBe("eventTypes=created\tText\n");
  });

  it("zsh is understood by it", () => {
    expect(run("zsh", `compdef() { print "$@" }\n${SCRIPTS.zsh}`) ?? "_highlevel highlevel\n").toBe("_highlevel highlevel\n");
  });
});
