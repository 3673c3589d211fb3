/**
 * Bundles each component into one self-contained file under components/.
 * Inlines our own code and the functions used from lodash and temporal-polyfill; @pipedream/platform and Node's built-ins stay imports.
 * The command line goes to cli/, bundled with its development dependencies: it runs where only the dependencies of package.json
 * are installed, and starts six times as fast as from source.
 */
import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import { build } from "esbuild";
import { loadComponent } from "../runtime/index.ts";
import { catalogRow } from "./catalog-row.ts";
import type { Built } from "./catalog-row.ts";
import { componentFiles } from "./component-files.ts";
import { exportedLiteral } from "./exported-literal.ts";
import { ownDefinitions } from "./own-definitions.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const SHARED = {
  absWorkingDir: root,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
} satisfies BuildOptions;

/** Minifies the Temporal polyfill: nobody reads it in a deployed component, and it would be a third of the largest one. */
const smallTemporal: Plugin = {
  name: "small Temporal",
  setup({ onLoad }) {
    onLoad({ filter: /\bcommon[\\/]core[\\/]temporal\.ts$/ }, async ({ path: file }) => {
      const { outputFiles: [small] } = await build({ ...SHARED, entryPoints: [file], write: false, minify: true, legalComments: "none", conditions: ["module"] });
      return { contents: small!.text, loader: "js" }; // there is one entry
    });
  },
};

async function buildComponents(files: string[], outdir: string): Promise<void> {
  const { outputFiles } = await build({
    ...SHARED,
    entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.ts$/, "") })),
    outdir,
    write: false,
    external: ["@pipedream/platform"],
    plugins: [ownDefinitions(root), smallTemporal],
    conditions: ["pipedream", "module"],
    // Readable, because people inspect what they deploy, and minifying would save only a few kB.
    minify: false,
    legalComments: "none",
  });
  const folders = new Set(outputFiles.map(({ path: file }) => path.dirname(file)));
  await Promise.all([...folders].map((name) => mkdir(name, { recursive: true })));
  await Promise.all(outputFiles.map(({ path: file, text }) => writeFile(file, exportedLiteral(text))));
}

/** The facts stay separate files, which the sandbox reads from its own folder. */
async function buildCommandLine(outdir: string): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: ["local/cli/main.ts"],
    outdir,
    // Loads the sandbox on demand.
    splitting: true,
    external: ["@pipedream/platform", "axios"],
    // Some of its packages are CommonJS.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  await chmod(path.join(outdir, "main.mjs"), 0o755);
  for (const name of ["api.json", "catalog.json"]) await copyFile(path.join(root, "local/facts", name), path.join(outdir, name));
}

/**
 * Builds the components and the command line.
 * @param folder becomes dist/
 */
export async function bundle(folder: string): Promise<Built[]> {
  const files = await componentFiles(root);
  await Promise.all([buildComponents(files, folder), buildCommandLine(path.join(folder, "cli"))]);
  return Promise.all(files.map(async (file) => {
    const name = file.replace(/\.ts$/, ".mjs");
    const component = await loadComponent(path.join(folder, name));
    return { row: catalogRow(name, component), component };
  }));
}
