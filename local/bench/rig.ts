import path from "node:path";
import { distFolder, readCatalog } from "../cli/catalog.ts";
import type { SourceState } from "../../hosts/runtime/index.ts";
import type { SimulationHost } from "../simulation/scenario.ts";
import type { Environment, Model } from "../simulation/model.ts";
import { Guest } from "./guest-process.ts";
import type { Outcome, Subject } from "./messages.ts";

export const MINUTE = 60_000;

/** V8's heap in measured processes: half of the 256 MB that Pipedream gives a component by default. */
const HEAP_MB = 128;

/** An outcome, with what only the sandbox's side knows. */
export interface Measured extends Outcome {
  requests: number;
}

/** The built trigger with this name. */
export const built = (slug: string): Subject => ({ file: builtFile(slug) });

/** The built file of an operation. */
export function builtFile(slug: string): string {
  const row = readCatalog(process.env).find((candidate) => candidate.slug === slug);
  if (!row) throw new Error(`There is no built operation "${slug}".`);
  return path.join(distFolder(process.env), row.file);
}

/** A sub-account for a measurement. @param size number of records */
export function environmentOf(host: SimulationHost, size = 0): Environment {
  return host.environment({ start: { at: "", timezone: "America/New_York" }, size, isLarge: false }, {});
}

/** What to measure, and where. */
export interface Case {
  subject: Subject;
  environment: Environment;
  model: Pick<Model, "props" | "token">;
  /** How long each response takes, ms. */
  latencyMs?: number;
}

/** A trigger in its own processes, with the sandbox in this one. */
export class Rig {
  private guest: Guest | undefined;
  private state: SourceState | undefined;

  constructor(private readonly host: SimulationHost, private readonly what: Case) {}

  /** The first deployment. */
  deploy(): Promise<Measured> {
    return this.measure((guest) => guest.deploy());
  }

  /** A poll, in the same process as the previous one, if there is one. */
  poll(): Promise<Measured> {
    return this.measure((guest) => guest.poll());
  }

  /** Ends the process. The next run gets a new one with the saved state, as on a host that has just started. */
  close(): void {
    this.guest?.close();
    this.guest = undefined;
  }

  /** A poll in a new process, with the heap that Node sizes by the machine's memory; afterwards it is undone. */
  async rehearse(): Promise<Measured> {
    const guest = await this.open(undefined);
    try {
      return await this.count(guest.poll());
    } finally {
      guest.close();
    }
  }

  private open(heapMb: number | undefined): Promise<Guest> {
    const { host, what: { subject, environment, model, latencyMs = 0 } } = this;
    const setup = { subject, props: model.props, auth: host.auth(environment, model), state: this.state, latencyMs };
    return Guest.open(setup, host.clock.now, heapMb);
  }

  private async measure(work: (guest: Guest) => Promise<Outcome>): Promise<Measured> {
    this.guest ??= await this.open(HEAP_MB);
    const measured = await this.count(work(this.guest));
    this.state = measured.state;
    return measured;
  }

  private async count(work: Promise<Outcome>): Promise<Measured> {
    const { host, what: { latencyMs = 0 } } = this;
    let requests = 0;
    host.onRequest = () => {
      requests++;
      host.clock.pass(latencyMs);
    };
    const outcome = await work;
    host.onRequest = () => undefined;
    return { ...outcome, requests };
  }
}
