import { readMs } from "../clock.ts";
import type { Contact } from "../model.ts";
import { ApiError, badRequest, unprocessable } from "../errors.ts";
import type { SearchField } from "./fields.ts";

export type Predicate = (contact: Contact) => boolean;
export interface Range {
  gte?: number;
  gt?: number;
  lte?: number;
  lt?: number;
}
/** A compiled filter: required ranges on plain fields (for seeking in a sorted list), and all other tests. */
export interface CompiledFilter {
  ranges: { field: string; range: Range }[];
  rest: Predicate[];
}
export type FieldLookup = (name: string) => SearchField | undefined;

const OPERATORS = ["eq", "not_eq", "contains", "not_contains", "exists", "not_exists", "range"];
const BOUNDS = ["gte", "gt", "lte", "lt"] as const;
const MAX_TEXT = 75;

/**
 * Compiles the `filters` of POST /contacts/search: elements `{field, operator, value}` or
 * `{group: "AND" | "OR", filters}`, joined by AND.
 * @throws ApiError 400 for an unknown field, 422 for an operator or value that the field does not accept
 */
export function compileFilters(filters: unknown[], lookup: FieldLookup): CompiledFilter {
  const groups = filters.filter((filter) => isRecord(filter) && "group" in filter).length;
  if (groups > 0 && groups < filters.length) throw unprocessable(["filters must not mix groups and single filters at the top level"]);
  return compileAll(filters, "filters", lookup);
}

/** True if a time or number is within a range. */
export function inRange(value: number, { gte, gt, lte, lt }: Range): boolean {
  return (gte === undefined || value >= gte) && (gt === undefined || value > gt) && (lte === undefined || value <= lte) && (lt === undefined || value < lt);
}

function compileAll(filters: unknown[], path: string, lookup: FieldLookup): CompiledFilter {
  const parts = filters.map((filter, index) => compileOne(filter, `${path}.${index}`, lookup));
  return { ranges: parts.flatMap(({ ranges }) => ranges), rest: parts.flatMap(({ rest }) => rest) };
}

function compileOne(filter: unknown, path: string, lookup: FieldLookup): CompiledFilter {
  if (!isRecord(filter)) throw unprocessable([`${path} must be an object`]);
  if ("group" in filter) return compileGroup(filter, path, lookup);
  const unknown = Object.keys(filter).filter((key) => !["field", "operator", "value"].includes(key));
  if (unknown.length > 0) throw unprocessable(unknown.map((key) => `${path}.property ${key} should not exist`));
  const { field: name, operator, value } = filter;
  if (typeof name !== "string") throw unprocessable([`${path}.field must be a string`]);
  if (typeof operator !== "string" || !OPERATORS.includes(operator)) throw unprocessable([`${path}.operator must be one of the following values: ${OPERATORS.join(", ")}`]);
  const field = lookup(name);
  if (!field) throw badRequest(`Invalid field ${name}`);
  if (!field.operators.some((allowed) => allowed === operator)) throw unprocessable([`${path}.operator ${operator} is not supported for field ${name}`]);
  if (operator === "range") {
    const range = readRange(value, field.range ?? "number", path);
    return name.includes(".") ? test((contact) => testRange(field.read(contact), range)) : { ranges: [{ field: name, range }], rest: [] };
  }
  return test(compileTest(operator, field, value, path));
}

function compileGroup(filter: Record<string, unknown>, path: string, lookup: FieldLookup): CompiledFilter {
  if (!Array.isArray(filter.filters)) throw unprocessable([`${path}.filters must be an array`]);
  if (filter.group === "AND") return compileAll(filter.filters, `${path}.filters`, lookup);
  if (filter.group !== "OR") throw unprocessable([`${path}.group must be one of the following values: AND, OR`]);
  const branches = filter.filters.map((branch, index) => asPredicate(compileOne(branch, `${path}.filters.${index}`, lookup), lookup));
  return test((contact) => branches.some((branch) => branch(contact)));
}

/** A compiled filter as a single test. */
export function asPredicate({ ranges, rest }: CompiledFilter, lookup: FieldLookup): Predicate {
  const inside = ranges.map(({ field, range }): Predicate => {
    const read = lookup(field)?.read;
    return (contact) => testRange(read?.(contact), range);
  });
  const tests = [...inside, ...rest];
  return (contact) => tests.every((predicate) => predicate(contact));
}

const test = (predicate: Predicate): CompiledFilter => ({ ranges: [], rest: [predicate] });
const testRange = (value: unknown, range: Range): boolean => value !== undefined && value !== "" && inRange(Number(value), range);

function compileTest(operator: string, { read }: SearchField, value: unknown, path: string): Predicate {
  if (operator === "exists") return (contact) => anyValue(read(contact), () => true);
  if (operator === "not_exists") return (contact) => !anyValue(read(contact), () => true);
  const wanted = readValues(value, path).map(comparable);
  const equals: Predicate = (contact) => anyValue(read(contact), (entry) => wanted.includes(comparable(entry)));
  if (operator === "eq") return equals;
  if (operator === "not_eq") return (contact) => !equals(contact);
  if (typeof value !== "string") throw unprocessable([`${path}.value must be a string`]);
  const part = comparable(value);
  const contains: Predicate = (contact) => anyValue(read(contact), (entry) => comparable(entry).includes(part));
  return operator === "contains" ? contains : (contact) => !contains(contact);
}

/** Whether any value of a field passes; lists are tested by element, and empty values are ignored. */
function anyValue(value: unknown, passes: (entry: unknown) => boolean): boolean {
  if (Array.isArray(value)) return value.some((entry) => anyValue(entry, passes));
  return value !== undefined && value !== null && value !== "" && passes(value);
}

const comparable = (value: unknown): string => String(value).toLowerCase();

function readValues(value: unknown, path: string): unknown[] {
  const values = [value].flat();
  if (values.length === 0 || !values.every((entry) => ["string", "number", "boolean"].includes(typeof entry))) throw unprocessable([`${path}.value must be a string, a number or a boolean`]);
  if (values.some((entry) => typeof entry === "string" && entry.length > MAX_TEXT)) throw unprocessable([`${path}.value must be shorter than or equal to ${MAX_TEXT} characters`]);
  return values;
}

function readRange(value: unknown, kind: "time" | "number", path: string): Range {
  const given = isRecord(value) ? Object.keys(value) : [];
  if (!isRecord(value) || given.length === 0 || !given.every((key) => BOUNDS.some((bound) => bound === key))) throw unprocessable([`${path}.value must be an object with gte, gt, lte or lt`]);
  const range: Range = {};
  for (const bound of BOUNDS) {
    const end = value[bound];
    if (end === undefined) continue;
    const parsed = typeof end === "string" && kind === "time" ? readMs(end) : Number(end);
    // The live API crashes on an invalid date instead of rejecting it (highlevel-api-docs issue 84).
    if (Number.isNaN(parsed)) throw new ApiError(500, { status: 500, message: "Error occurred while searching contacts", name: "HttpException" });
    range[bound] = parsed;
  }
  return range;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
