import { createReadStream, createWriteStream, mkdirSync, mkdtempSync } from "node:fs";
import { copyFile, mkdir, open, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { isObject } from "../types.ts";

/** The platform's type name for a file in JSON. */
const DESCRIPTOR_TYPE = "PipedreamProjectFile";

let temporary: string | undefined;
/** The default folder: one for the whole process. */
const temporaryFolder = () => (temporary ??= mkdtempSync(join(tmpdir(), "pipedream-files-")));

/** A file in a store; it may not exist yet. */
class StoredFile {
  /** @param local its path on this machine */
  constructor(readonly path: string, private readonly local: string) {}

  /** Where the file can be read: a `file:` URL on this machine. */
  get url(): string {
    return pathToFileURL(this.local).href;
  }

  async toUrl(): Promise<string> {
    return this.url;
  }

  async toFile(localFilePath: string): Promise<void> {
    await mkdir(dirname(resolve(localFilePath)), { recursive: true });
    await copyFile(this.local, localFilePath);
  }

  async toBuffer(): Promise<Buffer> {
    return readFile(this.local);
  }

  /** The text of its bytes from `start` up to but not including `end`. */
  async toEncodedString(encoding: BufferEncoding = "utf8", start?: number, end?: number): Promise<string> {
    return (await this.toBuffer()).subarray(start, end).toString(encoding);
  }

  async createReadStream(): Promise<Readable> {
    await (await open(this.local)).close(); // fails now if the file is missing, rather than in the stream
    return createReadStream(this.local);
  }

  toReadableStream(): Promise<Readable> {
    return this.createReadStream();
  }

  async createWriteStream(): Promise<Writable> {
    mkdirSync(dirname(this.local), { recursive: true });
    return createWriteStream(this.local);
  }

  async fromReadableStream(stream: NodeJS.ReadableStream): Promise<this> {
    await pipeline(stream, await this.createWriteStream());
    return this;
  }

  async fromFile(localFilePath: string): Promise<this> {
    return this.fromReadableStream(createReadStream(localFilePath));
  }

  /** @param options those of `fetch` */
  async fromUrl(url: string, options?: RequestInit): Promise<this> {
    const response = await fetch(url, options);
    if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}; ${this.path} was not stored.`);
    return this.fromReadableStream(response.body ? Readable.fromWeb(response.body) : Readable.from([]));
  }

  async delete(): Promise<void> {
    await rm(this.local, { force: true });
  }

  /** Its description with a URL to read it from. */
  async withGetUrl(): Promise<object> {
    return this.toJSON();
  }

  /** There is no URL to write to here. */
  withoutPutUrl(): this {
    return this;
  }

  toJSON(): object {
    return { path: this.path, get_url: this.url, type: DESCRIPTOR_TYPE };
  }
}

/**
 * A file store in a folder of this machine: `$.files`, and the value of a `dir` prop.
 * @see https://pipedream.com/docs/workflows/data-management/file-stores/reference
 */
export class FileStore {
  /** @param folder created with its first file; by default one for this process */
  constructor(private readonly folder?: string) {}

  /** @param path from the store's root, with or without a leading slash */
  open(path: string): StoredFile {
    return new StoredFile(path, this.local(path));
  }

  /** @param descriptor a file as JSON */
  openDescriptor(descriptor: unknown): StoredFile {
    if (!isObject(descriptor) || typeof descriptor.path !== "string") throw new Error("A file description needs a path.");
    return this.open(descriptor.path);
  }

  /** The files and folders in a folder of the store, by name. */
  async* dir(path = ""): AsyncGenerator<object> {
    const folder = this.local(path);
    const found = await readdir(folder, { withFileTypes: true }).catch(() => []); // a missing folder has no files
    for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const local = join(folder, entry.name);
      const { size, mtime } = await stat(local);
      const inside = relative(this.root, local).replaceAll(sep, "/");
      const isFile = entry.isFile();
      yield {
        isDirectory: () => entry.isDirectory(),
        isFile: () => isFile,
        path: inside,
        name: entry.name,
        ...(isFile && { size, modifiedAt: mtime, file: this.open(inside) }),
      };
    }
  }

  private get root(): string {
    return resolve(this.folder ?? temporaryFolder());
  }

  /** A path of the store on this machine; never outside of the store. */
  private local(path: string): string {
    const local = join(this.root, String(path));
    if (local !== this.root && !local.startsWith(this.root + sep)) throw new Error(`"${path}" is outside the file store.`);
    return local;
  }
}
