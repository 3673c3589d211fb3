/**
 * Gives each component an app definition with the propDefinitions that it names, and no other ones: all dropdowns together are
 * larger than most operations.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";

const APP = "common/highlevel.app.ts";
const DEFINITIONS = "common/dropdowns/index.ts";

const IMPORT = /\bfrom "(\.[^"]+)"/g;
const NAME = /\[app, "(\w+)"/g;

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** A module as far as it matters here. */
interface Module {
  imports: string[];
  /** Names of the propDefinitions in it. */
  names: string[];
}

const NOTHING: Module = { imports: [], names: [] };

/** The modules that lead to the app definition, and which of its propDefinitions they name. */
class Modules {
  private readonly known = new Map<string, Promise<Module>>();

  constructor(private readonly root: string) {}

  private read(file: string): Promise<Module> {
    const module = this.known.get(file) ?? readFile(path.join(this.root, file), "utf8").then((text) => ({
      imports: all(text, IMPORT).map((name) => path.posix.join(path.posix.dirname(file), name)),
      names: all(text, NAME),
    }));
    this.known.set(file, module);
    return module;
  }

  /** A module and all that it imports, by itself or through others; the app's own imports do not count. */
  async reach(file: string, seen = new Set<string>()): Promise<Set<string>> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const { imports } = file === APP ? NOTHING : await this.read(file);
    await Promise.all(imports.map((name) => this.reach(name, seen)));
    return seen;
  }

  /** Whether a module needs the app definition. */
  async needsApp(file: string): Promise<boolean> {
    return (await this.reach(file)).has(APP);
  }

  /** The propDefinitions that a module names, by itself or through others. */
  async namesOf(file: string): Promise<string[]> {
    const found = await Promise.all([...await this.reach(file)].map((name) => this.read(name)));
    return [...new Set(found.flatMap(({ names }) => names))].sort();
  }
}

/**
 * For a build of many components at once: each has its own copy of the app definition, and of the modules between the two.
 * @param root folder of the package
 */
export function ownDefinitions(root: string): Plugin {
  const modules = new Modules(root);
  const within = (file: string) => path.relative(root, file).split(path.sep).join("/");
  return {
    name: "own definitions",
    setup({ onLoad, onResolve }) {
      // A namespace for each component, named after its file, makes modules of the same path separate ones.
      onResolve({ filter: /^\.{1,2}\// }, async ({ path: name, importer, resolveDir, namespace }) => {
        const from = namespace === "file" ? within(importer) : importer;
        const owner = namespace !== "file" ? namespace : from.startsWith("components/") ? from : undefined;
        const file = within(path.resolve(resolveDir, name));
        if (owner === undefined) return undefined;
        const isOwn = (from === APP && file === DEFINITIONS) || (from !== APP && await modules.needsApp(file));
        // Paths of their own are relative: they stand in the built files.
        return isOwn ? { path: file, namespace: owner, sideEffects: false } : { path: path.join(root, file), sideEffects: false };
      });
      onLoad({ filter: /\.ts$/ }, async ({ path: file, namespace }) => {
        if (namespace === "file") return undefined;
        const resolveDir = path.join(root, path.dirname(file));
        if (file !== DEFINITIONS) return { contents: await readFile(path.join(root, file), "utf8"), loader: "ts", resolveDir };
        const names = await modules.namesOf(namespace);
        return { contents: `export { ${names.join(", ")} } from "./index.ts";`, loader: "ts", resolveDir };
      });
    },
  };
}
