/** A wrong word or `--help` ends a long command with a line, not with a stack or hours of work. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";

const local = (file: string) => fileURLToPath(new URL(`../../local/${file}`, import.meta.url));

/** Runs a command's file as its npm script does. */
const run = (file: string, ...args: string[]) => new Promise<{ code: number; text: string }>((resolve) => {
  execFile(process.execPath, ["--import", "tsx", local(file), ...args], (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), text: stdout + stderr }));
});

it.concurrent.each<[file: string, args: string[], code: number, says: string]>([
  ["simulation/main.ts", ["serch-contacts"], 1, "There is no such trigger. Did you mean search-contacts?"],
  ["safeguards/main.ts", ["--help"], 0, "Usage: safeguards"],
  ["tools/facts.ts", [], 1, "missing required argument 'checkout'"],
])("%s %j", async (file, args, code, says) => {
  const ended = await run(file, ...args);
  expect(ended.text).toContain(says);
  expect(ended.code).toBe(code);
  expect(ended.text).not.toMatch(/^\s+at /m);
});
