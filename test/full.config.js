/** npm run test:full: the tests with all random histories, a break at every step, every row of long tables, and the tests of scale. */
import { readFileSync } from "node:fs";

const { jest } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export default { ...jest, rootDir: "..", globals: { isFullEffort: true }, testMatch: [...jest.testMatch, "<rootDir>/test/**/*.scale.ts"] };
