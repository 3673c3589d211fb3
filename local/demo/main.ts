/** npm run demo: real components at work against a local HighLevel, no account needed. Exits 0 only if every event came exactly once. */
import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { loadOperation } from "../cli/catalog.ts";
import { createSource, resolveOptions, runAction } from "../runtime/index.ts";
import type { Source, Values } from "../runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import { begin, story, watches } from "./story.ts";
import type { Memory, Step } from "./story.ts";

/** The sandbox's search sees a change this much later, as HighLevel's does by seconds. */
const INDEX_LAG_MS = 100;
/** Longest name of a trigger. */
const NAME_WIDTH = 30;

interface Deployed { slug: string; name: string; source: Source }
interface Info { kind: string; changedFields?: string[] }

const info = (event: unknown): Info => (event as { _event: Info })._event; // every trigger of this package adds it
const said = (text: string) => console.log(text);

function accounts(sandbox: Sandbox): (agency?: boolean) => Values {
  const { url, locationId } = sandbox;
  const account = { oauth_access_token: sandbox.token(), locationId, base_url: url };
  const agencyAccount = { oauth_access_token: sandbox.token({ kind: "agency" }), base_url: url };
  return (agency) => (agency ? agencyAccount : account);
}

async function deployAll(auth: (agency?: boolean) => Values, memory: Memory): Promise<Deployed[]> {
  said(pc.bold("\nDeploying triggers"));
  const deployed: Deployed[] = [];
  for (const { trigger, props, agency } of watches) {
    const { component, row: { name } } = await loadOperation(trigger, process.env, "source");
    const source = createSource(component, { props: props(memory), auth: auth(agency) });
    const { emitted } = await source.deploy();
    said(`  ${name.padEnd(NAME_WIDTH)} ${pc.dim(emitted.length > 0 ? `${emitted.length} existing record${emitted.length === 1 ? "" : "s"} as samples` : "watching")}`);
    deployed.push({ slug: trigger, name, source });
  }
  return deployed;
}

/** Does what the step says, and tells what was done. */
async function take(step: Step, sandbox: Sandbox, auth: (agency?: boolean) => Values, memory: Memory): Promise<void> {
  said(`\n${pc.bold(step.title)}`);
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
  said(`  ${pc.cyan("▶")} ${name}: ${String(exports.$summary)}`);
}

/** Polls every trigger once; says what it emitted, and what should have been otherwise. */
async function poll(deployed: Deployed[], expected: Step["expect"]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { slug, name, source } of deployed) {
    const { emitted } = await source.run();
    for (const { event, summary } of emitted) {
      const { changedFields } = info(event);
      said(`    ${pc.green("●")} ${name.padEnd(NAME_WIDTH - 2)} ${summary}${changedFields ? pc.dim(` (${changedFields.join(", ")})`) : ""}`);
    }
    const is = emitted.map(({ event }) => info(event).kind).sort().join(", ");
    const should = [...expected[slug] ?? []].sort().join(", ");
    if (is !== should) wrong.push(`${name} emitted ${is || "nothing"}, expected ${should || "nothing"}`);
  }
  return wrong;
}

async function main(): Promise<number> {
  // All triggers are polled after each step, far more often than anybody would: past HighLevel's 100 requests in 10 s.
  const sandbox = await startSandbox({ indexLagMs: INDEX_LAG_MS, rateLimit: false });
  try {
    const auth = accounts(sandbox);
    const memory = begin(sandbox);
    said(`${pc.bold("HighLevel sandbox")} at ${sandbox.url}: a demo agency, nothing leaves this machine`);
    const deployed = await deployAll(auth, memory);
    const wrong: string[] = [];
    for (const step of story) {
      await take(step, sandbox, auth, memory);
      await sleep(INDEX_LAG_MS * 2);
      wrong.push(...await poll(deployed, step.expect));
      // Once more: what was emitted must not come again.
      wrong.push(...await poll(deployed, {}));
    }
    said("");
    for (const line of wrong) said(`${pc.red("✗")} ${line}`);
    if (wrong.length > 0) return 1;
    const events = story.flatMap(({ expect }) => Object.values(expect).flat()).length;
    said(`${pc.green("✓")} ${story.length} changes, ${events} events from ${watches.length} triggers: each change was emitted exactly once, and nothing else was.`);
    return 0;
  } finally {
    await sandbox.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\n${pc.red("✗")} ${error instanceof Error ? error.message : String(error)}`);
  return 1;
});
