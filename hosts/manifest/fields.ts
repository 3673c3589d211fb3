import { LISTS } from "../../common/dropdowns/dropdown.ts";
import type { Lists } from "../../common/dropdowns/dropdown.ts";
import type { Form } from "../../common/input/choices.ts";
import { defineProps, optionOf } from "../runtime/index.ts";
import type { Component } from "../runtime/index.ts";
import type { Endpoint } from "../../common/core/types.ts";
import { exampleOf } from "./examples.ts";
import { formatOf, isSecret, tierOf } from "./formats.ts";
import type { ManifestChoice, ManifestField } from "./model.ts";

/** What a component says of itself; see `OperationDescriptor`. */
export interface FieldSources {
  endpoints: Endpoint[];
  form?: Form;
  path?: FieldPlace[];
  query?: FieldPlace[];
  body?: FieldPlace[];
}

/** A field of a request, as far as it matters here. */
interface FieldPlace { name: string; props: string[]; transform?: string }

/** Fixed choices beyond this many, ... */
const MOST_CHOICES = 30;

/** ... and what several operations choose from, stand once in the manifest. */
export class ChoiceLists {
  readonly lists: Record<string, ManifestChoice[]> = {};

  /** The name of a list; the same choices get the same name. */
  nameFor(prop: string, choices: ManifestChoice[]): string {
    const text = JSON.stringify(choices);
    const known = Object.entries(this.lists).find(([, list]) => JSON.stringify(list) === text);
    if (known) return known[0];
    const taken = Object.keys(this.lists).filter((name) => name.replace(/\d+$/, "") === prop).length;
    const name = taken === 0 ? prop : `${prop}${taken + 1}`;
    this.lists[name] = choices;
    return name;
  }
}

const TYPES: Record<string, ManifestField["type"]> = {
  "string": "string", "string[]": "string[]", "integer": "integer", "boolean": "boolean", "object": "object", "$.interface.timer": "timer",
};

/** What an id of a shared prop identifies, by the name of the prop: "contact". */
const identified = (definition: string): string => definition.replace(/Ids?$/, "").replace(/([A-Z])/g, " $1").toLowerCase().trim();

/** Where the value of a prop goes. A prop with the name of a placeholder goes there, unless another field fills it. */
function placesOf(prop: string, { endpoints: [endpoint], path = [], query = [], body = [] }: FieldSources): ManifestField["places"] {
  const isFilled = (name: string) => path.some((field) => field.name === name);
  const placeholders = [...endpoint?.path.matchAll(/\{(\w+)\}/g) ?? []].map(([, name = ""]) => name);
  const ofSpec = (list: FieldPlace[], where: "path" | "query" | "body") => list.filter(({ props }) => props.includes(prop)).map(({ name, transform }) => ({ in: where, name, ...(transform && { transform }) }));
  const places = [
    ...placeholders.filter((name) => name === prop && !isFilled(name)).map((name) => ({ in: "path" as const, name })),
    ...ofSpec(path, "path"), ...ofSpec(query, "query"), ...ofSpec(body, "body"),
  ];
  return places.length > 0 ? places : undefined;
}

interface Merged {
  type?: string;
  label?: string;
  description?: string;
  optional?: boolean;
  default?: unknown;
  min?: number;
  max?: number;
  options?: unknown;
  useQuery?: boolean;
}

/** The function that hands the values of other props on to a dropdown. */
interface Inputs { dependsOn?: string[] }

/** The choices of a field: fixed ones here or in a list, or what a dropdown reads. */
function choicesOf(prop: string, { options, useQuery }: Merged, dependsOn: string[], { form }: FieldSources, lists: ChoiceLists, nameOf: (endpoint: Endpoint) => string): Partial<ManifestField> {
  if (Array.isArray(options)) {
    const choices = options.map(optionOf).map(({ label, value }) => ({ label, value: String(value) }));
    // The engine checks the events of a trigger, a form its choices; a list that nothing checks takes anything.
    const isOpen = prop !== "eventTypes" && (form?.[prop] === undefined || form[prop].open !== undefined);
    return { ...(choices.length > MOST_CHOICES ? { list: lists.nameFor(prop, choices) } : { choices }), ...(isOpen && { open: true }) };
  }
  if (typeof options !== "function") return {};
  const { endpoints = [], isPaged = false } = (options as unknown as Record<symbol, Lists | undefined>)[LISTS] ?? {}; // written by the app's propDefinitions
  return {
    open: true,
    dropdown: { endpoints: [...new Set(endpoints.map(nameOf))], dependsOn, searchable: useQuery === true, paged: isPaged },
  };
}

const defined = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T; // only what was undefined is gone

/** The fields of an operation's form, in its order. */
export function fieldsOf({ props = {} }: Component, described: FieldSources, lists: ChoiceLists, nameOf: (endpoint: Endpoint) => string): ManifestField[] {
  return [...defineProps(props).values()].flatMap(({ name, app, definition }) => {
    const field = definition as Merged; // checked by the tests of the components' metadata
    const type = TYPES[field.type ?? ""];
    if (app !== undefined || type === undefined) return [];
    const [, shared, inputs] = (props[name] as { propDefinition?: [unknown, string, Inputs?] }).propDefinition ?? [];
    const isRequired = field.optional !== true && field.default === undefined;
    // A shared field may depend on one that this operation does not have.
    const dependsOn = inputs?.dependsOn?.filter((other) => other in props) ?? [];
    const choices = choicesOf(name, field, dependsOn, described, lists, nameOf);
    const isRecord = choices.dropdown !== undefined && /Ids?$/.test(shared ?? "");
    const format = isRecord ? "id" as const : formatOf(name);
    const description = String(field.description);
    return [defined({
      prop: name,
      label: String(field.label),
      description,
      type,
      required: isRequired,
      default: field.default as ManifestField["default"], // a component is JSON but for its functions
      min: field.min,
      max: field.max,
      secret: isSecret(name) ? true as const : undefined,
      format,
      of: isRecord ? identified(shared ?? "") : undefined,
      tier: tierOf(name, isRequired),
      ...choices,
      example: exampleOf({ type, format, description, ...choices }),
      places: placesOf(name, described),
    })];
  });
}
