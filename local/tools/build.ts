/**
 * npm run build: each component becomes one self-contained file under dist/components, and dist/catalog.json lists them.
 * Our own code and the functions used of lodash and temporal-polyfill are inlined; @pipedream/platform and Node's built-ins stay imports.
 */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { catalogRow } from "./catalog-row.ts";
import { componentFiles } from "./component-files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = path.join(root, "dist");
/** Built beside the old files and then swapped, so that a failing build leaves the last good one. */
const next = path.join(root, `dist.${process.pid}.tmp`);

async function main(): Promise<void> {
  const files = await componentFiles(root);
  await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.ts$/, "") })),
    outdir: next,
    outExtension: { ".js": ".mjs" },
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
  const rows = await Promise.all(files.map(async (file) => {
    const built = file.replace(/\.ts$/, ".mjs");
    const { default: component } = await import(pathToFileURL(path.join(next, built)).href) as { default: Record<string | symbol, unknown> };
    return catalogRow(built, component);
  }));
  await mkdir(next, { recursive: true });
  await writeFile(path.join(next, "catalog.json"), `${JSON.stringify(rows, null, 2)}\n`);
  await rm(dist, { recursive: true, force: true });
  await rename(next, dist);
  console.log(`Built ${rows.length} components into dist/`);
}

try {
  await main();
} finally {
  await rm(next, { recursive: true, force: true });
}
