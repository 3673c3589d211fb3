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

/** A text, or one with a style. */
export type Part = string | readonly [style: Style, text: string];

/**
 * Where a command writes: results to stdout, everything else to stderr; the spinner only on a terminal. Records contain untrusted
 * text, so all output is made {@link printable} before it is colored.
 */
export class Output {
  private readonly colors: Colors;
  private readonly spinner: Ora;

  constructor(readonly json: boolean, private readonly around: Pick<Surroundings, "stdout" | "stderr" | "color">) {
    const { stderr, color } = around;
    this.colors = pc.createColors(color);
    this.spinner = ora({ stream: stderr, isSilent: !stderr.isTTY, discardStdin: false });
  }

  /** Prints a line of the result for people. */
  print(...parts: Part[]): void {
    this.write(this.around.stdout, this.painted(parts));
  }

  /** Prints rows under a header, in columns as wide as their longest cell; the last column is not padded. */
  table(header: string[], rows: string[][]): void {
    const cells = rows.map((row) => row.map(oneLine));
    const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => (row[column] ?? "").length)));
    const line = (row: string[]) => row.map((cell, column) => (column < header.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  ").trimEnd();
    this.print(["bold", line(header)], cells.map((row) => `\n${line(row)}`).join(""));
  }

  /** Prints the result for programs, on one line. */
  data(value: unknown): void {
    this.write(this.around.stdout, printableJson(value));
  }

  /** Prints a status line. */
  say(...parts: Part[]): void {
    this.write(this.around.stderr, this.painted(parts));
  }

  warn(text: string): void {
    this.say(["yellow", text]);
  }

  /** Prints a component's console output; further lines are indented. */
  readonly log = ({ level, message }: LogEntry): void => this.say(["dim", `${level === "log" ? "" : `${level}: `}${message.replace(/\n/g, "\n  ")}`]);

  /** Shows a spinner while work is in progress. */
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
