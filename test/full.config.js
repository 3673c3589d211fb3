/** npm run test:full: the tests with all random histories, and a break at every step. */
import { readFileSync } from "node:fs";

const { jest } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export default { ...jest, rootDir: "..", globals: { isFullEffort: true } };
