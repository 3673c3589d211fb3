import { describe, expect, it } from "@jest/globals";
import type { CatalogRow as WantedRow } from "../../local/facts/types.ts";
import { catalogProblems } from "../../local/tools/catalog-problems.ts";
import type { BuiltOperation } from "../../local/tools/catalog-problems.ts";

const endpoint = { method: "GET", path: "/things/{id}" };
const wanted: WantedRow[] = ["get-thing", "list-things"].map((slug) => ({
  slug, name: `Name of ${slug}`, type: "trigger", category: "things", endpoints: [{ ...endpoint, version: "1", scopes: ["things.readonly"], access: ["bearer"] }],
}));
const good: BuiltOperation[] = wanted.map(({ slug, name, category }) => ({
  slug, name, category, type: "trigger", key: `highlevel_oauth-${slug}`, file: "x.mjs", endpoints: [endpoint], scopes: ["things.readonly"],
}));
const scopesOf = (method: string, path: string) => (`${method} ${path}` === "GET /things/{id}" ? ["things.readonly"] : undefined);
const changed = (change: Partial<BuiltOperation>) => [{ ...good[0]!, ...change }, good[1]!];

const beside: BuiltOperation = { ...good[0]!, slug: "get-other", key: "highlevel_oauth-get-other", name: "Get Other", file: "components/things/triggers/get-other.mjs" };

describe("the catalog check", () => {
  it("is content with what agrees", () => {
    expect(catalogProblems(good, wanted, scopesOf)).toEqual([]);
    expect(catalogProblems([...good, beside], wanted, scopesOf)).toEqual([]);
  });

  it.each([
    ["another name", changed({ name: "New Thing" }), /name is "New Thing"/],
    ["another type", changed({ type: "action" }), /type is "action"/],
    ["another category", changed({ category: "others" }), /category is "others"/],
    ["a key of another app", changed({ key: "other-get-thing" }), /key is/],
    ["another endpoint", changed({ endpoints: [{ method: "GET", path: "/thing" }] }), /does not call GET \/things/],
    ["an endpoint that does not exist", changed({ endpoints: [endpoint, { method: "GET", path: "/nothing" }] }), /is not an endpoint of the API/],
    ["a missing scope", changed({ scopes: [] }), /does not name the scope things.readonly/],
    ["a scope too many", changed({ scopes: ["things.readonly", "things.write"] }), /names the scope things.write, which none/],
    ["an operation beside the catalog with another name in its key", [...good, { ...beside, key: "highlevel_oauth-other" }], /get-other: key is/],
    ["one with a call that is no endpoint", [...good, { ...beside, endpoints: [{ method: "GET", path: "/others" }] }], /get-other: GET \/others is not an endpoint/],
    ["one in the folder of the other type", [...good, { ...beside, file: "components/things/actions/get-other.mjs" }], /get-other: type is/],
    ["an operation that has another slug than the catalog's", changed({ slug: "get-other" }), /get-thing: is missing/],
    ["a missing operation", good.slice(0, 1), /list-things: is missing/],
    ["an operation twice", [...good, good[0]!], /built twice/],
    ["nothing at all", [], /nothing is built/],
  ])("reports %s", (_, built, says) => {
    expect(catalogProblems(built, wanted, scopesOf).join("\n")).toMatch(says);
  });
});
