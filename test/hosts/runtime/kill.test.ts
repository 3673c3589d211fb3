/** A process may be killed at any moment. What a kill leaves is what lies on the disk then: each of these moments is kept. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { bundle } from "../../support/bundle.ts";

/** Called before each change of the disk. */
let onStep: (what: string) => void = () => undefined;

type Change = (...args: unknown[]) => unknown;
const CHANGES = ["openSync", "closeSync", "renameSync", "linkSync", "unlinkSync", "rmSync"] as const;
const noticed = Object.fromEntries(CHANGES.map((name) => [name, (...args: unknown[]) => {
  onStep(name);
  return (fs[name] as Change)(...args); // the arguments are the caller's
}]));
/** Writes in two halves, as a large file may be. */
const writeFileSync = (file: fs.PathOrFileDescriptor, text: string, options?: fs.WriteFileOptions) => {
  onStep("writeFileSync");
  if (typeof file !== "number") return fs.writeFileSync(file, text, options);
  fs.writeSync(file, text.slice(0, text.length / 2));
  onStep("half of writeFileSync");
  fs.writeSync(file, text.slice(text.length / 2));
};
/** Matters where the power is cut, not where a process is killed; and it takes long. */
const fsyncSync = () => onStep("fsyncSync");
jest.unstable_mockModule("node:fs", () => ({ ...fs, ...noticed, writeFileSync, fsyncSync, default: fs }));
const { createSource, fileState, loadComponent } = await import("../../../hosts/runtime/index.ts");

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const counter = await loadComponent(path("./fixtures/counter.mjs"));

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "runtime-kill-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const DELIVERED = "delivered.txt";
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The source that counts, with its state and what it delivers in a folder. */
function open(place: string) {
  const state = fileState(join(place, "state.json"));
  const source = createSource(counter, { state, onEvent: ({ id }) => {
    onStep("delivery");
    fs.appendFileSync(join(place, DELIVERED), `${String(id)}\n`);
  } });
  return { source, state };
}

function delivered(place: string): number[] {
  const file = join(place, DELIVERED);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number) : [];
}

/** Opens what a kill has left and checks it. @returns how far it had counted */
async function survey(place: string): Promise<number> {
  const { source, state } = open(place); // takes over the dead process's lock
  const saved = state.load();
  const stored = saved?.db.counter as { n: number; filler: string } | undefined; // as the fixture stores it
  const count = stored?.n ?? 0;
  expect(stored?.filler).toBe(stored && String(count % 10).repeat(40_000));
  const kept = (saved?.pending ?? []).map(({ event }) => Number(event.id));
  expect([...new Set([...delivered(place), ...kept])].sort((a, b) => a - b).slice(0, count)).toEqual(upTo(count));
  await source.run();
  expect([...new Set(delivered(place))].sort((a, b) => a - b)).toEqual(upTo(count + 3));
  state.close();
  return count;
}

describe("a kill at any moment", () => {
  it("leaves the old or the new state, loses no event, and goes on where it was", async () => {
    const place = join(folder, "work");
    const moments: { what: string; copy: string }[] = [];
    onStep = (what) => {
      const copy = join(folder, `moment-${moments.length}`);
      fs.cpSync(place, copy, { recursive: true });
      moments.push({ what, copy });
    };
    fs.mkdirSync(place);
    const { source, state } = open(place);
    await source.run();
    await source.run();
    state.close();
    onStep = () => undefined;

    let before = 0;
    for (const { copy } of moments) {
      const count = await survey(copy);
      expect(count).toBeGreaterThanOrEqual(before);
      before = count;
    }
    expect(before).toBe(6);
    // The moments that matter are among them.
    expect(moments.map(({ what }) => what)).toEqual(expect.arrayContaining(["openSync", "writeFileSync", "half of writeFileSync", "fsyncSync", "renameSync", "delivery"]));
  });

  it("does not hold for a second process on the same file: it is refused while the first one runs, and takes over when that is dead", async () => {
    const place = join(folder, "child");
    fs.mkdirSync(place);
    const [state, file] = [join(place, "state.json"), join(place, DELIVERED)];
    const program = path("./fixtures/kill-child.mjs");
    const child = spawn(process.execPath, [program, await bundle("hosts/runtime/index.ts", folder), state, file], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data"); // it has counted
    expect(() => fileState(state)).toThrow(`${state} is in use by process ${child.pid}.`);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await survey(place)).toBeGreaterThanOrEqual(3);
  });
});
