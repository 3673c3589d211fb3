import pc from "picocolors";
import { loadOperation } from "../cli/catalog.ts";
import { createSource, resolveOptions, runAction } from "../../hosts/runtime/index.ts";
import type { Source, Values } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import { begin } from "./story.ts";
import type { Memory, Step, Watch } from "./story.ts";

/** The sandbox's search lags behind changes by this much; HighLevel's lags by seconds. */
const INDEX_LAG_MS = 100;
/** Width of the longest trigger name. */
const NAME_WIDTH = 30;

/** Where the story is shown, and its clock. */
export interface Audience {
  /** Prints a line. */
  say(text: string): void;
  /** Waits for `ms` milliseconds on the clock of `Date.now`. */
  wait(ms: number): Promise<unknown>;
}

interface Deployed { slug: string; name: string; source: Source }
interface Info { kind: string; changedFields?: string[] }
interface Stage extends Audience {
  sandbox: Sandbox;
  memory: Memory;
  /** The account of the sub-account or the agency. */
  auth(agency?: boolean): Values;
}

const info = (event: unknown): Info => (event as { _event: Info })._event; // every trigger of this package adds it

function accounts(sandbox: Sandbox): Stage["auth"] {
  const { url, locationId } = sandbox;
  const account = { oauth_access_token: sandbox.token(), locationId, base_url: url };
  const agencyAccount = { oauth_access_token: sandbox.token({ kind: "agency" }), base_url: url };
  return (agency) => (agency ? agencyAccount : account);
}

async function deployAll(watches: Watch[], { say, auth, memory }: Stage): Promise<Deployed[]> {
  say(pc.bold("\nDeploying triggers"));
  const deployed: Deployed[] = [];
  for (const { trigger, props, agency } of watches) {
    const { component, row: { name } } = await loadOperation(trigger, process.env, "source");
    const source = createSource(component, { props: props(memory), auth: auth(agency) });
    const { emitted } = await source.deploy();
    say(`  ${name.padEnd(NAME_WIDTH)} ${pc.dim(emitted.length > 0 ? `${emitted.length} existing record${emitted.length === 1 ? " as a sample" : "s as samples"}` : "watching")}`);
    deployed.push({ slug: trigger, name, source });
  }
  return deployed;
}

/** Performs a step and reports it. */
async function take(step: Step, { say, sandbox, auth, memory }: Stage): Promise<void> {
  say(`\n${pc.bold(step.title)}`);
  if (!step.action) {
    step.change?.(sandbox, memory);
    return;
  }
  const { component, row: { name } } = await loadOperation(step.action, process.env, "action");
  const account = auth(step.agency);
  const props = step.props?.(memory) ?? {};
  if (step.choose) {
    const { options } = await resolveOptions(component, step.choose, { configured: props, auth: account });
    props[step.choose] = options[0]?.value;
  }
  const { exports, returnValue } = await runAction(component, { props, auth: account });
  Object.assign(memory, step.remember?.(returnValue as Record<string, unknown>)); // the record the action returns
  say(`  ${pc.cyan("▶")} ${name}: ${String(exports.$summary)}`);
}

/** Polls every trigger once, reports its events, and returns where they differ from the expected ones. */
async function poll(deployed: Deployed[], expected: Step["expect"], { say }: Stage): Promise<string[]> {
  const wrong: string[] = [];
  for (const { slug, name, source } of deployed) {
    const { emitted } = await source.run();
    for (const { event, summary } of emitted) {
      const { changedFields } = info(event);
      say(`    ${pc.green("●")} ${name.padEnd(NAME_WIDTH - 2)} ${summary}${changedFields ? pc.dim(` (${changedFields.join(", ")})`) : ""}`);
    }
    const is = emitted.map(({ event }) => info(event).kind).sort().join(", ");
    const should = [...expected[slug] ?? []].sort().join(", ");
    if (is !== should) wrong.push(`${name} emitted ${is || "nothing"}, expected ${should || "nothing"}`);
  }
  return wrong;
}

/**
 * Plays a story in a new sandbox: deploys the triggers, performs each step, and polls all triggers twice after it.
 * @returns one line for each difference from the expected events
 * @throws Error if a step fails
 */
export async function play(watches: Watch[], steps: Step[], audience: Audience): Promise<string[]> {
  // Polling all triggers after each step would exceed HighLevel's 100 requests per 10 s.
  const sandbox = await startSandbox({ indexLagMs: INDEX_LAG_MS, rateLimit: false, strict: true });
  try {
    const stage: Stage = { ...audience, sandbox, auth: accounts(sandbox), memory: begin(sandbox) };
    stage.say(`${pc.bold("HighLevel sandbox")} at ${sandbox.url}: a demo agency, nothing leaves this machine`);
    const deployed = await deployAll(watches, stage);
    const wrong: string[] = [];
    for (const step of steps) {
      await take(step, stage);
      await stage.wait(INDEX_LAG_MS * 2);
      wrong.push(...await poll(deployed, step.expect, stage));
      // The second poll must emit nothing.
      wrong.push(...await poll(deployed, {}, stage));
    }
    return wrong;
  } finally {
    await sandbox.close();
  }
}
