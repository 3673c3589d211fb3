/** The app folder for Pipedream's registry, as npm run build wrote it, under the rules of the registry's linter. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import js from "@eslint/js";
import { ESLint } from "eslint";
import { registryModule } from "../../../hosts/pipedream/registry/module.ts";
import { LANGUAGE, LAYOUT_RULES } from "../../../hosts/pipedream/registry/style.ts";

const pipedream = createRequire(import.meta.url)("@pipedream/eslint-plugin-pipedream") as ESLint.Plugin; // it has no types
const folder = fileURLToPath(new URL("../../../dist/pipedream/highlevel_oauth/", import.meta.url));
const globals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, "readonly" as const]));
const components = ["required-properties-key", "required-properties-name", "required-properties-version", "required-properties-description", "required-properties-type", "action-annotations", "props-label", "props-description", "source-description", "no-ts-version"];

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [
    js.configs.recommended,
    { files: ["**/*.mjs"], plugins: { pipedream }, languageOptions: { ...LANGUAGE, globals }, rules: { ...LAYOUT_RULES, "no-constant-condition": ["error", { checkLoops: false }] } },
    { files: ["actions/**", "sources/**"], rules: Object.fromEntries(components.map((rule) => [`pipedream/${rule}`, "error"])) },
  ],
});

const said = (results: ESLint.LintResult[]) => results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => `${path.relative(folder, filePath)}:${line} ${ruleId}: ${message}`));

describe("the registry's linter", () => {
  it("has nothing against any module", async () => {
    expect(readdirSync(folder)).toContain("highlevel_oauth.app.mjs");
    expect(said(await eslint.lintFiles(["**/*.mjs"]))).toEqual([]);
  });

  it.each([
    ["layout", "export const x = [1];\n", "array-element-newline"],
    ["rules for components", "export default {\n  name: \"X\",\n};\n", "pipedream/required-properties-key"],
  ])("checks %s", async (_, code, rule) => {
    expect(said(await eslint.lintText(code, { filePath: path.join(folder, "actions/x/x.mjs") })).join("\n")).toContain(rule === "array-element-newline" ? "array-bracket-newline" : rule);
  });
});

describe("a module of the app folder", () => {
  it.each([
    ["types go, comments and empty lines stay", "/** A thing. */\nexport interface Thing { x: number }\n\n/** Twice as much. */\nexport const twice = (x: number): number => x * 2; // really\n\nexport const y = 1 as number;\n", "/** Twice as much. */\nexport const twice = (x) => x * 2; // really\n\nexport const y = 1;\n"],
    ["fields of a constructor are written out", "export class A {\n  constructor(readonly x: number) {}\n}\n", "export class A {\n  constructor(x) {\n    this.x = x;\n  }\n}\n"],
    ["lists and objects stand in lines of their own", "export const x = { a: [1, 2] };\n", "export const x = {\n  a: [\n    1,\n    2,\n  ],\n};\n"],
    ["long comments are broken", `/** ${"word ".repeat(30)}end. */\nexport const x = 1;\n\n// ${"word ".repeat(30)}end.\nexport const y = 2;\n`, `/**\n * ${"word ".repeat(19).trim()}\n * ${"word ".repeat(11)}end.\n */\nexport const x = 1;\n\n// ${"word ".repeat(19).trim()}\n// ${"word ".repeat(11)}end.\nexport const y = 2;\n`],
  ])("%s", async (_, source, code) => {
    expect(await registryModule(source)).toBe(code);
  });
});
