/** npm run check:catalog: what was built (dist/manifest.json) against the product's list of operations (local/facts/catalog.json). */
import { readManifest } from "../cli/catalog.ts";
import { catalog, operations } from "../facts/index.ts";
import { withEndpoints } from "../../hosts/manifest/read.ts";
import { catalogProblems } from "./catalog-problems.ts";

const built = withEndpoints(readManifest(process.env));
const wanted = catalog();
const scopes = new Map(operations().map((operation) => [`${operation.method} ${operation.path}`, operation.scopes]));
const problems = catalogProblems(built, wanted, (method, path) => scopes.get(`${method} ${path}`));
for (const problem of problems) console.error(`✗ ${problem}`);
const promised = new Set(wanted.map(({ slug }) => slug));
const beside = built.filter(({ slug }) => !promised.has(slug)).length;
console.log(`${built.length - beside} of the catalog's ${wanted.length} operations built${beside > 0 ? `, and ${beside} beside them` : ""}; ${problems.length === 0 ? "all as they should be" : `${problems.length} problems`}`);
process.exitCode = problems.length === 0 ? 0 : 1;
