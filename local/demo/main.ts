/** npm run demo: real components at work against a local HighLevel, no account needed. Exits 0 only if every event came exactly once. */
import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { loadOperation } from "../cli/catalog.ts";
import { createSource, runAction } from "../runtime/index.ts";
import type { Source } from "../runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import { story, watches } from "./story.ts";
import type { Memory, Step } from "./story.ts";

/** The sandbox's search sees a change this much later, as HighLevel's does by seconds. */
const INDEX_LAG_MS = 150;

interface Deployed { slug: string; name: string; source: Source }
interface Info { kind: string; changedFields?: string[] }

const info = (event: unknown): Info => (event as { _event: Info })._event; // every trigger of this package adds it
const said = (text: string) => console.log(text);

async function deployAll(auth: Record<string, string>, memory: Memory): Promise<Deployed[]> {
  said(pc.bold("\nDeploying triggers"));
  const deployed: Deployed[] = [];
  for (const { trigger, props } of watches) {
    const { component, row: { name } } = await loadOperation(trigger, process.env, "source");
    const source = createSource(component, { props: props(memory), auth });
    const { emitted } = await source.deploy();
    said(`  ${name.padEnd(28)} ${pc.dim(emitted.length > 0 ? `${emitted.length} existing records as samples` : "watching")}`);
    deployed.push({ slug: trigger, name, source });
  }
  return deployed;
}

/** Polls every trigger once; says what it emitted, and what should have been otherwise. */
async function poll(deployed: Deployed[], expected: Step["expect"]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { slug, name, source } of deployed) {
    const { emitted } = await source.run();
    for (const { event, summary } of emitted) {
      const { changedFields } = info(event);
      said(`    ${pc.green("●")} ${name.padEnd(26)} ${summary}${changedFields ? pc.dim(` (${changedFields.join(", ")})`) : ""}`);
    }
    const is = emitted.map(({ event }) => info(event).kind).sort().join(", ");
    const should = [...expected[slug] ?? []].sort().join(", ");
    if (is !== should) wrong.push(`${name} emitted ${is || "nothing"}, expected ${should || "nothing"}`);
  }
  return wrong;
}

async function main(): Promise<number> {
  const sandbox = await startSandbox({ indexLagMs: INDEX_LAG_MS });
  try {
    const auth = { oauth_access_token: sandbox.token(), locationId: sandbox.locationId, base_url: sandbox.url };
    const memory: Memory = { contactId: sandbox.store.contacts.in(sandbox.locationId)[0]!.id };
    said(`${pc.bold("HighLevel sandbox")} at ${sandbox.url}: a demo agency, nothing leaves this machine`);
    const deployed = await deployAll(auth, memory);
    const wrong: string[] = [];
    let events = 0;
    for (const step of story) {
      const { component, row: { name } } = await loadOperation(step.action, process.env, "action");
      const { exports, returnValue } = await runAction(component, { props: step.props(memory), auth });
      Object.assign(memory, step.remember?.(returnValue as Record<string, unknown>)); // the record the action returns
      said(`\n${pc.bold(step.title)}\n  ${pc.cyan("▶")} ${name}: ${String(exports.$summary)}`);
      await sleep(INDEX_LAG_MS * 2);
      wrong.push(...await poll(deployed, step.expect));
      // Once more: what was emitted must not come again.
      wrong.push(...await poll(deployed, {}));
      events += Object.values(step.expect).flat().length;
    }
    said("");
    for (const line of wrong) said(`${pc.red("✗")} ${line}`);
    if (wrong.length > 0) return 1;
    said(`${pc.green("✓")} ${story.length} actions, ${events} events: each change was emitted exactly once, and nothing else. ${pc.dim(`${sandbox.requests.length} requests in all.`)}`);
    return 0;
  } finally {
    await sandbox.close();
  }
}

process.exitCode = await main();
