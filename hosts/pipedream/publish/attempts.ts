import { setTimeout as wait } from "node:timers/promises";
import { pdPublish } from "./pd.ts";

/** Pauses before retries, s. Retrying is safe: if the file was published, Pipedream says that the version exists. */
const PAUSES = { slower: [15, 30, 60, 120], unclear: [5, 20] };

/** The outcome for a file. `there`: Pipedream already had this version. */
export type Outcome = { kind: "published" | "there" } | { kind: "failed"; says: string };

/** @param second length of a second in pauses, ms: 1000 except in tests */
export interface Patience { env: NodeJS.ProcessEnv; second: number; tell(line: string): void }

/**
 * Publishes one file, and retries where Pipedream asks to slow down or the result is unclear.
 * @param profile of `pd`; by default, its default one
 * @throws SetupError where `pd` is missing or not logged in
 */
export async function publishFile(file: string, profile: string | undefined, { env, second, tell }: Patience): Promise<Outcome> {
  let [slowed, unclear] = [0, 0];
  for (;;) {
    const ended = await pdPublish(file, profile, env);
    if (ended.kind === "refused") return { kind: "failed", says: ended.says };
    // After an unclear result, an existing version is ours.
    if (ended.kind === "published" || ended.kind === "there") return { kind: unclear > 0 ? "published" : ended.kind };
    const pause = ended.kind === "slower" ? PAUSES.slower[slowed++] : PAUSES.unclear[unclear++];
    if (pause === undefined) return { kind: "failed", says: "says" in ended ? ended.says : "Pipedream's rate limit is used up. Try again later." };
    const seconds = (ended.kind === "slower" ? ended.waitS : undefined) ?? pause;
    tell(ended.kind === "slower" ? `Pipedream asks to slow down: retrying in ${seconds} s` : `No clear result: retrying in ${seconds} s`);
    await wait(seconds * second);
  }
}
