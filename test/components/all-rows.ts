/** The rows of all categories. */
import { readdirSync } from "node:fs";
import type { Row } from "./row.ts";
import type { TriggerRow } from "./trigger-row.ts";

const folder = new URL("rows/", import.meta.url);

async function rowsOf<R>(...endings: string[]): Promise<[slug: string, row: R][]> {
  const rows: [string, R][] = [];
  // One after another: jest cannot link modules that are imported at the same time and share one.
  for (const name of readdirSync(folder).filter((file) => endings.some((ending) => file.endsWith(ending)))) {
    rows.push(...Object.entries((await import(new URL(name, folder).href) as { default: Record<string, R> }).default)); // each file's rows have this type
  }
  return rows;
}

export const actionRows = () => rowsOf<Row>("-actions.ts", "-reads.ts");
export const triggerRows = () => rowsOf<TriggerRow>("-triggers.ts");
