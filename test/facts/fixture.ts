import type { SpecFile } from "../../local/tools/facts.ts";

const version = { in: "header", name: "Version", required: true, schema: { type: "string", enum: ["2021-07-28"] } };

/** A small description with the oddities of the real one: prose, an undeclared path parameter, a lone allOf. */
export const pets: SpecFile = {
  paths: {
    "/pets/": {
      post: {
        operationId: "create-pet",
        parameters: [version],
        requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/CreatePet" } } } },
        responses: { 201: {}, 400: { content: { "application/json": { schema: { $ref: "#/components/schemas/Unused" } } } } },
        security: [{ "Location-Access": ["pets.write"] }, { "Agency-Access": ["pets.write"] }],
      },
    },
    "/pets/{petId}/toys/{toyId}": {
      get: {
        operationId: "get-toy",
        deprecated: true,
        parameters: [
          { in: "path", name: "petId", required: true, schema: { type: "string", example: "x" } },
          { in: "query", name: "limit", required: false, schema: { type: "number", default: 20, example: 20 } },
        ],
        responses: { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Toy" } } } } },
      },
      delete: { operationId: "delete-toy", responses: { 200: {} } },
    },
  },
  components: {
    schemas: {
      CreatePet: {
        type: "object",
        description: "prose",
        required: ["name"],
        properties: {
          name: { type: "string", title: "prose", example: "Rex", nullable: true },
          description: { type: "string", description: "prose" },
          favourite: { nullable: true, description: "prose", allOf: [{ $ref: "#/components/schemas/Toy" }] },
        },
      },
      Toy: {
        type: "object",
        properties: {
          price: { $ref: "../common/common-schemas.json#/components/schemas/Money" },
          partOf: { $ref: "#/components/schemas/Toy" },
        },
      },
      Unused: { type: "object" },
    },
  },
};

export const common: SpecFile = { paths: {}, components: { schemas: { Money: { type: "number", description: "prose" } } } };
