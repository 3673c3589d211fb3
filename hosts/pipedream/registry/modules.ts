import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { importsOf } from "./layout.ts";

const sha256 = (...texts: string[]) => createHash("sha256").update(JSON.stringify(texts)).digest("hex");

/** A hash of everything that produces the modules: when any of it changes, the cache is invalid. */
async function makers(root: string): Promise<string> {
  const files = ["module.ts", "style.ts"].map((name) => path.join(import.meta.dirname, name));
  return sha256(...await Promise.all([...files, path.join(root, "package-lock.json")].map((file) => readFile(file, "utf8"))));
}

/**
 * The registry's modules by source file: the given ones and all their imports, which still point to the sources. Files that
 * contain only types are not included. Formatting all of them takes many seconds, so the results are cached in .cache/registry
 * by the hash of their source.
 * @param root of the package
 * @param entries source files, relative to the root
 */
export async function registryModules(root: string, entries: Iterable<string>): Promise<Map<string, string>> {
  const made = await makers(root);
  const cache = path.join(root, ".cache/registry");
  await mkdir(cache, { recursive: true });

  async function moduleOf(file: string): Promise<string> {
    const source = await readFile(path.join(root, file), "utf8");
    const kept = path.join(cache, sha256(made, source));
    if (existsSync(kept)) return readFile(kept, "utf8");
    // Loaded on demand: its tools take longer to load than everything else, and are rarely needed.
    const { registryModule } = await import("./module.ts");
    const code = await registryModule(source);
    await writeFile(kept, code);
    return code;
  }

  const modules = new Map<string, string>();
  const needed = new Set(entries);
  // Items added to a set during iteration are visited, too.
  for (const file of needed) {
    const code = await moduleOf(file);
    modules.set(file, code);
    for (const other of importsOf(file, code).files) needed.add(other);
  }
  return modules;
}
