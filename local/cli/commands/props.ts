import type { Component } from "../../../hosts/runtime/index.ts";
import { defineProps, hasField, optionOf } from "../../../hosts/runtime/index.ts";
import { loadOperation } from "../catalog.ts";
import { HIGHLEVEL } from "../invocation.ts";
import type { Output } from "../output.ts";
import { valueText } from "../values.ts";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** What is known about a form field without an account. */
export interface Field {
  name: string;
  type: string;
  label: string;
  description: string;
  required: boolean;
  hasOptions: boolean;
  /** Fixed choices. */
  options?: unknown[];
  default?: unknown;
}

/** The fields of an operation. */
export function fieldsOf({ props = {} }: Component): Field[] {
  return [...defineProps(props).values()]
    .filter(hasField)
    .map(({ name, definition }) => ({
      name,
      type: text(definition.type),
      label: text(definition.label) || name,
      description: text(definition.description),
      required: definition.optional !== true && definition.default === undefined && !text(definition.type).startsWith("$."),
      hasOptions: definition.options !== undefined,
      ...(Array.isArray(definition.options) && { options: definition.options as unknown[] }),
      default: definition.default,
    }));
}

/** Longer lists of choices (countries, time zones) are not printed. */
const MOST_CHOICES = 12;

/** The choices on one line; undefined where there are none. */
function choicesOf(slug: string, { name, hasOptions, options }: Field): string | undefined {
  if (!hasOptions) return undefined;
  const choices = options?.map(optionOf);
  if (!choices || choices.length > MOST_CHOICES) return `Choices: ${HIGHLEVEL} options ${slug} ${name}`;
  return `Choices: ${choices.map(({ label, value }) => {
    const text = valueText(value);
    return label === text ? text : `${text} (${label})`;
  }).join(", ")}`;
}

/** `props <slug>`: lists the fields of an operation. */
export async function propsCommand(slug: string, output: Output, env: NodeJS.ProcessEnv): Promise<void> {
  const { component } = await loadOperation(slug, env);
  const fields = fieldsOf(component);
  if (output.json) {
    output.data(fields);
    return;
  }
  for (const field of fields) {
    output.print(["bold", field.name], `  ${field.type}${field.required ? ", required" : ""}`);
    output.print(`  ${[field.label, field.description].filter(Boolean).join(": ")}`);
    const choices = choicesOf(slug, field);
    if (choices) output.print("  ", ["dim", choices]);
    if (field.default !== undefined) output.print("  ", ["dim", `Default: ${JSON.stringify(field.default)}`]);
  }
}
