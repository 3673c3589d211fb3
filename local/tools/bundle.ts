/**
 * npm run bundle: each component becomes one self-contained file under dist/components, and dist/catalog.json lists them.
 * Our own code and the functions used of lodash and temporal-polyfill are inlined; @pipedream/platform and Node's built-ins stay imports.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { catalogRow } from "./catalog-row.ts";
import { componentFiles } from "./component-files.ts";
import { exportedLiteral } from "./exported-literal.ts";
import { intoDist } from "./into-dist.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

await intoDist(root, async (folder) => {
  const files = await componentFiles(root);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.ts$/, "") })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["@pipedream/platform"],
    conditions: ["pipedream", "module"],
    // Readable: people look into what they deploy, and the gain would be a few kB.
    minify: false,
    legalComments: "none",
    logLevel: "warning",
  });
  const folders = new Set(outputFiles.map(({ path: file }) => path.dirname(file)));
  await Promise.all([...folders].map((name) => mkdir(name, { recursive: true })));
  await Promise.all(outputFiles.map(({ path: file, text }) => writeFile(file, exportedLiteral(text))));
  const rows = await Promise.all(files.map(async (file) => {
    const built = file.replace(/\.ts$/, ".mjs");
    const { default: component } = await import(pathToFileURL(path.join(folder, built)).href) as { default: Record<string | symbol, unknown> };
    return catalogRow(built, component);
  }));
  await writeFile(path.join(folder, "catalog.json"), `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`Built ${rows.length} components into dist/`);
});
