/** npm run test:full: the tests with every row of long tables and twelve times the random histories, and the tests of scale (*.scale.ts). */
import { readFileSync } from "node:fs";

const { jest } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export default { ...jest, rootDir: "..", globals: { isFullEffort: true }, testMatch: [...jest.testMatch, "<rootDir>/test/**/*.scale.ts"] };
