import pc from "picocolors";
import { loadOperation } from "../cli/catalog.ts";
import { createSource, resolveOptions, runAction } from "../../hosts/runtime/index.ts";
import type { Source, Values } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import { begin } from "./story.ts";
import type { Memory, Step, Watch } from "./story.ts";

/** The sandbox's search sees a change this much later, as HighLevel's does by seconds. */
const INDEX_LAG_MS = 100;
/** Longest name of a trigger. */
const NAME_WIDTH = 30;

/** Who listens, and whose time passes. */
export interface Audience {
  /** Gets what happens, line by line. */
  say(text: string): void;
  /** Lets `ms` milliseconds pass, on the clock that `Date.now` shows. */
  wait(ms: number): Promise<unknown>;
}

interface Deployed { slug: string; name: string; source: Source }
interface Info { kind: string; changedFields?: string[] }
interface Stage extends Audience {
  sandbox: Sandbox;
  memory: Memory;
  /** The account: of the sub-account, or of the agency. */
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

/** Does what the step says, and reports it. */
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

/** Polls every trigger once, reports what it emitted, and returns where that is not what was expected. */
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
 * Plays a story against a sandbox of its own: deploys the triggers, takes each step, and polls all of them after it, twice.
 * @returns where the events are not those that the steps expect, a line each
 * @throws Error if a step fails
 */
export async function play(watches: Watch[], steps: Step[], audience: Audience): Promise<string[]> {
  // All triggers are polled after each step, far more often than anybody would: past HighLevel's 100 requests in 10 s.
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
      // Once more: what was emitted must not come again.
      wrong.push(...await poll(deployed, {}, stage));
    }
    return wrong;
  } finally {
    await sandbox.close();
  }
}
