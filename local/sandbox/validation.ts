import { Ajv } from "ajv";
import type { ErrorObject, ValidateFunction } from "ajv";
import { schemas } from "../facts/index.ts";
import type { Operation, Parameter, Schema } from "../facts/index.ts";
import { unprocessable } from "./errors.ts";
import { gatherLists } from "./query.ts";

/**
 * Like HighLevel's own validators: reports all problems, and rejects undeclared properties (in a query only where the operation
 * declares parameters; otherwise the live API is not known to check). Schemas are not validated, nor their code optimized:
 * each is used only a few times, and compiling them takes most of a short test.
 */
const options = { allErrors: true, verbose: true, strict: false, validateFormats: false, validateSchema: false, code: { optimize: false } } as const;

/** Validates requests against the facts. */
export class Validation {
  private readonly body = new Ajv(options);
  private readonly query = new Ajv({ ...options, coerceTypes: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    const pool = Object.fromEntries(Object.entries(schemas()).map(([name, schema]) => [name, closed(schema)]));
    this.body.addSchema({ $id: "facts", schemas: pool });
  }

  /**
   * Validates a request, and converts its query to the declared types. An absent body counts as {} where the operation does not
   * require one.
   * @param isStrict also rejects parameters where the operation declares none
   * @throws ApiError 422
   */
  check({ method, path, params, body }: Operation, pathValues: Record<string, string>, query: Record<string, unknown>, value: unknown, isStrict: boolean): void {
    const key = `${method} ${path}`;
    const declared = (place: string) => params.filter((param) => param.in === place);
    this.run(`path ${key}`, pathValues, this.query, () => parametersSchema(declared("path")));
    const asked = declared("query");
    gatherLists(query, asked);
    if (isStrict || asked.length > 0) this.run(`query ${key}`, query, this.query, () => ({ ...parametersSchema(asked), additionalProperties: false }));
    if (body) this.run(`body ${key}`, value ?? (body.required ? value : {}), this.body, () => closed(body.schema));
  }

  private run(key: string, value: unknown, ajv: Ajv, schema: () => Schema): void {
    let validate = this.compiled.get(key);
    if (!validate) this.compiled.set(key, (validate = ajv.compile(schema())));
    if (!validate(value)) throw unprocessable(describe(validate.errors ?? []));
  }
}

function parametersSchema(params: Parameter[]): Schema {
  return {
    type: "object",
    required: params.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(params.map(({ name, schema }) => [name, schema])),
  };
}

/** Disallows undeclared properties and points references at the pool. */
function closed(schema: Schema): Schema {
  const { properties, items, anyOf, oneOf, allOf, $ref, ...rest } = schema;
  const result: Schema = { ...rest };
  if ($ref) result.$ref = `facts${$ref}`;
  if (properties) result.properties = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, closed(property)]));
  if (properties && schema.additionalProperties === undefined) result.additionalProperties = false;
  if (items) result.items = closed(items);
  if (anyOf) result.anyOf = anyOf.map(closed);
  if (oneOf) result.oneOf = oneOf.map(closed);
  if (allOf) result.allOf = allOf.map(closed);
  return result;
}

/** Describes problems in the words of HighLevel's validators, one message each. */
function describe(errors: ErrorObject[]): string[] {
  const choices = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  const outermost = choices.filter((choice) => !choices.some(({ instancePath }) => choice.instancePath.startsWith(`${instancePath}/`)));
  const others = errors.filter((error) => !outermost.some((choice) => within(error, choice)));
  return [...new Set([...others.flatMap(message), ...outermost.flatMap((choice) => describeChoice(choice, errors))])];
}

/** For a value that matches none of several schemas: its problems in each of them, or else that it matches none. */
function describeChoice(choice: ErrorObject, errors: ErrorObject[]): string[] {
  const forms = choice.schema as unknown[]; // the schema of anyOf and oneOf is a list
  const inside = errors.filter((error) => error !== choice && within(error, choice)).flatMap(message);
  const everywhere = [...new Set(inside)].filter((text) => inside.filter((other) => other === text).length >= forms.length);
  return everywhere.length > 0 ? everywhere : [`${dotted(choice.instancePath)} has a value of the wrong type`];
}

const within = (error: ErrorObject, { instancePath }: ErrorObject): boolean => error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`);

const TYPES: Record<string, string> = {
  string: "a string", number: "a number conforming to the specified constraints", integer: "an integer number",
  boolean: "a boolean value", array: "an array", object: "an object",
};

const dotted = (path: string): string => path.slice(1).replaceAll("/", ".");

function message({ keyword, instancePath, params }: ErrorObject): string[] {
  const path = dotted(instancePath);
  const inside = (name: string) => (path ? `${path}.${name}` : name);
  switch (keyword) {
    case "additionalProperties": return [inside(`property ${params.additionalProperty} should not exist`)];
    case "required": return [`${inside(params.missingProperty)} should not be empty`];
    case "type": {
      const type = String(params.type).split(",").map((name) => TYPES[name]).find(Boolean) ?? "of another type";
      const element = /^(.*)\.\d+$/.exec(path)?.[1];
      return [element ? `each value in ${element} must be ${type}` : `${path || "body"} must be ${type}`];
    }
    case "enum": return [`${path} must be one of the following values: ${params.allowedValues.join(", ")}`];
    case "minimum": return [`${path} must not be less than ${params.limit}`];
    case "maximum": return [`${path} must not be greater than ${params.limit}`];
    case "maxLength": return [`${path} must be shorter than or equal to ${params.limit} characters`];
    case "maxItems": return [`${path} must contain no more than ${params.limit} elements`];
    case "minItems": return [`${path} must contain at least ${params.limit} elements`];
    default: return [`${path || "body"} is not valid (${keyword})`];
  }
}
