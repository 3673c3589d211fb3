import { builtinModules } from "node:module";
import path from "node:path";
import { APP, importsOf } from "./layout.ts";

/**
 * Our keys that the registry already has, at 0.0.x (November 2026). Our versions must be higher.
 * @see https://github.com/PipedreamHQ/pipedream/blob/master/.github/workflows/component-registry-version-check.yaml
 */
const IN_REGISTRY = [
  "add-contact-to-campaign", "create-business", "create-contact", "delete-business", "get-business", "update-business", "update-contact", "upsert-contact",
];

const first = (pattern: RegExp, text: string) => pattern.exec(text)?.[1];

function componentProblems(place: string, text: string): string[] {
  const [, slug = "", file = ""] = place.split("/");
  const key = first(/\bkey: "([^"]+)"/, text);
  const version = first(/\bversion: "([^"]+)"/, text) ?? "";
  return [
    file !== `${slug}.mjs` && "its folder has a different name",
    key !== `${APP}-${slug}` && `its first key is ${key}`,
    !/^\d+\.\d+\.\d+$/.test(version) && `its version is ${version || "missing"}`,
    IN_REGISTRY.includes(slug) && version.startsWith("0.0.") && `its version ${version} may not be higher than the registry's: make it 0.1.0`,
    !/^export default \{$/m.test(text) && "the linter does not see it: it has no line \"export default {\"",
  ].filter((problem) => problem !== false);
}

function importProblems(place: string, text: string, places: ReadonlyMap<string, string>, packages: string[]): string[] {
  const { files, packages: used } = importsOf(place, text);
  return [
    ...files.filter((file) => !places.has(file)).map((file) => `imports ${file}, which does not exist`),
    ...used.filter((name) => !builtinModules.includes(name) && !packages.some((known) => name === known || name.startsWith(`${known}/`)))
      .map((name) => `imports ${name}, which is neither in package.json nor a built-in without "node:"`),
  ];
}

/**
 * The problems that the registry's own checks would find in the app folder: its scripts findBadKeys, findDuplicateKeys,
 * checkComponentAppProp and generate-package-report, and its version check. (For layout and linting, see
 * test/hosts/pipedream/registry.lint.ts.)
 * @param files text by place in the folder
 * @see https://github.com/PipedreamHQ/pipedream/tree/master/scripts
 */
export function registryProblems(files: ReadonlyMap<string, string>): string[] {
  const app = `${APP}.app.mjs`;
  const packages = Object.keys((JSON.parse(files.get("package.json") ?? "{}") as { dependencies?: object }).dependencies ?? {});
  const slugs = new Set<string>();
  const problems: [place: string, problem: string][] = [];
  if (first(/\bapp: "([^"]+)"/, files.get(app) ?? "") !== APP) problems.push([app, "is missing or of another app"]);
  for (const [place, text] of files) {
    if (!place.endsWith(".mjs")) continue;
    const isComponent = /^(actions|sources)\//.test(place);
    const own = isComponent ? componentProblems(place, text) : [/\bkey: "/.test(text) && "has a key, which passes for that of a component"].filter((problem) => problem !== false);
    problems.push(...[...own, ...importProblems(place, text, files, packages)].map((problem): [string, string] => [place, problem]));
    if (!isComponent) continue;
    const slug = place.split("/")[1]!;
    if (slugs.has(slug)) problems.push([place, "another component has the same key"]);
    slugs.add(slug);
    if (!importsOf(place, text).files.includes(app)) problems.push([place, "does not import the app"]);
    if (!files.get(`${path.posix.dirname(place)}/README.md`)?.startsWith("# Overview\n")) problems.push([place, "has no README"]);
  }
  return problems.map(([place, problem]) => `${place}: ${problem}`);
}
