/** Where each of our modules stands in the app folder of Pipedream's registry. */
import path from "node:path";
import ownPackage from "../../../package.json" with { type: "json" };

/** The app's slug on Pipedream: the name of the folder and of the app file, and the beginning of each key. */
export const APP = "highlevel_oauth";

/**
 * The place of a module in the app folder: actions/<slug>/<slug>.mjs, sources/<slug>/<slug>.mjs, the app file beside them, and all
 * that they share in common/, where the registry's checks look for no components.
 * @param file relative to the package: `components/...` or `common/...`
 * @see https://pipedream.com/docs/components/contributing/guidelines#folder-structure
 */
export function placeOf(file: string): string {
  if (file === "common/highlevel.app.ts") return `${APP}.app.mjs`;
  const [, type, slug] = /^components\/[^/]+\/(actions|triggers)\/([^/]+)\.ts$/.exec(file) ?? [];
  if (slug === undefined) return file.replace(/\.ts$/, ".mjs");
  return `${type === "actions" ? "actions" : "sources"}/${slug}/${slug}.mjs`;
}

const IMPORT = /\bfrom "([^"]+)"/g;
const isOurs = (name: string) => /^[.#]/.test(name);
/** What differs from host to host has a name in package.json instead of a path. */
const NAMED: Partial<Record<string, Record<"pipedream", string>>> = ownPackage.imports;

function fileOf(importer: string, name: string): string {
  const named = NAMED[name]?.pipedream;
  return named === undefined ? path.posix.join(path.posix.dirname(importer), name) : path.posix.normalize(named);
}

/** What the code of a module imports: our files, relative to the package, and names of packages and built-ins. */
export function importsOf(file: string, code: string): { files: string[]; packages: string[] } {
  const names = [...code.matchAll(IMPORT)].map(([, name]) => name!);
  return { files: names.filter(isOurs).map((name) => fileOf(file, name)), packages: names.filter((name) => !isOurs(name)) };
}

/** The code of a module in its place: it imports the others from theirs. */
export function inPlace(file: string, code: string): string {
  const folder = path.posix.dirname(placeOf(file));
  return code.replace(IMPORT, (whole, name: string) => {
    if (!isOurs(name)) return whole;
    const relative = path.posix.relative(folder, placeOf(fileOf(file, name)));
    return `from "${relative.startsWith(".") ? relative : `./${relative}`}"`;
  });
}
