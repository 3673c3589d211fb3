import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles a file of this repository with all its imports, so that child processes start quickly.
 * @returns the path of the bundle inside `folder`
 */
export async function bundle(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, "bundle.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
