import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { createSource, runAction } from "../../../hosts/runtime/index.ts";
import type { Component } from "../../../hosts/runtime/index.ts";
import { failure, quiet, withFolder } from "./support.ts";

interface StoredFile {
  path: string;
  toUrl(): Promise<string>;
  toFile(path: string): Promise<void>;
  toBuffer(): Promise<Buffer>;
  toEncodedString(encoding?: string, start?: number, end?: number): Promise<string>;
  createReadStream(): Promise<Readable>;
  createWriteStream(): Promise<NodeJS.WritableStream>;
  fromReadableStream(stream: Readable, contentType?: string, contentLength?: number): Promise<StoredFile>;
  fromFile(path: string): Promise<StoredFile>;
  fromUrl(url: string): Promise<StoredFile>;
  delete(): Promise<void>;
  withoutPutUrl(): StoredFile;
  withGetUrl(): Promise<object>;
}
interface Files {
  open(path: string): StoredFile;
  openDescriptor(descriptor: unknown): StoredFile;
  dir(path?: string): AsyncIterable<{ path: string; name: string; size?: number; isFile(): boolean }>;
}

const action = (run: (files: Files) => unknown): Component => ({
  type: "action",
  name: "Files",
  run: (args) => run((args as { $: { files: Files } }).$.files),
});

/** Runs something with the files of a folder. */
const use = async (filesFolder: string, run: (files: Files) => unknown) => (await runAction(action(run), { ...quiet, filesFolder })).returnValue;

describe("$.files", () => {
  it("stores what comes from a text, a stream, a file or an address", () => withFolder(async (folder) => {
    const server = createServer((request, response) => void response.writeHead(request.url === "/a" ? 200 : 404).end("from afar"));
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is an object
    writeFileSync(join(folder, "local.txt"), "from here");
    try {
      const texts = await use(join(folder, "store"), async (files) => {
        await files.open("deep/stream.txt").fromReadableStream(Readable.from(["from ", "a stream"]), "text/plain", 13);
        await files.open("file.txt").fromFile(join(folder, "local.txt"));
        await files.open("url.txt").fromUrl(`${base}/a`);
        await pipeline(Readable.from(["written"]), await files.open("/written.txt").createWriteStream());
        const read = (path: string) => files.open(path).toEncodedString();
        return Promise.all(["deep/stream.txt", "file.txt", "url.txt", "written.txt"].map(read));
      });
      expect(texts).toEqual(["from a stream", "from here", "from afar", "written"]);
      const error = await failure(use(join(folder, "store"), (files) => files.open("none.txt").fromUrl(`${base}/b`)));
      expect(error.message).toMatch(/\/b answered 404 Not Found; none\.txt was not stored\.$/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }));

  it("gives files as bytes, text, stream, file and address, and lists and deletes them", () => withFolder(async (folder) => {
    const store = join(folder, "store");
    const stored = await use(store, (files) => files.open("a/b.txt").fromReadableStream(Readable.from(["hello"])));
    expect(stored).toEqual({ path: "a/b.txt", get_url: expect.stringMatching(/^file:.*b\.txt$/), type: "PipedreamProjectFile" });
    const seen = await use(store, async (files) => {
      const file = files.openDescriptor(stored); // as a step before exported it
      await file.toFile(join(folder, "out/copy.txt"));
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      const listed: unknown[] = [];
      for await (const entry of files.dir("a")) listed.push([entry.path, entry.name, entry.size, entry.isFile()]);
      return [(await file.toBuffer()).length, await file.toEncodedString("utf8", 1, 3), Buffer.concat(chunks).toString(), readFileSync(fileURLToPath(await file.toUrl()), "utf8"), listed];
    });
    expect(seen).toEqual([5, "el", "hello", "hello", [["a/b.txt", "b.txt", 5, true]]]);
    expect(readFileSync(join(folder, "out/copy.txt"), "utf8")).toBe("hello");
    await use(store, (files) => files.open("a/b.txt").delete());
    expect(existsSync(join(store, "a/b.txt"))).toBe(false);
    expect((await failure(use(store, (files) => files.open("a/b.txt").toBuffer()))).message).toContain("ENOENT");
  }));

  it("leads to no file outside the store", () => withFolder(async (folder) => {
    expect((await failure(use(folder, (files) => files.open("../x")))).message).toBe('"../x" is outside the file store.');
  }));
});

describe("a dir prop", () => {
  const source: Component = {
    key: "stash",
    name: "Stash",
    props: { dir: { type: "dir", accessMode: "write" }, later: { type: "dir", optional: true } },
    // As the platform's sources stash attachments.
    async run(this: unknown) {
      const { dir, later, $emit } = this as { dir: Files; later?: Files; $emit(event: unknown, meta: object): void };
      const file = await dir.open("m1/a.txt").fromReadableStream(Readable.from(["hello"]), "text/plain", 5);
      $emit({ file: await file.withoutPutUrl().withGetUrl(), later: later === undefined }, { id: "a" });
    },
  };

  it("is a folder to open files in: the given one, or that of $.files where it is required", () => withFolder(async (folder) => {
    const emitted = async (options: object) => (await createSource(source, { ...quiet, ...options }).run()).emitted[0]?.event;
    expect(await emitted({ props: { dir: join(folder, "own") } })).toMatchObject({ file: { path: "m1/a.txt" }, later: true });
    expect(readFileSync(join(folder, "own/m1/a.txt"), "utf8")).toBe("hello");
    await emitted({ filesFolder: join(folder, "files") });
    expect(readFileSync(join(folder, "files/m1/a.txt"), "utf8")).toBe("hello");
  }));
});
