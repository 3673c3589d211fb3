/** A JSON Schema object in the dialect of OpenAPI 3.0 (`nullable`, `$ref` to `#/schemas/<app>.<Name>`). */
export interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean | Schema;
  deprecated?: boolean;
  readOnly?: boolean;
}

/** A path or query parameter of an operation. */
export interface Parameter {
  in: "path" | "query" | "header";
  name: string;
  required: boolean;
  schema: Schema;
}

/** One API operation: what a request must look like and who may send it. */
export interface Operation {
  /** The operationId of the official description. */
  id: string;
  /** The description file it comes from, such as "contacts". */
  app: string;
  method: string;
  /** The path template, spelled as documented (including a trailing slash). */
  path: string;
  /** The value of the `Version` header, or null when the endpoint declares none. */
  version: string | null;
  /** The OAuth scopes that the token needs, all of them. */
  scopes: string[];
  /** Token classes, any of which will do: bearer, Location-Access, Agency-Access, ...-Only. */
  access: string[];
  deprecated?: boolean;
  /** True for a POST that changes nothing; only corrections say so. */
  reads?: boolean;
  params: Parameter[];
  body?: { required: boolean; contentType: string; schema: Schema };
  /** Schemas of the documented 2xx responses, by status code; {} where none is documented. */
  responses: Record<string, Schema>;
}

/** The content of api.json. */
export interface Facts {
  generatedBy: string;
  operations: Operation[];
  /** Named schemas, keyed `<app>.<Name>`. */
  schemas: Record<string, Schema>;
}

/** The part of an operation that the catalog repeats. */
export type Endpoint = Pick<Operation, "method" | "path" | "version" | "scopes" | "access">;

/** An operation of the catalog. */
export interface CatalogRow {
  slug: string;
  name: string;
  type: "trigger" | "action";
  category: string;
  endpoints: Endpoint[];
}
