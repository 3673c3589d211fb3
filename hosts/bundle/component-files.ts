import { readdir } from "node:fs/promises";
import path from "node:path";

/**
 * The component modules of the package, relative to its root, sorted: components/<category>/<triggers|actions|reads>/<slug>.ts.
 * @throws Error for any other file there, which would be neither built nor checked
 */
export async function componentFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, "components"), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
  const foreign = files.find((file) => !/^components\/[a-z-]+\/(triggers|actions|reads)\/[a-z0-9-]+\.ts$/.test(file));
  if (foreign) throw new Error(`${foreign} is not a component: modules live in components/<category>/<triggers|actions|reads>/<slug>.ts; shared code belongs to common/.`);
  return files;
}
