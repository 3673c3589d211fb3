import { EventEmitter, once } from "node:events";
import { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runCli } from "../../local/cli/cli.ts";
import type { Surroundings } from "../../local/cli/surroundings.ts";
import { Masker } from "../../hosts/runtime/index.ts";

/** The fixture's components. */
export const DIST = fileURLToPath(new URL("./fixtures/dist", import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A command under way, in this process or another one. */
export interface Running {
  /** Resolves once stdout has so many lines. */
  lines(count: number): Promise<string[]>;
  /** Resolves once stderr has this text. */
  says(text: string): Promise<void>;
  /** What Ctrl-C (SIGINT) and the end of a session (SIGTERM) send. */
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

/** Collects what is written to a stream, and lets others wait for it. */
export class Captured extends Writable {
  text = "";

  constructor() {
    super({ decodeStrings: false });
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.emit("more");
    done();
  }

  /** Resolves once the text passes. */
  async until(passes: (text: string) => boolean): Promise<void> {
    while (!passes(this.text)) await once(this, "more");
  }
}

/** The waits of {@link Running} on its two streams; they reject where the command ends first. */
export function waits(stdout: Captured, stderr: Captured, ended: Promise<Ended>): Pick<Running, "lines" | "says"> {
  const orEnd = async (stream: Captured, passes: (text: string) => boolean) => {
    const early = ended.then((end) => {
      if (!passes(stream.text)) throw new Error(`It ended without what was waited for. ${JSON.stringify(end)}`);
    });
    await Promise.race([stream.until(passes), early]);
  };
  const complete = () => stdout.text.split("\n").slice(0, -1);
  return {
    lines: async (count) => {
      await orEnd(stdout, () => complete().length >= count);
      return complete();
    },
    says: (text) => orEnd(stderr, (all) => all.includes(text)),
  };
}

/**
 * Starts the command line in this process, with the fixture's components and nothing but `env` in its environment.
 * @param confirm answers questions, as a person at a terminal would
 * @param stdin what comes from there
 * @param wait stands in for the wait between polls, which takes its time unless told
 */
export function start(args: string[], env: Record<string, string> = {}, wait: Surroundings["sleep"] = (ms, signal) => sleep(ms, undefined, { signal }), confirm?: Surroundings["confirm"], stdin: Buffer = Buffer.alloc(0)): Running {
  const [stdout, stderr] = [new Captured(), new Captured()];
  const signals = new EventEmitter();
  const around = { env: { HIGHLEVEL_DIST: DIST, ...env }, platform: "linux" as const, stdin: Readable.from([stdin]), stdout, stderr, color: false, masker: new Masker(), signals, sleep: wait, ...(confirm && { confirm }) };
  const ended = new Promise<Ended>((resolve, reject) => {
    const end = (code: number) => resolve({ code, stdout: stdout.text, stderr: stderr.text });
    runCli(args, { ...around, exit: end }).then(end, reject);
  });
  return { ...waits(stdout, stderr, ended), signal: (name) => void signals.emit(name), ended };
}

/** Runs a command to its end, in this process. */
export function cli(args: string[], env?: Record<string, string>): Promise<Ended> {
  return start(args, env).ended;
}
