import pc from "picocolors";
import type { Check } from "./checks.ts";
import { written } from "./checks.ts";

/** Rows under a head; numbers get thousands separators. */
export interface Table {
  head: string[];
  rows: (string | number)[][];
}

const texts = (row: (string | number)[]): string[] => row.map((cell) => (typeof cell === "number" ? written(cell) : cell));

/** Columns of numbers are aligned right. */
const isNumeric = ({ rows }: Table, column: number): boolean => rows.every((row) => typeof row[column] === "number" || /^[\d,./ –]*$/.test(String(row[column] ?? "")));

/** As Markdown. */
export function markdown(table: Table): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = table.head.map((_, column) => (isNumeric(table, column) ? "--:" : "---"));
  return [line(table.head), `|${rule.join("|")}|`, ...table.rows.map((row) => line(texts(row)))].join("\n");
}

/** For the terminal. */
export function plain(table: Table): string {
  const all = [table.head, ...table.rows.map(texts)];
  const widths = table.head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) => row.map((cell, column) => (isNumeric(table, column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join("  ").trimEnd();
  return [pc.dim(line(table.head)), ...table.rows.map((row) => line(texts(row)))].join("\n");
}

/** Checks for the terminal, one per line. */
export function listed(checks: Check[]): string {
  return checks.map(({ what, is, should, ok }) => `  ${ok ? pc.green("✓") : pc.red("✗")} ${what.padEnd(64)} ${written(is).padStart(9)}   ${pc.dim(should)}`).join("\n");
}
