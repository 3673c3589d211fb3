import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Builds a part of dist/: `fill` writes it into a folder beside dist/, and what is there when it is done takes the place of what had
 * the same name. A build that fails leaves the last good one.
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
