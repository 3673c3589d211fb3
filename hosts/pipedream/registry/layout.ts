/** The place of each of our modules in the app folder of Pipedream's registry. */
import path from "node:path";
import ownPackage from "../../../package.json" with { type: "json" };

/** The app's slug on Pipedream: the name of the folder and the app file, and the prefix of each key. */
export const APP = "highlevel_oauth";

/**
 * The place of a module in the app folder: actions/<slug>/<slug>.mjs (reads too), sources/<slug>/<slug>.mjs, the app file beside them, and
 * shared code in common/, where the registry's checks do not look for components.
 * @param file relative to the package: `components/...` or `common/...`
 * @see https://pipedream.com/docs/components/contributing/guidelines#folder-structure
 */
export function placeOf(file: string): string {
  if (file === "common/highlevel.app.ts") return `${APP}.app.mjs`;
  const [, type, slug] = /^components\/[^/]+\/(actions|reads|triggers)\/([^/]+)\.ts$/.exec(file) ?? [];
  if (slug === undefined) return file.replace(/\.ts$/, ".mjs");
  return `${type === "triggers" ? "sources" : "actions"}/${slug}/${slug}.mjs`;
}

const IMPORT = /\bfrom "([^"]+)"/g;
const isOurs = (name: string) => /^[.#]/.test(name);
/** Host-specific modules are imported by a name in package.json. */
const NAMED: Partial<Record<string, Record<"pipedream", string>>> = ownPackage.imports;

function fileOf(importer: string, name: string): string {
  const named = NAMED[name]?.pipedream;
  return named === undefined ? path.posix.join(path.posix.dirname(importer), name) : path.posix.normalize(named);
}

/** A module's imports: our files, relative to the package, and names of packages and built-ins. */
export function importsOf(file: string, code: string): { files: string[]; packages: string[] } {
  const names = [...code.matchAll(IMPORT)].map(([, name]) => name!);
  return { files: names.filter(isOurs).map((name) => fileOf(file, name)), packages: names.filter((name) => !isOurs(name)) };
}

/** A module's code with the imports adapted to the app folder. */
export function inPlace(file: string, code: string): string {
  const folder = path.posix.dirname(placeOf(file));
  return code.replace(IMPORT, (whole, name: string) => {
    if (!isOurs(name)) return whole;
    const relative = path.posix.relative(folder, placeOf(fileOf(file, name)));
    return `from "${relative.startsWith(".") ? relative : `./${relative}`}"`;
  });
}
