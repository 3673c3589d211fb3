import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Ajv } from "ajv";
import omit from "lodash/omit.js";
import { StateError } from "../errors.ts";
import { isObject } from "../types.ts";
import { isCode, withFile } from "./file-errors.ts";
import { lock } from "./lock.ts";
import type { SourceState, StateStore } from "./state.ts";

const FORMAT = "pipedream-source-state";
const VERSION = 1;

const event = { type: "object", required: ["event", "at"], properties: { event: { type: "object" }, at: { type: "number" } } };
const isState = new Ajv({ validateSchema: false }).compile<SourceState & { format: string; version: number }>({
  type: "object",
  required: ["format", "version", "component", "deployed", "db", "dedupe", "pending"],
  properties: {
    format: { const: FORMAT },
    version: { const: VERSION },
    component: { type: "string" },
    deployed: { type: "boolean" },
    props: { type: "string" },
    db: { type: "object" },
    dedupe: {
      type: "object",
      additionalProperties: false,
      properties: { unique: { type: "array", items: { type: "string" } }, greatest: { type: "number" }, last: { type: "string" } },
    },
    pending: { type: "array", items: event },
  },
});

/** What is wrong with the content of a state file; undefined if it can be used. */
function complaint(content: unknown): string | undefined {
  if (!isObject(content) || content.format !== FORMAT) return "is no state file of this program";
  if (content.version !== VERSION) return `has state format ${String(content.version)}; this program reads format ${VERSION}`;
  return isState(content) ? undefined : `is damaged (${isState.errors?.map((error) => `${error.instancePath || "/"} ${error.message}`).join("; ")})`;
}

function readState(path: string): SourceState | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
  let content: unknown;
  let problem: string | undefined;
  try {
    content = JSON.parse(text);
    problem = complaint(content);
  } catch {
    problem = "is damaged (not JSON)";
  }
  if (problem) throw new StateError(`${path} ${problem}. It was left as it is. Restore it from a copy, or move it away to start anew.`);
  return omit(content as SourceState & { format: string; version: number }, ["format", "version"]); // complaint() has checked it
}

/** Makes a rename in a folder survive a power cut; file systems that cannot sync a folder need no such call. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/**
 * Replaces the file in one step: at any moment it has the old or the new content. What lies under the draft's name, a rest of a
 * process that was killed or a link that somebody planted, is taken away and never written through.
 */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.tmp`;
  rmSync(draft, { force: true });
  const descriptor = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** The file that a link leads to, whether that exists or not yet; any other path itself. */
function behindLinks(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    return behindLinks(resolve(dirname(path), readlinkSync(path)));
  }
}

/**
 * State in a JSON file, readable by its owner only. Each save is durable when it returns; a kill at any moment
 * leaves the state before or after it. Locked until `close()` or the end of the process.
 * @param file its path; folders are made, the file appears with the first save. A link stays one: the file behind it is written
 * @throws StateError if another process uses it, if the file system refuses, or (on load) if it is damaged or no state file;
 * it is never overwritten then
 */
export function fileState(file: string): StateStore {
  const path = resolve(file);
  const real = withFile(path, "used", () => {
    const behind = behindLinks(path);
    mkdirSync(dirname(behind), { recursive: true });
    return behind;
  });
  const unlock = withFile(path, "locked", () => lock(real));
  let isOpen = true;
  const close = () => {
    isOpen = false;
    unlock();
  };
  return {
    load: () => withFile(path, "read", () => readState(real)),
    save: (state) => {
      if (!isOpen) throw new StateError(`${path} was closed; open it again to write to it.`);
      withFile(path, "written", () => replaceFile(real, `${JSON.stringify({ format: FORMAT, version: VERSION, ...state })}\n`));
    },
    remove: () => {
      if (isOpen) withFile(path, "deleted", () => rmSync(real, { force: true }));
      close();
    },
    close,
  };
}
