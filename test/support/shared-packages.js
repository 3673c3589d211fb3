/**
 * Jest's transform for packages that are loaded once in a worker, not once in each test file: the sandbox's web server and validator,
 * and libraries of plain functions. Not for packages whose errors or classes tests look at: those have to come from the file's own realm.
 */
import { createHash } from "node:crypto";

/** {@link ./environment.ts} lends its `require`, which keeps what it has loaded. */
export default {
  process: (_source, file) => ({ code: `module.exports = requireShared(${JSON.stringify(file)});` }),
  getCacheKey: (_source, file) => createHash("sha256").update(`shared ${file}`).digest("hex"),
};
