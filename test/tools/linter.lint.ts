/** The official plugin is silent on modules of the wrong shape: here it has to fire on every one of them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { ESLint } from "eslint";
import { componentFiles } from "../../hosts/bundle/component-files.ts";
import { draft } from "./draft.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root });
const files = await componentFiles(root);

async function rulesOn(text: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result!.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => String(ruleId));
}

const action = "components/contacts/actions/create-contact-task.ts";
const source = "components/contacts/triggers/get-contact-tasks.ts";
const read = (file: string) => readFileSync(`${root}/${file}`, "utf8");

const broken: { rule: string; file: string; from: RegExp; to: string }[] = [
  { rule: "required-properties-key", file: action, from: /key: ".*",/, to: "" },
  { rule: "required-properties-name", file: action, from: /name: ".*",/, to: "" },
  { rule: "required-properties-version", file: action, from: /version: ".*",/, to: "" },
  { rule: "required-properties-description", file: action, from: /description: "Add a task.*",/, to: "" },
  { rule: "required-properties-type", file: action, from: /type: "action",/, to: "" },
  { rule: "props-label", file: action, from: /label: "Title",/, to: "" },
  { rule: "props-description", file: action, from: /description: "What needs to be done",/, to: "" },
  { rule: "action-annotations", file: action, from: /openWorldHint: true,/, to: "" },
  { rule: "no-ts-version", file: action, from: /version: ".*",/, to: "version: \"0.0.{{ts}}\"," },
  { rule: "source-description", file: source, from: /description: "Emit new/, to: "description: \"Sends" },
];

describe("the linter", () => {
  it.each(broken)("reports $rule", async ({ rule, file, from, to }) => {
    const text = read(file);
    expect(text).toMatch(from);
    expect(await rulesOn(text, file)).toEqual([]);
    expect(await rulesOn(text.replace(from, to), file)).toContain(`pipedream/${rule}`);
  });

  it.each(["create-contact-note", "delete-contact-task", "get-contact-task-by-id"])("has nothing against what npm run new drafts for %s", async (slug) => {
    const [module] = draft(slug);
    expect(await rulesOn(module!.content, module!.file)).toEqual([]);
  });

  it("sees every module", async () => {
    const unseen: string[] = [];
    for (const file of files) {
      const rules = await rulesOn(read(file).replace(/ {2}version: ".*",/, ""), file);
      if (!rules.includes("pipedream/required-properties-version")) unseen.push(file);
    }
    expect(files.length).toBeGreaterThan(0);
    expect(unseen).toEqual([]);
  });

  it.each([
    ["common", "common/core/time.ts", "import x from \"../components/x.ts\"; export const y = x;"],
    ["common", "common/core/time.ts", "import x from \"../local/x.ts\"; export const y = x;"],
    ["components", action, "import x from \"../../../local/x.ts\"; export const y = x;"],
    ["components", action, "import x from \"../../../hosts/x.ts\"; export const y = x;"],
  ])("keeps imports of %s to one direction", async (_, file, text) => {
    expect(await rulesOn(text, file)).toContain("no-restricted-imports");
  });
});
