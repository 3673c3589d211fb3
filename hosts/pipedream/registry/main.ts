/**
 * The second half of npm run build: dist/pipedream/highlevel_oauth, the app folder that Pipedream's registry asks for. Unlike the
 * bundles in dist/components, its modules share their code, in the form in which the registry's reviewers read it.
 */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ownPackage from "../../../package.json" with { type: "json" };
import { loadComponent } from "../../../local/runtime/index.ts";
import { catalogRow } from "../../../local/tools/catalog-row.ts";
import { componentFiles } from "../../../local/tools/component-files.ts";
import { intoDist } from "../../../local/tools/into-dist.ts";
import { APP, importsOf, inPlace, placeOf } from "./layout.ts";
import { registryModules } from "./modules.ts";
import { packageJson } from "./package-json.ts";
import { componentReadme } from "./readme.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

await intoDist(root, async (folder) => {
  const app = path.join(folder, "pipedream", APP);
  const components = await componentFiles(root);
  const modules = await registryModules(root, components);
  for (const [file, code] of modules) {
    const place = path.join(app, placeOf(file));
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, inPlace(file, code));
  }
  const packages = [...modules].flatMap(([file, code]) => importsOf(file, code).packages).filter((name) => !builtinModules.includes(name));
  await writeFile(path.join(app, "package.json"), packageJson(packages, ownPackage.dependencies));
  await copyFile(new URL("README.app.md", import.meta.url), path.join(app, "README.md"));
  for (const file of components) {
    const place = path.join(app, placeOf(file));
    const component = await loadComponent(place);
    await writeFile(path.join(path.dirname(place), "README.md"), componentReadme({ row: catalogRow(file, component as never), component }));
  }
  console.log(`Wrote ${components.length} components into dist/pipedream/${APP}/`);
});
