import type { CommanderError } from "commander";
import camelCase from "lodash/camelCase.js";
import escapeRegExp from "lodash/escapeRegExp.js";
import sortBy from "lodash/sortBy.js";
import takeWhile from "lodash/takeWhile.js";
import { TYPE_NAMES, commandFor, readCatalog } from "./catalog.ts";
import { fieldsOf } from "./commands/props.ts";
import { HIGHLEVEL, quoted } from "./invocation.ts";

/** The commands that take fields. */
const WITH_FIELDS = new Set(["run", "poll", "options"]);

const isFlag = (word: string | undefined) => word === undefined || /^--?[a-z]/i.test(word);

/** `--prop email=ann@example.com`, or `--prop email=...` where the value is unknown or cannot be quoted. */
function asProp(name: string, value?: string): string {
  const pair = value === undefined ? undefined : quoted(`${name}=${value}`);
  return `--prop ${pair ?? `${name}=...`}`;
}

/** For a field written as an option: `--email x`, `--first-name=Ada`. */
function forOption([command = "", ...rest]: string[], message: string): string {
  if (isFlag(command)) return `Put options after the command, such as ${HIGHLEVEL} catalog --json.`;
  const flag = /'--([^'=]+)/.exec(message)?.[1];
  if (!WITH_FIELDS.has(command) || flag === undefined) return "";
  const at = rest.findIndex((word) => word === `--${flag}` || word.startsWith(`--${flag}=`));
  const [, inWord] = /=(.*)$/s.exec(rest[at] ?? "") ?? [];
  const next = rest[at + 1];
  return `Write fields as: ${asProp(camelCase(flag), inWord ?? (isFlag(next) ? undefined : next))}`;
}

/** For too many words: fields without `--prop`, or an operation written as several words. */
function forExcess([command = "", slug = "", ...rest]: string[]): string {
  if (!WITH_FIELDS.has(command)) return "";
  const fields = rest.map((word) => /^(\w+)=(.*)$/s.exec(word)).filter((match) => match !== null);
  if (fields.length > 0) return `Write fields as: ${fields.map(([, name = "", value]) => asProp(name, value)).join(" ")}`;
  const words = [slug, ...rest].filter((word) => !isFlag(word));
  return `An operation is one word. To find it: ${HIGHLEVEL} search ${words.map((word) => quoted(word) ?? "...").join(" ")}`;
}

/** For an operation without a command, or search words. */
function forCommand(args: string[], env: NodeJS.ProcessEnv): string {
  const words = takeWhile(args, (word) => !isFlag(word));
  let rows: ReturnType<typeof readCatalog> = [];
  try {
    rows = readCatalog(env);
  } catch {
    // Without a build, there are no operations.
  }
  const row = rows.find(({ slug }) => slug === words[0] || slug === words.join("-"));
  if (row) return `${row.slug} is the name of an operation (${TYPE_NAMES[row.type]}): ${commandFor(row)}`;
  return `To list the commands: ${HIGHLEVEL} --help. To find an operation: ${HIGHLEVEL} search ${words.map((word) => quoted(word) ?? "...").join(" ")}`;
}

/**
 * A hint at what the user probably meant; an empty text if that is unknown.
 * @param args as typed
 */
export function hintFor({ code, message }: CommanderError, args: string[], env: NodeJS.ProcessEnv): string {
  switch (code) {
    case "commander.unknownOption": return forOption(args, message);
    case "commander.excessArguments": return forExcess(args);
    case "commander.invalidArgument": return args[0] === "completion" && /^(powershell|pwsh)$/i.test(args[1] ?? "")
      ? "There is no completion for PowerShell. In Git Bash and WSL, use the one for bash." : "";
    case "commander.unknownCommand": return forCommand(args, env);
    default: return "";
  }
}

/** How to set the fields that a component's message names by label. */
async function namedIn(message: string, slug: string, args: string[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const labelled = fieldsOf(slug, env).filter(({ name, label }) => camelCase(label) !== name);
  let rest = message;
  // Longest first, so that "Contact Name" does not also match the field Name.
  const named = sortBy(labelled, ({ label }) => -label.length).filter(({ label }) => {
    const before = rest;
    rest = rest.replaceAll(new RegExp(`(?<![\\w-])${escapeRegExp(label)}(?![\\w-])`, "g"), "");
    return rest !== before;
  });
  const isGiven = (name: string) => args.some((word) => word === "--props" || word.startsWith("--props=") || word.replace(/^--prop=/, "").startsWith(`${name}=`));
  return named.map(({ name, label }) => `For ${label}, ${isGiven(name) ? "correct" : "add"} --prop ${name}=...`);
}

/** What to do about an error in a field: how to set the fields it names, and where to find all of them. */
export async function fieldsHint({ name, message }: Error, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const [command = "", slug] = args;
  const isKnown = WITH_FIELDS.has(command) && slug !== undefined && !isFlag(slug);
  // The runtime's own errors contain the names.
  const named = isKnown && name === "ConfigurationError" ? await namedIn(message, slug, args, env).catch(() => []) : []; // the error itself is reported anyway
  return [...named, allFields(isKnown ? slug : undefined)].join("\n");
}

function allFields(slug: string | undefined): string {
  return `The fields of ${slug === undefined ? `an operation: ${HIGHLEVEL} props <slug>` : `this operation: ${HIGHLEVEL} props ${quoted(slug) ?? "<slug>"}`}`;
}
