import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { corrections } from "../../local/facts/corrections.ts";
import { catalog, correct, operation, operations, schemas } from "../../local/facts/index.ts";
import type { CatalogRow, Facts } from "../../local/facts/index.ts";
import { endpointTable } from "../../local/facts/endpoints.ts";
import { buildFacts, serialize } from "../../local/tools/facts.ts";
import { common, pets } from "./fixture.ts";

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../local/facts/${name}`, import.meta.url), "utf8")) as T;
const generated = () => read<Facts>("api.json");

describe("the generator of facts", () => {
  const facts = buildFacts({ pets, common }, ["GET /pets/{petId}/toys/{toyId}", "POST /pets/"]);

  it("keeps names, types, scopes and the Version header, and no prose", () => {
    expect(facts.operations).toEqual([
      {
        id: "create-pet", app: "pets", method: "POST", path: "/pets/", version: "2021-07-28", scopes: ["pets.write"], access: ["Agency-Access", "Location-Access"],
        params: [],
        body: { required: true, contentType: "application/json", schema: { $ref: "#/schemas/pets.CreatePet" } },
        responses: { 201: {} },
      },
      {
        id: "get-toy", app: "pets", method: "GET", path: "/pets/{petId}/toys/{toyId}", version: null, scopes: [], access: [], deprecated: true,
        params: [
          { in: "path", name: "petId", required: true, schema: { type: "string" } },
          { in: "query", name: "limit", required: false, schema: { type: "number", default: 20 } },
          { in: "path", name: "toyId", required: true, schema: { type: "string" } },
        ],
        responses: { 200: { $ref: "#/schemas/pets.Toy" } },
      },
    ]);
    expect(facts.schemas).toEqual({
      "common.Money": { type: "number" },
      "pets.CreatePet": {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", nullable: true },
          description: { type: "string" },
          favourite: { $ref: "#/schemas/pets.Toy", nullable: true },
        },
      },
      "pets.Toy": { type: "object", properties: { price: { $ref: "#/schemas/common.Money" }, partOf: { $ref: "#/schemas/pets.Toy" } } },
    });
  });

  it("writes one operation or schema a line", () => {
    const text = serialize(facts);
    expect(JSON.parse(text)).toEqual(facts);
    expect(text.split("\n").filter((line) => line.includes("/pets/"))).toHaveLength(2);
  });

  it("says which wanted operation the description no longer has", () => {
    expect(() => buildFacts({ pets, common }, ["GET /cats/"])).toThrow("GET /cats/");
  });
});

describe("api.json", () => {
  it("says what generates it and stays small", () => {
    expect(generated().generatedBy).toContain("npm run facts");
    expect(JSON.stringify(generated()).length).toBeLessThan(400_000);
  });

  it("resolves every reference", () => {
    const references = [...JSON.stringify({ operations: operations(), schemas: schemas() }).matchAll(/"#\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? "");
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !(name in schemas()))).toEqual([]);
  });

  it("declares every path parameter", () => {
    const undeclared = operations().flatMap(({ path, params }) => [...path.matchAll(/\{(\w+)\}/g)].filter(([, name]) => !params.some((param) => param.in === "path" && param.name === name)));
    expect(undeclared).toEqual([]);
  });

  it("has every endpoint of the catalog, with the same facts", () => {
    const rows = read<CatalogRow[]>("catalog.json");
    const known = new Map(generated().operations.map((entry) => [`${entry.method} ${entry.path}`, entry]));
    for (const endpoint of rows.flatMap(({ endpoints }) => endpoints)) {
      expect(known.get(`${endpoint.method} ${endpoint.path}`)).toMatchObject(endpoint);
    }
  });
});

describe("corrections", () => {
  it("each changes something and says why", () => {
    const text = JSON.stringify(generated());
    for (const correction of corrections) {
      expect(correction.reason.length).toBeGreaterThan(20);
      expect(JSON.stringify(correct(JSON.parse(text) as Facts, [correction])) === text).toBe(false);
    }
  });

  it("refuse to correct what is not there", () => {
    expect(() => correct(generated(), [{ schema: "contacts.Gone", reason: "x", patch: {} }])).toThrow("contacts.Gone");
  });

  it("leave no operation but sign-in without a token class and scopes", () => {
    const open = operations().filter(({ access, scopes }) => access.length === 0 || scopes.length === 0);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /oauth/token"]);
  });

  it("reach the operations and the catalog", () => {
    expect(operation("POST", "/contacts/bulk/business")).toMatchObject({ scopes: ["contacts.write"], access: ["bearer"] });
    expect(catalog().find(({ slug }) => slug === "bulk-update-contact-tags")?.endpoints[0]?.scopes).toEqual(["contacts.write"]);
    expect(schemas()["contacts.SearchBodyV2DTO"]?.required).toEqual(["locationId", "pageLimit"]);
  });
});

describe("operation()", () => {
  it("says what is wrong with an unknown operation", () => {
    expect(() => operation("GET", "/contacts")).toThrow("no operation GET /contacts. Collections end in a slash");
  });
});

describe("common/api/endpoints.ts", () => {
  const file = () => readFileSync(new URL("../../common/api/endpoints.ts", import.meta.url), "utf8");

  it("is what the facts say, so that no endpoint is written by hand", () => {
    expect(file()).toBe(endpointTable());
  });

  it("has a name of its own for each endpoint, and one scope", () => {
    const [one, two] = operations();
    expect(() => endpointTable([one!, { ...two!, id: one!.id }])).toThrow("Two endpoints are called");
    expect(() => endpointTable([{ ...one!, scopes: ["a", "b"] }])).toThrow("several scopes");
  });
});
