import type { CommanderError } from "commander";
import camelCase from "lodash/camelCase.js";
import takeWhile from "lodash/takeWhile.js";
import { TYPE_NAMES, commandFor, readCatalog } from "./catalog.ts";
import { HIGHLEVEL, quoted } from "./invocation.ts";

/** The commands that take fields. */
const WITH_FIELDS = new Set(["run", "poll", "options"]);

const isFlag = (word: string | undefined) => word === undefined || /^--?[a-z]/i.test(word);

/** `--prop email=ann@example.com`, or `--prop email=...` where no value is known or can be quoted. */
function asProp(name: string, value?: string): string {
  const pair = value === undefined ? undefined : quoted(`${name}=${value}`);
  return `--prop ${pair ?? `${name}=...`}`;
}

/** A field that was written as an option: `--email x`, `--first-name=Ada`. */
function forOption([command = "", ...rest]: string[], message: string): string {
  if (isFlag(command)) return `Write options behind the command, such as ${HIGHLEVEL} catalog --json.`;
  const flag = /'--([^'=]+)/.exec(message)?.[1];
  if (!WITH_FIELDS.has(command) || flag === undefined) return "";
  const at = rest.findIndex((word) => word === `--${flag}` || word.startsWith(`--${flag}=`));
  const [, inWord] = /=(.*)$/s.exec(rest[at] ?? "") ?? [];
  const next = rest[at + 1];
  return `A field is given as: ${asProp(camelCase(flag), inWord ?? (isFlag(next) ? undefined : next))}`;
}

/** Words too many: fields without `--prop`, or an operation that was written in several words. */
function forExcess([command = "", slug = "", ...rest]: string[]): string {
  if (!WITH_FIELDS.has(command)) return "";
  const fields = rest.map((word) => /^(\w+)=(.*)$/s.exec(word)).filter((match) => match !== null);
  if (fields.length > 0) return `A field is given as: ${fields.map(([, name = "", value]) => asProp(name, value)).join(" ")}`;
  const words = [slug, ...rest].filter((word) => !isFlag(word));
  return `An operation is one word. Look for it: ${HIGHLEVEL} search ${words.map((word) => quoted(word) ?? "...").join(" ")}`;
}

/** An operation without its command, or words to look for. */
function forCommand(args: string[], env: NodeJS.ProcessEnv): string {
  const words = takeWhile(args, (word) => !isFlag(word));
  let rows: ReturnType<typeof readCatalog> = [];
  try {
    rows = readCatalog(env);
  } catch {
    // Without a build, no operation is known.
  }
  const row = rows.find(({ slug }) => slug === words[0] || slug === words.join("-"));
  if (row) return `${row.slug} is the name of an operation (${TYPE_NAMES[row.type]}): ${commandFor(row)}`;
  return `The commands: ${HIGHLEVEL} --help. Look for an operation: ${HIGHLEVEL} search ${words.map((word) => quoted(word) ?? "...").join(" ")}`;
}

/**
 * What a person who used the command line wrongly probably meant; an empty text where nothing is known.
 * @param args as they were typed
 */
export function hintFor({ code, message }: CommanderError, args: string[], env: NodeJS.ProcessEnv): string {
  switch (code) {
    case "commander.unknownOption": return forOption(args, message);
    case "commander.excessArguments": return forExcess(args);
    case "commander.unknownCommand": return forCommand(args, env);
    default: return "";
  }
}

/** Where the fields of the operation that the arguments name are listed. */
export function fieldsHint([command = "", slug]: string[]): string {
  return `The fields of ${WITH_FIELDS.has(command) && slug && !isFlag(slug) ? `this operation: ${HIGHLEVEL} props ${quoted(slug) ?? "<slug>"}` : `an operation: ${HIGHLEVEL} props <slug>`}`;
}
