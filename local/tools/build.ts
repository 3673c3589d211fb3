/**
 * npm run build: each component becomes one self-contained file under dist/components, and dist/catalog.json lists them.
 * Our own code and the lodash functions used are inlined; @pipedream/platform and Node's built-ins stay imports.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { catalogRow } from "./catalog-row.ts";
import { componentFiles } from "./component-files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = path.join(root, "dist");

async function main(): Promise<void> {
  const files = await componentFiles(root);
  await rm(dist, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.ts$/, "") })),
    outdir: dist,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["@pipedream/platform"],
    // Readable: people look into what they deploy, and the gain would be a few kB.
    minify: false,
    legalComments: "none",
    logLevel: "warning",
  });
  const rows = await Promise.all(files.map(async (file) => {
    const built = file.replace(/\.ts$/, ".mjs");
    const { default: component } = await import(pathToFileURL(path.join(dist, built)).href) as { default: Record<string | symbol, unknown> };
    return catalogRow(built, component);
  }));
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, "catalog.json"), `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`Built ${rows.length} components into dist/`);
}

await main();
