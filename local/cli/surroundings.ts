import type { Masker } from "../../hosts/runtime/index.ts";

/** What the command line writes to; the spinner and the width of the help text depend on whether it is a terminal. */
export type Stream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** Where SIGINT and SIGTERM are listened for: the process, or a test's stand-in. */
export interface Signals {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
}

/** All that the command line knows of the process that it runs in. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  /** The system, such as `process.platform`. */
  platform: NodeJS.Platform;
  /** Where `--props -` reads from. */
  stdin: AsyncIterable<Buffer | string> & { isTTY?: boolean };
  /** Takes results. */
  stdout: Stream;
  /** Takes everything else. */
  stderr: Stream;
  /** True where text may be coloured. */
  color: boolean;
  /** Hides the account's values from error messages that do not come out of a run. */
  masker: Masker;
  signals: Signals;
  /** Ends the program at once. */
  exit(code: number): void;
  /** Asks the person at the keyboard; undefined where nobody can answer. */
  confirm?(question: string): Promise<boolean>;
  /** Waits so many milliseconds; rejects as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
