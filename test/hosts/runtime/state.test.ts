import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { StateError, createSource, fileState } from "../../../hosts/runtime/index.ts";
import type { Component, SourceState } from "../../../hosts/runtime/index.ts";
import { quiet, withFolder } from "./support.ts";

const STATE: SourceState = { component: "x", deployed: true, db: { cursor: 1 }, dedupe: { unique: ["a"] }, pending: [] };

const thrown = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error; // everything thrown here is one
  }
  throw new Error("An error was expected.");
};

describe("fileState", () => {
  it("appears with the first save, for its owner only, and reads back what was saved", () => withFolder((folder) => {
    const file = join(folder, "deep/er/state.json");
    const state = fileState(file);
    expect(state.load()).toBeUndefined();
    expect(existsSync(file)).toBe(false);
    state.save(STATE);
    expect(state.load()).toEqual(STATE);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    state.close();
    expect(readdirSync(join(folder, "deep/er"))).toEqual(["state.json"]);
    expect(thrown(() => state.save(STATE)).message).toBe(`${file} was closed; open it again to write to it.`);
    fileState(file).remove();
    expect(readdirSync(join(folder, "deep/er"))).toEqual([]);
  }));

  it.each([
    ["an empty file", "", /is damaged \(not JSON\)/],
    ["half a file", '{"format":"pipedream-source-state","ver', /is damaged \(not JSON\)/],
    ["a foreign file", '{"name":"package"}', /is not a state file of this program/],
    ["a list", "[]", /is not a state file of this program/],
    ["a newer format", JSON.stringify({ format: "pipedream-source-state", version: 2 }), /has state format 2; this program reads format 1/],
    ["a missing part", JSON.stringify({ format: "pipedream-source-state", version: 1, ...STATE, db: undefined }), /is damaged \(\/ must have required property 'db'\)/],
    ["a wrong part", JSON.stringify({ format: "pipedream-source-state", version: 1, ...STATE, dedupe: { unique: [1] } }), /is damaged \(\/dedupe\/unique\/0 must be string\)/],
  ])("refuses %s, names it, says what to do, and leaves it alone", (_what, content, message) => withFolder((folder) => {
    const file = join(folder, "state.json");
    writeFileSync(file, content);
    const state = fileState(file);
    const error = thrown(() => createSource({ name: "S", run: () => 1 }, { state }));
    state.close();
    expect(error).toBeInstanceOf(StateError);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(file);
    expect(error.message).toContain("move it away to start over");
    expect(readFileSync(file, "utf8")).toBe(content);
    expect(readdirSync(folder)).toEqual(["state.json"]);
  }));

  it("refuses what is no file, such as a device without end", () => {
    const state = fileState("/dev/null");
    expect(thrown(() => state.load()).message).toBe("/dev/null is not a regular file. Choose another path.");
    state.close();
  });

  it("writes through no link that was planted under its draft's name", () => withFolder((folder) => {
    const [file, victim] = [join(folder, "state.json"), join(folder, "victim.txt")];
    writeFileSync(victim, "mine");
    symlinkSync(victim, `${file}.tmp`);
    const state = fileState(file);
    state.save(STATE);
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expect(state.load()).toEqual(STATE);
    state.close();
    expect(readdirSync(folder)).toEqual(["state.json", "victim.txt"]);
  }));

  it.each([["that exists", true], ["that does not exist yet", false]])("leaves a link to a file %s a link, and has one lock with it", (_what, exists) => withFolder((folder) => {
    const [link, real] = [join(folder, "link.json"), join(folder, "deep/real.json")];
    symlinkSync("between.json", link);
    symlinkSync("deep/real.json", join(folder, "between.json"));
    if (exists) {
      const before = fileState(real);
      before.save(STATE);
      before.close();
    }
    const state = fileState(link);
    expect(thrown(() => fileState(real)).message).toContain("is in use by process");
    expect(state.load()).toEqual(exists ? STATE : undefined);
    state.save({ ...STATE, db: { cursor: 2 } });
    state.close();
    expect([link, join(folder, "between.json"), real].map((path) => lstatSync(path).isSymbolicLink())).toEqual([true, true, false]);
    expect(JSON.parse(readFileSync(real, "utf8"))).toMatchObject({ db: { cursor: 2 } });
    expect(readdirSync(join(folder, "deep"))).toEqual(["real.json"]);
  }));

  it.each<[string, (folder: string) => string, string]>([
    ["a folder", (folder) => {
      mkdirSync(join(folder, "folder"));
      return "folder";
    }, "read: it is a folder. Give the path of a file in it."],
    ["a folder that is a file", (folder) => {
      writeFileSync(join(folder, "file"), "");
      return "file/state.json";
    }, "used: part of its path is a file where a folder should be. Choose another path."],
    ["links in a circle", (folder) => {
      symlinkSync("b", join(folder, "a"));
      symlinkSync("a", join(folder, "b"));
      return "a";
    }, "used: its links lead in a circle. Give the path of the file itself."],
    ["a name that is too long", () => "n".repeat(300), "used: its name is too long. Choose a shorter one."],
  ])("explains the error of the file system for %s", (_what, prepare, says) => withFolder((folder) => {
    const file = join(folder, prepare(folder));
    const error = thrown(() => {
      const state = fileState(file);
      try {
        state.load();
      } finally {
        state.close();
      }
    });
    expect(error).toBeInstanceOf(StateError);
    expect(error.message).toBe(`${file} cannot be ${says}`);
  }));

  it("has what db.set stored before the run goes on, and the events until they are delivered", () => withFolder(async (folder) => {
    const file = join(folder, "state.json");
    const state = fileState(file);
    const onDisk: Partial<SourceState>[] = [];
    const look = () => onDisk.push(JSON.parse(readFileSync(file, "utf8")) as SourceState);
    const component: Component = {
      name: "S",
      dedupe: "unique",
      props: { db: "$.service.db" },
      run(this: unknown) {
        const self = this as { db: { set(key: string, value: unknown): void }; $emit(event: unknown, meta: object): void };
        self.$emit({ a: 1 }, { id: "e1" });
        self.db.set("cursor", 7);
        look();
      },
    };
    await createSource(component, { ...quiet, state, now: () => 5, onEvent: () => void look() }).run();
    look();
    state.close();
    const pending = [{ event: { event: { a: 1 }, id: "e1" }, at: 5 }];
    expect(onDisk).toMatchObject([
      { db: { cursor: 7 }, pending, dedupe: {} },
      { db: { cursor: 7 }, pending, dedupe: {} },
      { db: { cursor: 7 }, pending: [], dedupe: { unique: ["e1"] } },
    ]);
  }));
});

describe("the lock", () => {
  const deadPid = spawnSync(process.execPath, ["-e", ""]).pid;

  it("keeps others out, in this process too, until it is closed", () => withFolder((folder) => {
    const file = join(folder, "state.json");
    const first = fileState(file);
    expect(thrown(() => fileState(file)).message).toBe(
      `${file} is in use by process ${process.pid}. Stop that process or use another state file. If it no longer runs, delete ${file}.lock.`,
    );
    first.close();
    first.close();
    fileState(file).close();
    expect(readdirSync(folder)).toEqual([]);
  }));

  it.each([
    ["a dead process", () => `${deadPid}\n${hostname()}\nx\n`, true],
    ["an earlier process with our number", () => `${process.pid}\n${hostname()}\nx\n`, true],
    ["a living process", () => `${process.ppid}\n${hostname()}\nx\n`, false],
    ["another machine", () => `${deadPid}\nsome-other-host\nx\n`, false],
    ["who knows whom", () => "garbage", false],
  ])("of %s is taken over only if that is safe", (_who, text, isTakenOver) => withFolder((folder) => {
    const file = join(folder, "state.json");
    writeFileSync(`${file}.lock`, text());
    if (isTakenOver) {
      fileState(file).close();
      expect(readdirSync(folder)).toEqual([]);
    } else {
      expect(thrown(() => fileState(file)).message).toContain("is in use by");
      expect(readFileSync(`${file}.lock`, "utf8")).toBe(text());
      expect(readdirSync(folder)).toEqual(["state.json.lock"]);
    }
  }));
});
