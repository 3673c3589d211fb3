import { defineProps } from "../../runtime/index.ts";
import { loadOperation } from "../catalog.ts";
import type { Output } from "../output.ts";

/** Props that a form has no field for. */
const WITHOUT_FIELD = new Set(["app", "alert", "$.service.db", "$.interface.http"]);

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** `props <slug>`: lists the fields of an operation. */
export async function propsCommand(slug: string, output: Output, env: NodeJS.ProcessEnv): Promise<void> {
  const { component } = await loadOperation(slug, env);
  const fields = [...defineProps(component.props ?? {}).values()]
    .map(({ name, definition }) => ({
      name,
      type: text(definition.type),
      label: text(definition.label) || name,
      description: text(definition.description),
      required: definition.optional !== true && definition.default === undefined && !text(definition.type).startsWith("$."),
      hasOptions: definition.options !== undefined,
      default: definition.default,
    }))
    .filter(({ type }) => !WITHOUT_FIELD.has(type));
  if (output.json) {
    output.data(fields);
    return;
  }
  output.table(
    ["PROP", "TYPE", "", "CHOICES", "LABEL"],
    fields.map(({ name, type, required, hasOptions, label }) => [name, type, required ? "required" : "", hasOptions ? "options" : "", label]),
  );
}
