import type { ManifestGroup } from "./model.ts";

/** The groups of props that repeat, by the names of their numbered props. */
const GROUPS: { name: string; label: string; columns: string[] }[] = [
  { name: "customFieldRows", label: "Custom Fields", columns: ["customField", "customFieldValue"] },
  { name: "filterRows", label: "Filters", columns: ["filterField", "filterOperator", "filterValue"] },
];

/**
 * The repeating groups among the props of an operation.
 * @throws Error for a numbered prop that belongs to none
 */
export function groupsOf(props: string[]): ManifestGroup[] {
  const groups = GROUPS.flatMap(({ name, label, columns }) => {
    const rows: string[][] = [];
    for (let row = 1; props.includes(`${columns[0]}${row}`); row++) rows.push(columns.map((column) => `${column}${row}`));
    return rows.length > 0 ? [{ name, label, rows }] : [];
  });
  const grouped = new Set(groups.flatMap(({ rows }) => rows.flat()));
  const stray = props.find((prop) => /[A-Za-z]\d+$/.test(prop) && !grouped.has(prop) && !/^address\d$/.test(prop));
  if (stray !== undefined) throw new Error(`The prop ${stray} is numbered, and hosts/manifest/groups.ts does not say what it repeats.`);
  return groups;
}
