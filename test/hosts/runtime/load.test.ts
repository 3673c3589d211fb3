import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ComponentFileError, loadComponent } from "../../../hosts/runtime/index.ts";
import { failure, fixture, withFolder } from "./support.ts";

describe("loadComponent", () => {
  it("loads ES modules, CommonJS, and CommonJS compiled from ES modules", async () => {
    expect((await fixture("create-card.mjs")).name).toBe("Create Card");
    expect((await fixture("legacy-source.cjs")).name).toBe("Legacy Items");
    expect((await fixture("compiled.cjs")).name).toBe("Compiled");
  });

  it("loads sources that have no run() but hooks, or only what would start them", () => withFolder(async (folder) => {
    for (const code of ["{ hooks: { deploy() {} } }", "{ type: 'source', props: { timer: { type: '$.interface.timer' } } }"]) {
      const file = join(folder, `source-${code.length}.mjs`);
      writeFileSync(file, `export default ${code};`);
      expect((await loadComponent(file)).run).toBeUndefined();
    }
  }));

  it.each([
    ["no default export", "export const run = () => {};", /no default export/],
    ["an app file", "export default { type: 'app', app: 'x' };", /is an app file/],
    ["no run method", "export default { type: 'source', name: 'x' };", /no run\(\) method/],
    ["hooks in an action", "export default { type: 'action', hooks: {} };", /no run\(\) method/],
    ["a list", "export default [];", /a list, not an object/],
    ["an unknown type", "export default { type: 'trigger', run() {} };", /its type is "trigger"/],
    ["a function", "export default () => {};", /a function, not an object/],
    ["props that are no object", "export default { run() {}, props: [] };", /props are not an object/],
    ["a syntax error", "export default { run( { };", /cannot be loaded.*SyntaxError/s],
    ["a missing import", "import x from './not-there.mjs'; export default { run: x };", /cannot be loaded.*not-there/s],
    ["an error while loading", "throw new TypeError('boom'); export default {};", /TypeError: boom/],
  ])("says what is wrong with %s", async (_name, code, message) => {
    await withFolder(async (folder) => {
      const file = join(folder, "component.mjs");
      writeFileSync(file, code);
      const error = await failure(loadComponent(file));
      expect(error).toBeInstanceOf(ComponentFileError);
      expect(error.message).toMatch(message);
      expect(error.message).toContain(file);
    });
  });

  it("says that a file does not exist", async () => {
    expect((await failure(loadComponent("nowhere/x.mjs"))).message).toBe("nowhere/x.mjs does not exist. Give the path of a built component.");
  });
});
