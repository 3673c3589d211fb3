/** What the registry's own checks look at, on a small app folder; the whole one is checked as it is built. */
import { describe, expect, it } from "@jest/globals";
import { importsOf, inPlace, placeOf } from "../../../hosts/pipedream/registry/layout.ts";
import { packageJson } from "../../../hosts/pipedream/registry/package-json.ts";
import { registryProblems } from "../../../hosts/pipedream/registry/problems.ts";
import { exportedLiteral } from "../../../hosts/bundle/exported-literal.ts";

const ADD = "actions/add-thing/add-thing.mjs";
const NEW = "sources/new-thing/new-thing.mjs";
const APP_FILE = "highlevel_oauth.app.mjs";
const component = (slug: string) => `import app from "../../highlevel_oauth.app.mjs";\nimport { x } from "../../common/x.mjs";\n\nexport default {\n  key: "highlevel_oauth-${slug}",\n  version: "0.0.1",\n  props: { app },\n};\n`;
const FOLDER: Record<string, string> = {
  "package.json": packageJson(["lodash/get.js", "@pipedream/platform", "lodash"], { "lodash": "^4.0.0", "@pipedream/platform": "^3.0.0", "axios": "^1.0.0" }),
  [APP_FILE]: "import { axios } from \"@pipedream/platform\";\n\nexport default {\n  type: \"app\",\n  app: \"highlevel_oauth\",\n};\n",
  "common/x.mjs": "import get from \"lodash/get.js\";\nimport { createHash } from \"crypto\";\nexport const x = get;\n",
  [ADD]: component("add-thing"),
  "actions/add-thing/README.md": "# Overview\n",
  [NEW]: component("new-thing"),
  "sources/new-thing/README.md": "# Overview\n",
};

describe("the checks of the registry", () => {
  const problems = (changed: Record<string, string | undefined>) => (
    registryProblems(new Map(Object.entries({ ...FOLDER, ...changed }).filter((entry): entry is [string, string] => entry[1] !== undefined)))
  );

  it("find nothing in a folder as it should be", () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[what: string, changed: Record<string, string | undefined>, says: string]>([
    ["no app file", { [APP_FILE]: undefined }, `${APP_FILE}: is missing or of another app`],
    ["a literal that passes for a key", { "common/x.mjs": "export const x = { key: \"owner_pet\" };" }, "common/x.mjs: has a key, which passes for that of a component"],
    ["one before the component's own", { [ADD]: FOLDER[ADD]!.replace("export default", "const SAMPLE = { key: \"owner_pet\" };\nexport default") }, `${ADD}: its first key is owner_pet`],
    ["the key of another component", { [ADD]: component("delete-thing") }, "its first key is highlevel_oauth-delete-thing"],
    ["a file in the folder of another", { "actions/add-thing/x.mjs": component("add-thing") }, "actions/add-thing/x.mjs: its folder has a different name"],
    ["a key twice", { "sources/add-thing/add-thing.mjs": component("add-thing"), "sources/add-thing/README.md": "# Overview\n" }, "another component has the same key"],
    ["a version to be replaced", { [ADD]: FOLDER[ADD]!.replace("0.0.1", "0.0.{{ts}}") }, `${ADD}: its version is 0.0.{{ts}}`],
    ["a version that the registry has", { "actions/create-contact/create-contact.mjs": component("create-contact"), "actions/create-contact/README.md": "# Overview\n" }, "make it 0.1.0"],
    ["a component that the linter does not see", { [ADD]: FOLDER[ADD]!.replace("export default {", "const c = {").concat("export default c;\n") }, "it has no line \"export default {\""],
    ["no app", { [ADD]: FOLDER[ADD]!.replace(/import app.*\n/, "") }, `${ADD}: does not import the app`],
    ["no README", { "actions/add-thing/README.md": undefined }, `${ADD}: has no README`],
    ["an import of nothing", { "common/x.mjs": undefined }, `${ADD}: imports common/x.mjs, which does not exist`],
    ["a package that nobody installs", { "common/x.mjs": "import axios from \"axios\";\n" }, "imports axios, which is neither in package.json"],
    ["a built-in as the registry does not import it", { "common/x.mjs": "import { createHash } from \"node:crypto\";\n" }, "imports node:crypto"],
  ])("find %s", (_, changed, says) => {
    expect(problems(changed).join("\n")).toContain(says);
  });
});

describe("places", () => {
  it.each([
    ["common/highlevel.app.ts", "highlevel_oauth.app.mjs"],
    ["common/http/request.ts", "common/http/request.mjs"],
    ["components/contacts/actions/create-contact.ts", "actions/create-contact/create-contact.mjs"],
    ["components/contacts/triggers/list-contacts.ts", "sources/list-contacts/list-contacts.mjs"],
  ])("%s is %s", (file, place) => {
    expect(placeOf(file)).toBe(place);
  });

  it.each([
    ["components/contacts/actions/create-contact.ts", "import app from \"../../../common/highlevel.app.ts\";\nimport {\n  a, b,\n} from \"../../../common/time.ts\";", "import app from \"../../highlevel_oauth.app.mjs\";\nimport {\n  a, b,\n} from \"../../common/time.mjs\";"],
    ["common/highlevel.app.ts", "export * from \"./http/request.ts\";\nimport get from \"lodash/get.js\";", "export * from \"./common/http/request.mjs\";\nimport get from \"lodash/get.js\";"],
    ["common/http/request.ts", "import { http } from \"#platform\";", "import { http } from \"../platform/pipedream.mjs\";"],
    ["common/http/request.ts", "import { a } from \"./a.ts\";\nimport { b } from \"../b.ts\";", "import { a } from \"./a.mjs\";\nimport { b } from \"../b.mjs\";"],
  ])("%s imports from there", (file, code, placed) => {
    expect(inPlace(file, code)).toBe(placed);
  });

  it("tells files from packages", () => {
    expect(importsOf("common/http/request.ts", "import { a } from \"../a.ts\";\nimport get from \"lodash/get.js\";")).toEqual({ files: ["common/a.ts"], packages: ["lodash/get.js"] });
  });
});

describe("package.json", () => {
  it("names what is imported", () => {
    expect(JSON.parse(FOLDER["package.json"]!)).toMatchObject({ name: "@pipedream/highlevel_oauth", main: APP_FILE, publishConfig: { access: "public" } });
    expect(JSON.parse(FOLDER["package.json"]!).dependencies).toEqual({ "@pipedream/platform": "^3.0.0", "lodash": "^4.0.0" });
  });

  it("refuses what is no dependency", () => {
    expect(() => packageJson(["left-pad"], {})).toThrow("The components import left-pad");
  });
});

describe("bundles", () => {
  it("export their component as it was written", () => {
    expect(exportedLiteral("// a.ts\nvar app_default = {\n  x: 1\n};\nvar a_default = {\n  key: \"a\",\n  ...app_default\n};\nexport {\n  a_default as default\n};\n"))
      .toBe("// a.ts\nvar app_default = {\n  x: 1\n};\nexport default {\n  key: \"a\",\n  ...app_default\n};\n");
  });

  it("have to end with it", () => {
    expect(() => exportedLiteral("export default f();\n")).toThrow("does not end with its component");
  });
});
