import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Order, Outcome, Setup } from "./messages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Beside node_modules, so that package imports resolve. */
const program = path.join(root, ".cache/highlevel-bench/guest.mjs");

/** Builds the program of the measured processes, so that no TypeScript loader adds to their memory. */
export async function buildGuest(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL("guest.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

/** A measured process, see guest.ts. */
export class Guest {
  private constructor(private readonly child: ChildProcess, private readonly now: () => number) {}

  /**
   * Starts a process that is ready to poll; {@link buildGuest} must have run.
   * @param now the virtual time, epoch ms
   * @param heapMb how large V8's heap may grow; undefined: as Node decides by the machine's memory
   */
  static async open(setup: Setup, now: () => number, heapMb?: number): Promise<Guest> {
    const child = fork(program, { execArgv: ["--expose-gc", ...(heapMb === undefined ? [] : [`--max-heap-size=${heapMb}`])], serialization: "advanced", env: { ...process.env, NODE_OPTIONS: "" } });
    const guest = new Guest(child, now);
    await guest.ask({ what: "open", setup, at: now() });
    return guest;
  }

  /** The first deployment. */
  deploy(): Promise<Outcome> {
    return this.ask({ what: "deploy", at: this.now() });
  }

  poll(): Promise<Outcome> {
    return this.ask({ what: "poll", at: this.now() });
  }

  close(): void {
    this.child.disconnect();
  }

  private ask(order: Order): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The measured process ended with code ${code}.`));
      this.child.once("exit", ended);
      this.child.once("message", ({ outcome, failure }: { outcome: Outcome; failure?: string }) => { // written by guest.ts
        this.child.off("exit", ended);
        if (failure === undefined) resolve(outcome);
        else reject(new Error(failure));
      });
      this.child.send(order);
    });
  }
}
