import ora from "ora";
import type { Ora } from "ora";
import pc from "picocolors";
import type { Colors } from "picocolors/types";
import type { LogEntry } from "../runtime/index.ts";
import type { Stream, Surroundings } from "./surroundings.ts";

/** Flags that every command takes. */
export interface Flags {
  json?: boolean;
  debug?: boolean;
  live?: boolean;
  sandbox?: boolean;
}

/** Where a command writes: results to stdout, everything else to stderr; the spinner only on a terminal. */
export class Output {
  readonly colors: Colors;
  private readonly spinner: Ora;

  constructor(readonly json: boolean, private readonly around: Pick<Surroundings, "stdout" | "stderr" | "color">) {
    const { stderr, color } = around;
    this.colors = pc.createColors(color);
    this.spinner = ora({ stream: stderr, isSilent: !stderr.isTTY, discardStdin: false });
  }

  /** A line of the result for people. */
  print(text: string): void {
    this.write(this.around.stdout, text);
  }

  /** Rows under a header, in columns as wide as their longest cell; the last column runs free. */
  table(header: string[], rows: string[][]): void {
    const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
    const line = (row: string[]) => row.map((cell, column) => (column < header.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  ").trimEnd();
    this.print([this.colors.bold(line(header)), ...rows.map(line)].join("\n"));
  }

  /** The result for machines, one line. */
  data(value: unknown): void {
    this.write(this.around.stdout, JSON.stringify(value));
  }

  /** A line about what is going on. */
  say(text: string): void {
    this.write(this.around.stderr, text);
  }

  warn(text: string): void {
    this.say(this.colors.yellow(text));
  }

  /** A console line of a component. */
  readonly log = ({ level, message }: LogEntry): void => this.say(this.colors.dim(`${level === "log" ? "" : `${level}: `}${message}`));

  /** Shows that work is under way until it ends. */
  async during<T>(text: string, work: () => Promise<T>): Promise<T> {
    this.spinner.start(text);
    try {
      return await work();
    } finally {
      this.spinner.stop();
    }
  }

  private write(stream: Stream, text: string): void {
    const isSpinning = this.spinner.isSpinning;
    if (isSpinning) this.spinner.clear();
    stream.write(`${text}\n`);
    if (isSpinning) this.spinner.render();
  }
}
