/** npm run demo: runs real components against a local HighLevel, without an account. Exits 0 only if every event was emitted exactly once. */
import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { play } from "./play.ts";
import { story, watches } from "./story.ts";

async function main(): Promise<number> {
  const wrong = await play(watches, story, { say: (text) => console.log(text), wait: (ms) => sleep(ms) });
  console.log("");
  for (const line of wrong) console.log(`${pc.red("✗")} ${line}`);
  if (wrong.length > 0) return 1;
  const events = story.flatMap(({ expect }) => Object.values(expect).flat()).length;
  console.log(`${pc.green("✓")} ${story.length} changes, ${events} events from ${watches.length} triggers: each change was emitted exactly once, and nothing else was.`);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\n${pc.red("✗")} ${error instanceof Error ? error.message : String(error)}`);
  return 1;
});
