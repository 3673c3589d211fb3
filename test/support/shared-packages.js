/**
 * Jest's transform for packages to load once per worker, not once per test file: the sandbox's web server and validator, and
 * libraries of plain functions. Not for packages whose errors or classes tests check: those must be loaded in the file's own realm.
 */
import { createHash } from "node:crypto";

/** `requireShared` is the `require` of environment.ts, with one module cache for all files of its worker. */
export default {
  process: (_source, file) => ({ code: `module.exports = requireShared(${JSON.stringify(file)});` }),
  getCacheKey: (_source, file) => createHash("sha256").update(`shared ${file}`).digest("hex"),
};
