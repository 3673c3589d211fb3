import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { randomUUID } from "node:crypto";
import { StateError } from "../errors.ts";
import { isCode } from "./file-errors.ts";

/** Locks of this process by path, with their text; a lock with our pid that is not in here belongs to an earlier process. */
const held = new Map<string, string>();
let watchesExit = false;

/** The text of a lock file; undefined where there is none. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM"); // it exists, but belongs to another user
  }
}

/** Who holds a lock: a process on some machine; undefined where the text is not in our format. */
function holder(text: string): { pid: number; host: string } | undefined {
  const [pid, host] = text.split("\n");
  return /^\d+$/.test(pid ?? "") && host ? { pid: Number(pid), host } : undefined;
}

function isStale(path: string, text: string): boolean {
  const by = holder(text);
  if (!by || by.host !== hostname()) return false;
  return by.pid === process.pid ? !held.has(path) : !isAlive(by.pid);
}

/** Moves a stale lock aside. If a live one has replaced it meanwhile, puts that back. */
function moveAside(path: string, seen: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  if (read(aside) !== seen) linkSync(aside, path);
  unlinkSync(aside);
}

/** Creates the lock file atomically, with its text; false if it exists. */
function create(path: string, text: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/**
 * Locks `file` against other processes, and other users in this one, with `<file>.lock`.
 * Takes over the lock of a process that no longer runs.
 * @returns a function that releases the lock; the end of the process does so, too
 * @throws StateError that names the process holding it
 */
export function lock(file: string): () => void {
  const path = `${file}.lock`;
  // The UUID tells two locks of one process apart.
  const text = `${process.pid}\n${hostname()}\n${randomUUID()}\n`;
  if (!create(path, text)) {
    const seen = read(path);
    if (seen !== undefined && isStale(path, seen)) moveAside(path, seen);
    if (!create(path, text)) throw inUse(file, path);
  }
  held.set(path, text);
  if (!watchesExit) {
    watchesExit = true;
    process.once("exit", () => [...held.keys()].forEach(release));
  }
  return () => release(path);
}

/** Deletes a lock that is still ours. */
function release(path: string): void {
  const text = held.get(path);
  held.delete(path);
  if (text !== undefined && read(path) === text) rmSync(path, { force: true });
}

function inUse(file: string, path: string): StateError {
  const by = holder(read(path) ?? "");
  const who = by ? `process ${by.pid}${by.host === hostname() ? "" : ` on ${by.host}`}` : "another process";
  return new StateError(`${file} is in use by ${who}. Stop that process or use another state file. If it no longer runs, delete ${path}.`);
}
