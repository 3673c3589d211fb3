import ora from "ora";
import type { Ora } from "ora";
import pc from "picocolors";
import type { Colors } from "picocolors/types";
import type { LogEntry } from "../../hosts/runtime/index.ts";
import { oneLine, printable, printableJson } from "./printable.ts";
import type { Stream, Surroundings } from "./surroundings.ts";

/** Flags that every command takes. */
export interface Flags {
  json?: boolean;
  debug?: boolean;
  live?: boolean;
  sandbox?: boolean;
}

export type Style = "bold" | "dim" | "green" | "yellow";

/** A text, or one in a colour. */
export type Part = string | readonly [style: Style, text: string];

/**
 * Where a command writes: results to stdout, everything else to stderr; the spinner only on a terminal. Names and texts of records
 * are other people's: whatever is printed here is made {@link printable} first, and coloured afterwards.
 */
export class Output {
  private readonly colors: Colors;
  private readonly spinner: Ora;

  constructor(readonly json: boolean, private readonly around: Pick<Surroundings, "stdout" | "stderr" | "color">) {
    const { stderr, color } = around;
    this.colors = pc.createColors(color);
    this.spinner = ora({ stream: stderr, isSilent: !stderr.isTTY, discardStdin: false });
  }

  /** A line of the result for people, in parts. */
  print(...parts: Part[]): void {
    this.write(this.around.stdout, this.painted(parts));
  }

  /** Rows under a header, in columns as wide as their longest cell; the last column runs free. */
  table(header: string[], rows: string[][]): void {
    const cells = rows.map((row) => row.map(oneLine));
    const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => (row[column] ?? "").length)));
    const line = (row: string[]) => row.map((cell, column) => (column < header.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  ").trimEnd();
    this.print(["bold", line(header)], cells.map((row) => `\n${line(row)}`).join(""));
  }

  /** The result for machines, one line. */
  data(value: unknown): void {
    this.write(this.around.stdout, printableJson(value));
  }

  /** A line about what is going on. */
  say(...parts: Part[]): void {
    this.write(this.around.stderr, this.painted(parts));
  }

  warn(text: string): void {
    this.say(["yellow", text]);
  }

  /** A console line of a component; where it has several, the others are indented. */
  readonly log = ({ level, message }: LogEntry): void => this.say(["dim", `${level === "log" ? "" : `${level}: `}${message.replace(/\n/g, "\n  ")}`]);

  /** Shows that work is under way until it ends. */
  async during<T>(text: string, work: () => Promise<T>): Promise<T> {
    this.spinner.start(oneLine(text));
    try {
      return await work();
    } finally {
      this.spinner.stop();
    }
  }

  private painted(parts: Part[]): string {
    return parts.map((part) => (typeof part === "string" ? printable(part) : this.colors[part[0]](printable(part[1])))).join("");
  }

  private write(stream: Stream, text: string): void {
    const isSpinning = this.spinner.isSpinning;
    if (isSpinning) this.spinner.clear();
    stream.write(`${text}\n`);
    if (isSpinning) this.spinner.render();
  }
}
