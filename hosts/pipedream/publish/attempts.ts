import { setTimeout as wait } from "node:timers/promises";
import { pdPublish } from "./pd.ts";

/** Pauses before a file is tried again, s. Trying again does no harm: if it was published, Pipedream says that the version is there. */
const PAUSES = { slower: [15, 30, 60, 120], unclear: [5, 20] };

/** How a file fared. `there`: Pipedream had the version before. */
export type Outcome = { kind: "published" | "there" } | { kind: "failed"; says: string };

/** @param second ms that a pause takes for each second meant: 1000 outside of tests */
export interface Patience { env: NodeJS.ProcessEnv; second: number; tell(line: string): void }

/**
 * Publishes one file, and tries again where Pipedream asks to slow down, or where the end is unclear.
 * @param profile of `pd`; its default one if left out
 * @throws SetupError where `pd` is missing or not logged in
 */
export async function publishFile(file: string, profile: string | undefined, { env, second, tell }: Patience): Promise<Outcome> {
  let [slowed, unclear] = [0, 0];
  for (;;) {
    const ended = await pdPublish(file, profile, env);
    if (ended.kind === "refused") return { kind: "failed", says: ended.says };
    // After an unclear end, the version that is there is ours.
    if (ended.kind === "published" || ended.kind === "there") return { kind: unclear > 0 ? "published" : ended.kind };
    const pause = ended.kind === "slower" ? PAUSES.slower[slowed++] : PAUSES.unclear[unclear++];
    if (pause === undefined) return { kind: "failed", says: "says" in ended ? ended.says : "Pipedream's rate limit is used up. Try again later." };
    const seconds = (ended.kind === "slower" ? ended.waitS : undefined) ?? pause;
    tell(ended.kind === "slower" ? `Pipedream asks to slow down: next try in ${seconds} s` : `No clear answer: next try in ${seconds} s`);
    await wait(seconds * second);
  }
}
