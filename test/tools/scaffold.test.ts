import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { build } from "esbuild";
import { draft } from "./draft.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

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
  it.each(["create-contact-note", "delete-contact-task", "get-contact-task-by-id"])("drafts %s so that it loads", async (slug) => {
    const [module] = draft(slug);
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
