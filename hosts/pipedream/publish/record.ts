/** Records what was published to which workspace, so that publishing picks up where it stopped. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { SetupError } from "../../../local/cli/errors.ts";

/** A published component. */
export interface Published {
  version: string;
  /** Fingerprint of its file. */
  hash: string;
}

/** By profile of `pd` (one per workspace), then by key. */
type Profiles = Record<string, Record<string, Published>>;

/** The record's file: in $XDG_STATE_HOME, else in ~/.local/state. */
export function recordFile({ XDG_STATE_HOME }: NodeJS.ProcessEnv): string {
  return path.join(XDG_STATE_HOME || path.join(homedir(), ".local/state"), "highlevel-connector/published.json");
}

async function read(file: string): Promise<Profiles> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  try {
    return JSON.parse(text) as Profiles; // written below
  } catch {
    throw new SetupError(`${file} is not valid JSON. It records what has been published. Delete it and run the command again; publishing a version twice does no harm.`);
  }
}

/** What was published with a profile, by key. */
export async function published(file: string, profile: string): Promise<Record<string, Published>> {
  return (await read(file))[profile] ?? {};
}

/** Records that a component was published. The file is replaced atomically: a crash leaves the old or the new one. */
export async function remember(file: string, profile: string, key: string, what: Published): Promise<void> {
  const profiles = await read(file);
  profiles[profile] = { ...profiles[profile], [key]: what };
  await mkdir(path.dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.tmp`;
  await writeFile(next, `${JSON.stringify(profiles, null, 2)}\n`);
  await rename(next, file);
}
