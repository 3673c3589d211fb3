import type { Masker } from "../../hosts/runtime/index.ts";

/** An output stream; the spinner and the width of the help text depend on whether it is a terminal. */
export type Stream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** The source of SIGINT and SIGTERM: the process, or a test double. */
export interface Signals {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
}

/** Everything the command line uses of its process. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  /** The system, such as `process.platform`. */
  platform: NodeJS.Platform;
  /** Where `--props -` reads from. */
  stdin: AsyncIterable<Buffer | string> & { isTTY?: boolean };
  /** Receives results. */
  stdout: Stream;
  /** Receives everything else. */
  stderr: Stream;
  /** Whether output may be colored. */
  color: boolean;
  /** Masks the account's values in errors from outside a run. */
  masker: Masker;
  signals: Signals;
  /** Ends the program at once. */
  exit(code: number): void;
  /** Asks the user; undefined where nobody can answer. */
  confirm?(question: string): Promise<boolean>;
  /** Waits for `ms` milliseconds; rejects as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
