import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Builds part of dist/: `fill` writes into a folder beside dist/, whose entries then replace those of the same name. A failed
 * build leaves the last good one in place.
 * @param root of the package
 */
export async function intoDist(root: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const dist = path.join(root, "dist");
  const next = path.join(root, `dist.${process.pid}.tmp`);
  try {
    await mkdir(next, { recursive: true });
    await fill(next);
    await mkdir(dist, { recursive: true });
    for (const name of await readdir(next)) {
      await rm(path.join(dist, name), { recursive: true, force: true });
      await rename(path.join(next, name), path.join(dist, name));
    }
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}
