import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import omit from "lodash/omit.js";
import { StateError } from "../errors.ts";
import type { Values } from "../types.ts";
import { isObject } from "../types.ts";
import { isCode, withFile } from "./file-errors.ts";
import { lock } from "./lock.ts";

/** What a kind of file holds. */
interface Format {
  name: string;
  version: number;
  /** JSON Schema of its fields, beside `format` and `version`. */
  schema: { required: string[]; properties: Values };
}

/** A JSON file that one process at a time reads and writes. */
export interface JsonFile<Content> {
  /** The content; undefined where there is no file yet. */
  load(): Content | undefined;
  save(content: Content): void;
  remove(): void;
  close(): void;
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

/** A validator that is made when it is first needed. */
function validator({ name, version, schema }: Format): () => ValidateFunction {
  let made: ValidateFunction | undefined;
  return () => (made ??= new Ajv({ validateSchema: false }).compile({
    type: "object",
    required: ["format", "version", ...schema.required],
    properties: { format: { const: name }, version: { const: version }, ...schema.properties },
  }));
}

/**
 * A kind of JSON file, readable by its owner only. Each save is durable when it returns; a kill at any moment leaves the
 * content before or after it. Locked until `close()` or the end of the process.
 * @returns opens a file by its path; folders are made, the file appears with the first save. A link stays one: the file behind it
 * is written. Throws a StateError if another process uses it, if the file system refuses, or (on load) if it is damaged or of
 * another format; it is never overwritten then
 */
export function jsonFile<Content extends object>(format: Format): (file: string) => JsonFile<Content> {
  const { name, version } = format;
  const validate = validator(format);

  /** What is wrong with a content; undefined if it can be used. */
  function complaint(content: unknown): string | undefined {
    if (!isObject(content) || content.format !== name) return "is not a state file of this program";
    if (content.version !== version) return `has state format ${String(content.version)}; this program reads format ${version}`;
    const isValid = validate();
    return isValid(content) ? undefined : `is damaged (${isValid.errors?.map((error) => `${error.instancePath || "/"} ${error.message}`).join("; ")})`;
  }

  function load(path: string): Content | undefined {
    let text: string;
    try {
      const found = statSync(path);
      if (!found.isFile() && !found.isDirectory()) throw new StateError(`${path} is not a file that state can be kept in. Choose another path.`);
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
    return omit(content as Content & { format: string; version: number }, ["format", "version"]) as unknown as Content; // complaint() has checked it
  }

  return (file) => {
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
      load: () => withFile(path, "read", () => load(real)),
      save: (content) => {
        if (!isOpen) throw new StateError(`${path} was closed; open it again to write to it.`);
        withFile(path, "written", () => replaceFile(real, `${JSON.stringify({ format: name, version, ...content })}\n`));
      },
      remove: () => {
        if (isOpen) withFile(path, "deleted", () => rmSync(real, { force: true }));
        close();
      },
      close,
    };
  };
}
