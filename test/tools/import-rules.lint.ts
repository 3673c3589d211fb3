/** The rules of imports fire where they are broken, and the architecture page lists the rooms in their order. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "@jest/globals";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { FLOORS } = await import("../../local/tools/import-rules.mjs" as string) as { FLOORS: string[][] };

const FOLDERS = ["common", "hosts", "local"];

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "imports-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What dependency-cruiser says of a tree of files. */
function cruised(files: Record<string, string>): Promise<string> {
  for (const [file, text] of Object.entries({ "tsconfig.json": "{}", ...files })) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const program = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "--config", path.join(root, "local/tools/import-rules.mjs"), ...FOLDERS.filter((name) => existsSync(path.join(folder, name)))], { cwd: folder }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

const leaf = "export const a = 1;\nexport interface A { a: number }\n";

it.each<[what: string, files: Record<string, string>, says: RegExp]>([
  ["an import from above", { "common/input/x.ts": "export * from \"../operations/a.ts\";\n", "common/operations/a.ts": leaf }, /input imports from below only/],
  ["one from the same floor", { "common/polling/x.ts": "export * from \"../operations/a.ts\";\n", "common/operations/a.ts": leaf }, /polling imports from below only/],
  ["a circle", { "common/core/a.ts": "import { b } from \"./b.ts\";\nexport const a = () => b;\n", "common/core/b.ts": "import { a } from \"./a.ts\";\nexport const b = () => a;\n" }, /no circles/],
  ["a file without a room", { "common/core/x.ts": "export * from \"../attic/a.ts\";\n", "common/attic/a.ts": leaf }, /every file of common\/ is in a room/],
  ["a host that imports another", { "hosts/manifest/x.ts": "export * from \"../pipedream/a.ts\";\n", "hosts/pipedream/a.ts": leaf }, /hosts\/manifest imports nothing but/],
  ["a runtime that knows the sandbox", { "hosts/runtime/x.ts": "export * from \"../../local/sandbox/a.ts\";\n", "local/sandbox/a.ts": leaf }, /hosts\/runtime imports nothing but/],
  ["a sandbox that borrows from what it checks", { "local/sandbox/x.ts": "export * from \"../../common/core/a.ts\";\n", "common/core/a.ts": leaf }, /the sandbox stands alone/],
])("report %s", async (_, files, says) => {
  expect(await cruised(files)).toMatch(says);
});

it("let imports from below and types from anywhere pass", async () => {
  expect(await cruised({
    "common/operations/a.ts": "import { a } from \"../input/a.ts\";\nexport interface B { b: number }\nexport const b = a;\n",
    "common/input/a.ts": "import type { B } from \"../operations/a.ts\";\nexport const a = (b: B) => b;\n",
  })).toMatch(/no dependency violations found/);
});

it("are told on the architecture page, from the top down", () => {
  const page = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
  const places = FLOORS.toReversed().flat().map((room) => page.search(new RegExp(`^  .*\\b${room.replace(".", "\\.")}${room.endsWith(".ts") ? "" : "/"}[ ,]`, "m")));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});
