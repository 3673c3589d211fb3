import type { Operation } from "../../facts/index.ts";
import { actionModule, actionRow } from "./action.ts";
import type { Wanted } from "./parts.ts";
import { indented } from "./text.ts";
import { triggerModule, triggerRow } from "./trigger.ts";

export { UNWRITTEN, isRead } from "./parts.ts";
export type { Wanted } from "./parts.ts";
export { titled } from "./text.ts";

/** A file the scaffold writes, or a row it puts into an existing one. */
export interface Draft {
  file: string;
  /** The whole file, where it does not exist yet. */
  content: string;
  /** What goes into an existing file, and the line it goes behind. */
  row?: { after: string; text: string };
}

/** What stands around the rows of a file. */
const ROWS = {
  action: { before: "import type { Rows } from \"../row.ts\";\n\n", after: "const rows: Rows = {", end: "};\n\nexport default rows;\n" },
  trigger: { before: "import type { TriggerRows } from \"../trigger-row.ts\";\n\n", after: "export default {", end: "} satisfies TriggerRows;\n" },
};

/**
 * The module of an operation and its test row. What only a person can know (descriptions, what happens in the
 * sandbox, sensible values) is left so that the tests fail until it is filled in.
 */
export function scaffold(wanted: Wanted, operation: Operation): [module: Draft, row: Draft] {
  const { type, category, slug } = wanted;
  const { before, after, end } = ROWS[type];
  const text = indented(type === "action" ? actionRow(wanted, operation) : triggerRow(wanted, operation), 2);
  return [
    { file: `components/${category}/${type}s/${slug}.ts`, content: type === "action" ? actionModule(wanted, operation) : triggerModule(wanted, operation) },
    { file: `test/components/rows/${category}-${type}s.ts`, content: `${before}${after}\n${text}\n${end}`, row: { after, text } },
  ];
}
