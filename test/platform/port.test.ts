/** Both implementations of the port behave alike, and Pipedream's package is in no bundle but Pipedream's. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { build } from "esbuild";
import * as pipedream from "../../common/platform/pipedream.ts";
import type { HttpRequest } from "../../common/platform/port.ts";
import * as standalone from "../../common/platform/standalone.ts";
import { componentFiles } from "../../hosts/bundle/component-files.ts";
import nock from "../support/nock.ts";

const HOST = "https://services.leadconnectorhq.com";

const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "POST",
  url: `${HOST}/things`,
  paramsSerializer: { indexes: null },
  headers: { Authorization: "Bearer SECRET-TOKEN" },
  timeout: 1_000,
  signal: AbortSignal.timeout(1_000),
  ...more,
});

describe.each([["Pipedream's", pipedream], ["standalone", standalone]])("%s", (_, { http, ConfigurationError }) => {
  it("sends lists as repeated parameters and leaves undefined ones out", async () => {
    nock(HOST).post("/things?a=1&a=2", { name: "x" }).reply(200, { id: "1" }, { "x-limit": "9" });
    expect(await http(undefined, request({ params: { a: [1, 2], b: undefined }, data: { name: "x", none: undefined } })))
      .toMatchObject({ status: 200, data: { id: "1" }, headers: { "x-limit": "9" } });
  });

  it("throws what axios throws for a refusal", async () => {
    nock(HOST).post("/things").reply(422, { message: "no" });
    await expect(http(undefined, request())).rejects.toMatchObject({ isAxiosError: true, response: { status: 422, data: { message: "no" } } });
  });

  it("takes every status where none is an error", async () => {
    nock(HOST).post("/things").reply(404, { message: "gone" });
    expect(await http(undefined, request({ validateStatus: null }))).toMatchObject({ status: 404 });
  });

  it("follows no redirect where none is allowed", async () => {
    nock(HOST).post("/things").reply(302, "", { location: `${HOST}/elsewhere` });
    await expect(http(undefined, request({ maxRedirects: 0 }))).rejects.toMatchObject({ response: { status: 302 } });
  });

  it("names its input error alike", () => {
    expect(new ConfigurationError("Fill in Title.")).toMatchObject({ name: "ConfigurationError", message: "Fill in Title." });
    expect(new ConfigurationError("Fill in Title.")).toBeInstanceOf(Error);
  });
});

it("Pipedream's shows a failed answer in the step, without the token", async () => {
  const exported: unknown[] = [];
  const $ = { context: {}, export: (name: string, value: unknown) => void exported.push([name, value]) };
  nock(HOST).post("/things").reply(400, { message: "no" });
  await expect(pipedream.http($, request())).rejects.toThrow();
  expect(exported).toEqual([["debug", expect.objectContaining({ status: 400, data: { message: "no" } })]]);
  expect(JSON.stringify(exported)).not.toContain("SECRET");
});

describe("what a bundle contains", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const packages = async (entryPoints: string[], conditions: string[]): Promise<Set<string>> => {
    const { metafile } = await build({
      absWorkingDir: root, entryPoints, outdir: "unused", write: false, metafile: true,
      bundle: true, format: "esm", platform: "node", packages: "external", conditions,
    });
    return new Set(Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)).filter((name) => !name.startsWith("node:")));
  };

  it("is Pipedream's package for Pipedream only", async () => {
    const files = await componentFiles(root);
    expect(await packages(files.slice(0, 1), ["pipedream"])).toContain("@pipedream/platform");
    expect([...await packages(files, [])].filter((name) => name.includes("pipedream"))).toEqual([]);
  });
});
