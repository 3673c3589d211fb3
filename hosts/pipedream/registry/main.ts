/**
 * The second half of npm run build: dist/pipedream/highlevel_oauth, the app folder for Pipedream's registry. Unlike the bundles
 * in dist/components, its modules share code, in the layout that the registry's reviewers expect.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ownPackage from "../../../package.json" with { type: "json" };
import { readManifest } from "../../../local/cli/catalog.ts";
import { loadComponent } from "../../runtime/index.ts";
import { intoDist } from "../../bundle/into-dist.ts";
import { APP, importsOf, inPlace, placeOf } from "./layout.ts";
import { registryModules } from "./modules.ts";
import { packageJson } from "./package-json.ts";
import { registryProblems } from "./problems.ts";
import { componentReadme } from "./readme.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

await intoDist(root, async (folder) => {
  const files = new Map<string, string>();
  async function write(place: string, text: string): Promise<string> {
    const file = path.join(folder, "pipedream", APP, place);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    files.set(place, text);
    return file;
  }

  const manifest = readManifest({});
  const components = manifest.operations.map((operation) => ({ operation, source: operation.file.replace(/mjs$/, "ts") }));
  const modules = await registryModules(root, components.map(({ source }) => source));
  const packages = [...modules].flatMap(([file, code]) => importsOf(file, code).packages).filter((name) => !builtinModules.includes(name));
  await write("package.json", packageJson(packages, ownPackage.dependencies));
  await write("README.md", await readFile(new URL("README.app.md", import.meta.url), "utf8"));
  for (const [file, code] of modules) await write(placeOf(file), inPlace(file, code));
  for (const { operation, source } of components) {
    const place = placeOf(source);
    // What does not load would be refused.
    await loadComponent(path.join(folder, "pipedream", APP, place));
    await write(path.posix.join(path.posix.dirname(place), "README.md"), componentReadme(operation, manifest));
  }
  const problems = registryProblems(files);
  if (problems.length > 0) throw new Error(`Pipedream's registry would reject dist/pipedream/${APP}:\n${problems.join("\n")}`);
  console.log(`Wrote ${components.length} components for Pipedream's registry into dist/pipedream/${APP}/`);
});
