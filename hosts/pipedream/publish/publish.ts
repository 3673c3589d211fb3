import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import pc from "picocolors";
import { distFolder, loadOperation, readCatalog, TYPE_NAMES } from "../../../local/cli/catalog.ts";
import { UsageError } from "../../../local/cli/errors.ts";
import { oneLine } from "../../../local/cli/printable.ts";
import type { Stream } from "../../../local/cli/surroundings.ts";
import { counted } from "../../runtime/index.ts";
import type { CatalogRow } from "../../bundle/catalog-row.ts";
import { publishFile } from "./attempts.ts";
import { chosenOperations } from "./choose.ts";
import type { Choice } from "./choose.ts";
import { requirePd } from "./pd.ts";
import { published, recordFile, remember } from "./record.ts";
import type { Published } from "./record.ts";

export interface PublishFlags extends Choice {
  yes?: boolean;
  again?: boolean;
  profile?: string;
}

/** What the command uses of its process. */
export interface PublishSurroundings {
  env: NodeJS.ProcessEnv;
  stdout: Stream;
  color: boolean;
  /** Asks the user; undefined where nobody can answer. */
  confirm?(question: string): Promise<boolean>;
  /** Length of a second in pauses, ms; 1000 except in tests. */
  second?: number;
}

/** A component to publish, with its built file and its record. */
interface Candidate extends Published { row: CatalogRow; file: string }

async function candidate(row: CatalogRow, env: NodeJS.ProcessEnv): Promise<Candidate> {
  const file = path.join(distFolder(env), row.file);
  const { component } = await loadOperation(row.slug, env);
  return { row, file, version: String(component.version), hash: createHash("sha256").update(await readFile(file)).digest("hex") };
}

/**
 * Publishes operations to the user's workspace, one after the other, and records each at once. Failures are reported and do
 * not stop the others.
 * @param names slugs and categories
 * @returns whether all of them are published
 * @throws UsageError for unknown names; SetupError where `pd` is not set up, or nothing is built
 */
export async function publish(names: string[], flags: PublishFlags, { env, stdout, color, confirm, second = 1000 }: PublishSurroundings): Promise<boolean> {
  const { green, red, dim } = pc.createColors(color);
  const print = (line: string) => void stdout.write(`${line}\n`);
  const chosen = await Promise.all(chosenOperations(readCatalog(env), names, flags).map((row) => candidate(row, env)));
  const record = recordFile(env);
  const profile = flags.profile ?? "default";
  const before = await published(record, profile);
  const isDone = ({ row, version, hash }: Candidate) => !flags.again && before[row.key]?.version === version && before[row.key]?.hash === hash;
  const open = chosen.filter((one) => !isDone(one));
  if (open.length < chosen.length) print(`${counted(chosen.length - open.length, "component")} already published and unchanged since (--again publishes everything again).`);
  if (open.length === 0) return true;
  await requirePd(env);

  for (const { row, version } of open) print(`  ${row.name} ${dim(`${TYPE_NAMES[row.type]} ${row.slug} ${version}`)}`);
  const question = `Publish ${counted(open.length, "component")} to ${flags.profile === undefined ? "your Pipedream workspace" : `the workspace of pd's profile ${flags.profile}`}?`;
  if (!flags.yes) {
    if (!confirm) throw new UsageError(`Nothing was published: there is no terminal to ask in. Add --yes to publish ${open.length === 1 ? "this component" : `these ${open.length} components`}.`);
    if (!await confirm(question)) throw new UsageError("Nothing was published.");
  }

  /** @returns whether it is published now, and what to print after its name */
  async function publishOne({ row, file, version, hash }: Candidate): Promise<[isThere: boolean, says: string]> {
    const outcome = await publishFile(file, flags.profile, { env, second, tell: (line) => print(dim(`  ${line}`)) });
    if (outcome.kind === "failed") return [false, `: ${oneLine(outcome.says)}`];
    const known = before[row.key];
    if (outcome.kind === "there" && known?.version === version && known.hash !== hash) {
      return [false, `: Pipedream has version ${version} with different code. Increase the version in ${row.file.replace(/mjs$/, "ts")}.`];
    }
    await remember(record, profile, row.key, { version, hash });
    return [true, outcome.kind === "there" ? " already published" : ""];
  }

  const failures: string[] = [];
  for (const [index, one] of open.entries()) {
    const [isThere, says] = await publishOne(one);
    print(`[${String(index + 1).padStart(String(open.length).length)}/${open.length}] ${isThere ? green("✓") : red("✗")} ${one.row.name} ${dim(one.version)}${says}`);
    if (!isThere) failures.push(one.row.slug);
  }
  print(failures.length === 0
    ? `${counted(open.length, "component")} published.`
    : `${open.length - failures.length} of ${counted(open.length, "component")} published. Not published: ${failures.join(", ")}. Run the same command again to retry them.`);
  return failures.length === 0;
}
