import ora from "ora";
import type { Ora } from "ora";
import pc from "picocolors";
import type { LogEntry } from "../runtime/index.ts";

/** Flags that every command takes. */
export interface Flags {
  json?: boolean;
  debug?: boolean;
  live?: boolean;
  sandbox?: boolean;
}

/** Where a command writes: results to stdout, everything else to stderr; the spinner only on a terminal. */
export class Output {
  private readonly spinner: Ora;

  constructor(readonly json: boolean) {
    this.spinner = ora({ stream: process.stderr, isSilent: !process.stderr.isTTY, discardStdin: false });
  }

  /** A line of the result for people. */
  print(text: string): void {
    this.write(process.stdout, text);
  }

  /** The result for machines, one line. */
  data(value: unknown): void {
    this.write(process.stdout, JSON.stringify(value));
  }

  /** A line about what is going on. */
  say(text: string): void {
    this.write(process.stderr, text);
  }

  warn(text: string): void {
    this.say(pc.yellow(text));
  }

  /** A console line of a component. */
  readonly log = ({ level, message }: LogEntry): void => this.say(pc.dim(`${level === "log" ? "" : `${level}: `}${message}`));

  /** Shows that work is under way until it ends. */
  async during<T>(text: string, work: () => Promise<T>): Promise<T> {
    this.spinner.start(text);
    try {
      return await work();
    } finally {
      this.spinner.stop();
    }
  }

  private write(stream: NodeJS.WriteStream, text: string): void {
    const isSpinning = this.spinner.isSpinning;
    if (isSpinning) this.spinner.clear();
    stream.write(`${text}\n`);
    if (isSpinning) this.spinner.render();
  }
}

/** Rows under a header, in columns as wide as their longest cell; the last column runs free. */
export function table(header: string[], rows: string[][]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) => row.map((cell, column) => (column < header.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  ").trimEnd();
  return [pc.bold(line(header)), ...rows.map(line)].join("\n");
}
