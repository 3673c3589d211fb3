/**
 * npm run bundle: builds the components and the command line into dist/, with catalog.json, which lists the components, and
 * manifest.json, which describes them for other hosts (schema: manifest.schema.json).
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle/bundle.ts";
import { intoDist } from "./bundle/into-dist.ts";
import { manifestOf, manifestSchema } from "./manifest/index.ts";
import { allSamples } from "./manifest/samples.ts";

await intoDist(fileURLToPath(new URL("..", import.meta.url)), async (folder) => {
  const samples = allSamples();
  const built = (await bundle(folder)).map((one) => ({ ...one, sample: samples[one.row.slug] }));
  const write = (name: string, content: unknown, space?: number) => writeFile(path.join(folder, name), `${JSON.stringify(content, null, space)}\n`);
  await Promise.all([
    write("catalog.json", built.map(({ row }) => row), 2),
    write("manifest.json", manifestOf(built)),
    write("manifest.schema.json", manifestSchema(), 2),
  ]);
  console.log(`Built ${built.length} components, their manifest and the command line into dist/`);
});
