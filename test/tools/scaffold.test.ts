import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { build } from "esbuild";
import { ESLint } from "eslint";
import { catalog, operation, schemas } from "../../local/facts/index.ts";
import { scaffold } from "../../local/tools/scaffold.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root });

function draft(slug: string) {
  const row = catalog().find((candidate) => candidate.slug === slug)!;
  const facts = operation(row.endpoints[0]!.method, row.endpoints[0]!.path);
  const body = schemas()[facts.body?.schema.$ref?.replace("#/schemas/", "") ?? ""];
  return scaffold(row, facts, body?.properties ?? {}, body?.required ?? []);
}

/** Bundles a draft as the build would, and returns its component. */
async function component(file: string, contents: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents, sourcefile: file, resolveDir: `${root}/${file.replace(/\/[^/]*$/, "")}`, loader: "ts" },
    bundle: true, format: "esm", platform: "node", write: false, packages: "bundle", external: ["@pipedream/platform"],
    plugins: [{ name: "no platform", setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^@pipedream\/platform$/ }, () => ({ path: "platform", namespace: "stub" }));
      onLoad({ filter: /.*/, namespace: "stub" }, () => ({ contents: "export class ConfigurationError extends Error {}; export const axios = () => undefined;" }));
    } }],
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`) as { default: Record<string, unknown> };
  return module.default;
}

describe("npm run new", () => {
  it.each(["create-contact-note", "delete-contact-task", "get-contact-task-by-id"])("drafts %s so that it lints and loads", async (slug) => {
    const [module] = draft(slug);
    const [result] = await eslint.lintText(module!.content, { filePath: module!.file });
    expect(result!.messages).toEqual([]);
    const built = await component(module!.file, module!.content);
    expect(built).toEqual(expect.objectContaining({ key: `highlevel_oauth-${slug}`, run: expect.any(Function) }));
  });

  it("offers every field of the body", () => {
    const [module] = draft("create-contact-note");
    for (const field of ["userId", "body", "title", "color", "pinned"]) expect(module!.content).toContain(`${field}: {`);
    expect(module!.content).toContain("body: [\"userId\", \"body\", \"title\", \"color\", \"pinned\"]");
  });

  it.each(["create-contact-note", "get-contact-task-by-id"])("puts the row of %s where the tests of its category look", (slug) => {
    const [, test] = draft(slug);
    expect(readFileSync(`${root}/${test!.file}`, "utf8")).toContain(test!.row!.after);
    expect(test!.content).toContain(test!.row!.text);
  });
});
