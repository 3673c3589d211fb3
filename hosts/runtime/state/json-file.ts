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

/** A file format. */
interface Format {
  name: string;
  version: number;
  /** JSON Schema of its fields, without `format` and `version`. */
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

/** Makes a rename in a folder survive a power failure; Windows cannot sync folders, and need not. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/**
 * Replaces the file atomically: it always has either the old or the new content. Anything already at the draft's path (left by a
 * killed process, or a planted link) is removed, never written through.
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

/** The target of a link, even if it does not exist yet; any other path unchanged. */
function behindLinks(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    return behindLinks(resolve(dirname(path), readlinkSync(path)));
  }
}

/** A validator, compiled on first use. */
function validator({ name, version, schema }: Format): () => ValidateFunction {
  let made: ValidateFunction | undefined;
  return () => (made ??= new Ajv({ validateSchema: false }).compile({
    type: "object",
    required: ["format", "version", ...schema.required],
    properties: { format: { const: name }, version: { const: version }, ...schema.properties },
  }));
}

/**
 * A JSON file format; files are readable only by their owner. A save is durable when it returns; a kill at any moment leaves
 * the old or the new content. Files are locked until `close()` or the end of the process.
 * @returns a function that opens a file by its path; folders are created at once, the file with the first save. For a link, its
 * target is written. Throws a StateError if another process uses the file, if the file system refuses, or (on load) if it is
 * damaged or in another format; it is then never overwritten
 */
export function jsonFile<Content extends object>(format: Format): (file: string) => JsonFile<Content> {
  const { name, version } = format;
  const validate = validator(format);

  /** What is wrong with the content; undefined if it is valid. */
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
      if (!found.isFile() && !found.isDirectory()) throw new StateError(`${path} is not a regular file. Choose another path.`);
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
    if (problem) throw new StateError(`${path} ${problem}. It was left unchanged. Restore it from a backup, or move it away to start over.`);
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
