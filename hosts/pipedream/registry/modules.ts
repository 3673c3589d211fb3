import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { importsOf } from "./layout.ts";

const sha256 = (...texts: string[]) => createHash("sha256").update(JSON.stringify(texts)).digest("hex");

/** Names what makes the modules: when any of it changes, nothing that was kept counts. */
async function makers(root: string): Promise<string> {
  const files = ["module.ts", "style.ts"].map((name) => path.join(import.meta.dirname, name));
  return sha256(...await Promise.all([...files, path.join(root, "package-lock.json")].map((file) => readFile(file, "utf8"))));
}

/**
 * The registry's modules (their code still imports where the sources stand) by their sources: those given and all that they need.
 * Sources that hold nothing but types are needed by none. Laying them all out takes many seconds, so what came out is kept in
 * .cache/registry under what it was made from.
 * @param root of the package
 * @param entries sources, relative to it
 */
export async function registryModules(root: string, entries: Iterable<string>): Promise<Map<string, string>> {
  const made = await makers(root);
  const cache = path.join(root, ".cache/registry");
  await mkdir(cache, { recursive: true });

  async function moduleOf(file: string): Promise<string> {
    const source = await readFile(path.join(root, file), "utf8");
    const kept = path.join(cache, sha256(made, source));
    if (existsSync(kept)) return readFile(kept, "utf8");
    // Loaded only now: the tools behind it take longer to load than all else takes, and are seldom needed.
    const { registryModule } = await import("./module.ts");
    const code = await registryModule(source);
    await writeFile(kept, code);
    return code;
  }

  const modules = new Map<string, string>();
  const needed = new Set(entries);
  // What is added to a set while it is gone through is visited as well.
  for (const file of needed) {
    const code = await moduleOf(file);
    modules.set(file, code);
    for (const other of importsOf(file, code).files) needed.add(other);
  }
  return modules;
}
