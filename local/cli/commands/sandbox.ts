import { once } from "node:events";
import type { Sandbox } from "../../sandbox/index.ts";
import { SetupError, isError } from "../errors.ts";
import { HIGHLEVEL, settingOf } from "../invocation.ts";
import { interruption } from "../interruption.ts";
import type { Flags, Output } from "../output.ts";
import type { Surroundings } from "../surroundings.ts";

export interface SandboxFlags extends Flags {
  port: number;
  contacts?: number;
  rateLimit: "on" | "off";
}

async function start({ port, contacts, rateLimit }: SandboxFlags): Promise<Sandbox> {
  const { startSandbox } = await import("../../sandbox/index.ts");
  try {
    return await startSandbox({ port, contacts, ...(rateLimit === "off" && { rateLimit: false }) });
  } catch (error) {
    if (isError(error) && "code" in error && error.code === "EADDRINUSE") {
      throw new SetupError(`Port ${port} is in use, perhaps by another sandbox. Choose another port: --port ${port + 1}`);
    }
    throw error;
  }
}

/** `sandbox`: runs a local HighLevel until Ctrl-C and prints how to use it. */
export async function sandboxCommand(flags: SandboxFlags, output: Output, around: Surroundings): Promise<void> {
  const { signal, stopListening } = interruption(around, () => output.say("Closing the sandbox."));
  const sandbox = await output.during("Starting the sandbox ...", () => start(flags));
  const tokens = {
    oauth: sandbox.token(),
    privateIntegration: sandbox.token({ privateIntegration: true }),
    agency: sandbox.token({ kind: "agency" }),
  };
  const { url, locationId, companyId } = sandbox;
  if (output.json) {
    output.data({ url, locationId, companyId, tokens });
  } else {
    output.table(["HighLevel sandbox", ""], [
      ["URL", url],
      ["Location ID", locationId],
      ["Company ID", companyId],
      ["OAuth token", tokens.oauth],
      ["Private Integration", tokens.privateIntegration],
      ["Agency token", tokens.agency],
    ]);
    output.print("\nUse it from another terminal:");
    for (const line of settingOf("HIGHLEVEL_SANDBOX_URL", url, around.platform)) output.print("  ", ["bold", line]);
    output.print(`  ${HIGHLEVEL} catalog`);
    output.say(["dim", "Press Ctrl-C to stop the sandbox; its data is then gone."]);
  }
  if (!signal.aborted) await once(signal, "abort");
  await sandbox.close();
  stopListening();
}
