import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { build } from "esbuild";
import { readManifest } from "../../local/cli/catalog.ts";
import { catalog, operation } from "../../local/facts/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { catalogProblems } from "../../local/tools/catalog-problems.ts";
import { OPERATION } from "../../common/core/types.ts";
import { catalogRow } from "../../hosts/bundle/catalog-row.ts";
import { manifestOf } from "../../hosts/manifest/index.ts";
import { withEndpoints } from "../../hosts/manifest/read.ts";
import type { WithEndpoints } from "../../hosts/manifest/read.ts";
import { addOperation, freeEndpoints } from "../../local/tools/new.ts";
import { titled, UNWRITTEN } from "../../local/tools/scaffold/index.ts";
import type { Wanted } from "../../local/tools/scaffold/index.ts";
import { answerOf } from "../../local/tools/scaffold/answer.ts";
import { DROPDOWNS } from "../../local/tools/scaffold/parts.ts";
import * as propDefinitions from "../../common/dropdowns/index.ts";
import { metadataProblems } from "../components/metadata.ts";
import { draft } from "./draft.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a module as the build would, and returns its component. */
async function componentOf(file: string, contents: string): Promise<Record<string | symbol, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents, sourcefile: file, resolveDir: `${root}/${file.replace(/\/[^/]*$/, "")}`, loader: "ts" },
    bundle: true, format: "esm", platform: "node", write: false, packages: "bundle", conditions: ["pipedream", "module"],
    plugins: [{ name: "no platform", setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^@pipedream\/platform$/ }, () => ({ path: "platform", namespace: "stub" }));
      onLoad({ filter: /.*/, namespace: "stub" }, () => ({ contents: "export class ConfigurationError extends Error {}; export const axios = () => undefined;" }));
    } }],
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`) as { default: Record<string | symbol, unknown> };
  return module.default;
}

const wantedOf = (type: Wanted["type"], category: string, slug: string): Wanted => ({ type, category, slug, name: titled(slug) });
/** Operations on endpoints that the facts have, under slugs that nobody would choose: the checkout may hold the ones from the guide. */
const NEW: [Wanted, endpoint: string, kind: string, row: string][] = [
  [wantedOf("action", "locations", "create-scaffold-probe"), "POST /locations/{locationId}/tags", "endpoint", "required: {"],
  [wantedOf("trigger", "locations", "list-scaffold-probes"), "GET /locations/{locationId}/tags", "snapshot", "change: () =>"],
  [wantedOf("trigger", "contacts", "get-scaffold-probe"), "GET /locations/{locationId}/customFields/{id}", "watchRecord", "props: () => ({ id: "],
];

describe("npm run new", () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), "scaffold-"));
    for (const folder of ["components", "test/components/rows"]) await cp(path.join(root, folder), path.join(copy, folder), { recursive: true });
  });
  afterAll(() => rm(copy, { recursive: true }));
  const read = (file: string) => readFile(path.join(copy, file), "utf8");

  it("offers the endpoints that no operation is for", () => {
    const free = freeEndpoints();
    expect(free).toEqual(expect.arrayContaining(NEW.map(([, endpoint]) => endpoint)));
    expect(free).not.toContain("POST /contacts/");
  });

  it.each(NEW.map(([wanted, ...rest]) => [wanted.slug, wanted, ...rest] as const))("writes %s, which the checks accept once its texts are written", async (_, wanted, endpoint, kind, row) => {
    const { type, category, slug } = wanted;
    const lines = await addOperation(copy, wanted, endpoint);
    const [file, rows] = [`components/${category}/${type}s/${slug}.ts`, `test/components/rows/${category}-${type}s.ts`];
    expect(lines.slice(0, 2)).toEqual([`wrote ${file}`, `wrote ${rows}`]);
    const table = await read(rows);
    expect(table.slice(table.indexOf(`"${slug}": {`))).toContain(row);

    const text = await read(file);
    expect(text).toContain(UNWRITTEN); // which the checks of the metadata refuse
    const written = await componentOf(file, text.replace(UNWRITTEN, "a thing happens").replaceAll("of the record", "as people know it"));
    const component = written as unknown as Component; // by its build
    const [built] = withEndpoints(manifestOf([{ row: catalogRow(file.replace(".ts", ".mjs"), component), component }])) as [WithEndpoints]; // of one
    expect(written).toMatchObject({ [OPERATION]: { kind } });
    expect(metadataProblems(component, built)).toEqual([]);
    expect(catalogProblems([...withEndpoints(readManifest(process.env)).filter((known) => known.slug !== slug), built], catalog(), (method, template) => operation(method, template).scopes)).toEqual([]);
  });

  it.each<[what: string, wanted: Wanted, endpoint: string, says: RegExp]>([
    ["an endpoint that the facts do not have", wantedOf("trigger", "contacts", "get-forms"), "GET /forms/", /does not have the endpoint "GET \/forms\/"[^]*npm run facts -- .* "GET \/forms\/"/],
    ["a misspelt endpoint", wantedOf("trigger", "contacts", "get-people"), "GET /contact/", /Did you mean GET \/contacts\//],
    ["a trigger that would change something", wantedOf("trigger", "locations", "new-tag"), "POST /locations/{locationId}/tags", /a trigger may only read/],
    ["a slug that is taken", wantedOf("action", "users", "create-contact"), "POST /contacts/", /already: components\/contacts\/actions\/create-contact\.ts/],
    ["a slug that is none", wantedOf("action", "users", "CreateIt"), "POST /contacts/", /lower-case words/],
  ])("refuses %s, and writes nothing", async (_, wanted, endpoint, says) => {
    await expect(addOperation(copy, wanted, endpoint)).rejects.toThrow(says);
    await expect(read(`components/${wanted.category}/${wanted.type}s/${wanted.slug}.ts`)).rejects.toThrow("ENOENT");
  });

  it("offers every field of the body", () => {
    const [module] = draft("create-contact-note");
    for (const field of ["userId", "body", "title", "color", "pinned"]) expect(module.content).toContain(`${field}: {`);
    expect(module.content).toContain("body: [\"userId\", \"body\", \"title\", \"color\", \"pinned\"]");
  });

  it("knows dropdowns that there are", () => {
    expect(Object.values(DROPDOWNS).map(({ definition }) => definition).filter((name) => !(name in propDefinitions))).toEqual([]);
  });
});

describe("a list and a single record are told apart", () => {
  /** The strategies that read one record, or one answer. */
  const SINGLE = new Set(["watchRecord", "watchValue", "slots"]);
  /** Triggers that ask a list one question. */
  const QUESTIONS = ["filter-users-by-email", "get-message-transcription"];

  it("in the answers of the catalog's triggers", () => {
    const promised = new Map(catalog().map(({ slug, endpoints: [endpoint] }) => [slug, endpoint!]));
    const triggers = withEndpoints(readManifest(process.env)).flatMap((one) => (one.type === "trigger" && promised.has(one.slug) ? [one] : []));
    expect(triggers.filter(({ slug, strategy }) => {
      const { method, path: template } = promised.get(slug)!;
      const isList = !SINGLE.has(strategy) || QUESTIONS.includes(slug);
      return answerOf(operation(method, template)).isList !== isList;
    }).map(({ slug }) => slug)).toEqual([]);
  });
});
