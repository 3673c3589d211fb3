/**
 * Gives each component an app definition with only the propDefinitions it uses: all dropdowns together are larger than most
 * operations.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";

const APP = "common/highlevel.app.ts";
const DEFINITIONS = "common/dropdowns/index.ts";

const IMPORT = /\bfrom "(\.[^"]+)"/g;
const NAME = /\[app, "(\w+)"/g;

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** What matters here about a module. */
interface Module {
  imports: string[];
  /** The propDefinitions it uses. */
  names: string[];
}

const NOTHING: Module = { imports: [], names: [] };

/** The modules that import the app definition, directly or not, and the propDefinitions they use. */
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

  /** A module and all its direct and indirect imports, except those of the app definition. */
  async reach(file: string, seen = new Set<string>()): Promise<Set<string>> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const { imports } = file === APP ? NOTHING : await this.read(file);
    await Promise.all(imports.map((name) => this.reach(name, seen)));
    return seen;
  }

  /** Whether a module imports the app definition, directly or not. */
  async needsApp(file: string): Promise<boolean> {
    return (await this.reach(file)).has(APP);
  }

  /** The propDefinitions that a module and its imports use. */
  async namesOf(file: string): Promise<string[]> {
    const found = await Promise.all([...await this.reach(file)].map((name) => this.read(name)));
    return [...new Set(found.flatMap(({ names }) => names))].sort();
  }
}

/**
 * For building many components at once: each gets its own copy of the app definition, and of the modules in between.
 * @param root folder of the package
 */
export function ownDefinitions(root: string): Plugin {
  const modules = new Modules(root);
  const within = (file: string) => path.relative(root, file).split(path.sep).join("/");
  return {
    name: "own definitions",
    setup({ onLoad, onResolve }) {
      // One namespace per component, named after its file, keeps modules of the same path separate.
      onResolve({ filter: /^\.{1,2}\// }, async ({ path: name, importer, resolveDir, namespace }) => {
        const from = namespace === "file" ? within(importer) : importer;
        const owner = namespace !== "file" ? namespace : from.startsWith("components/") ? from : undefined;
        const file = within(path.resolve(resolveDir, name));
        if (owner === undefined) return undefined;
        const isOwn = (from === APP && file === DEFINITIONS) || (from !== APP && await modules.needsApp(file));
        // Paths in a namespace are relative, because they appear in the built files.
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
