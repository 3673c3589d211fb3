import type { ManifestChoice, ManifestField } from "../../../hosts/manifest/model.ts";
import { choicesOf } from "../../../hosts/manifest/read.ts";
import { describeOperation } from "../catalog.ts";
import { HIGHLEVEL } from "../invocation.ts";
import type { Output } from "../output.ts";

/** A field of a form, as far as it is known without an account. */
export interface Field extends Pick<ManifestField, "type" | "label" | "description" | "required" | "default"> {
  name: string;
  hasOptions: boolean;
  /** Fixed choices. */
  options?: ManifestChoice[];
}

/** The fields of an operation; errors are those of `describeOperation`. */
export function fieldsOf(slug: string, env: NodeJS.ProcessEnv): Field[] {
  const { operation, lists } = describeOperation(slug, env);
  return operation.fields.map((field) => {
    const { prop: name, type, label, description, required, dropdown, default: standard } = field;
    const options = choicesOf({ lists }, field);
    return { name, type, label, description, required, hasOptions: (options ?? dropdown) !== undefined, ...(options && { options }), default: standard };
  });
}

/** Longer lists of choices (countries, time zones) are not printed. */
const MOST_CHOICES = 12;

/** What can be chosen from, in a line; undefined where anything can be typed. */
function choicesLine(slug: string, { name, hasOptions, options }: Field): string | undefined {
  if (!hasOptions) return undefined;
  if (!options || options.length > MOST_CHOICES) return `Choices: ${HIGHLEVEL} options ${slug} ${name}`;
  return `Choices: ${options.map(({ label, value }) => (label === value ? value : `${value} (${label})`)).join(", ")}`;
}

/** `props <slug>`: lists the fields of an operation. */
export async function propsCommand(slug: string, output: Output, env: NodeJS.ProcessEnv): Promise<void> {
  const fields = fieldsOf(slug, env);
  if (output.json) {
    output.data(fields);
    return;
  }
  for (const field of fields) {
    output.print(["bold", field.name], `  ${field.type}${field.required ? ", required" : ""}`);
    output.print(`  ${[field.label, field.description].filter(Boolean).join(": ")}`);
    const choices = choicesLine(slug, field);
    if (choices) output.print("  ", ["dim", choices]);
    if (field.default !== undefined) output.print("  ", ["dim", `Default: ${JSON.stringify(field.default)}`]);
  }
}
