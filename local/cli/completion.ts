import type { Command, Option } from "commander";
import { readCatalog } from "./catalog.ts";
import { fieldsOf } from "./commands/props.ts";

/** A possible completion of a word; one that ends in `=` is not complete yet. */
export interface Candidate {
  value: string;
  description?: string;
}

/** The type of operation that a command takes; other commands take both. */
const TYPES: Record<string, "action" | "source"> = { run: "action", poll: "source" };

const sentence = (text = "") => text.split(/(?<=\.)\s|\n/, 1)[0] ?? "";

/** The words of a command line up to the cursor, without quotes; the last one is empty after a space. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|"[^"]*"?|'[^']*'?|[^\s"'\\])+/g) ?? [];
  const plain = words.map((word) => word.replace(/\\(.)|["']/g, "$1"));
  return /(?:^|[^\\])\s$/.test(line) ? [...plain, ""] : plain;
}

const takesValue = (option: Option | undefined) => option !== undefined && (option.required || option.optional);

/** The fields of an operation, or their fixed choices once the name is there. */
function fields(slug: string, word: string, env: NodeJS.ProcessEnv): Candidate[] {
  const props = fieldsOf(slug, env);
  const at = word.indexOf("=");
  if (at < 0) return props.map(({ name, label }) => ({ value: `${name}=`, description: label }));
  const prop = props.find(({ name }) => name === word.slice(0, at));
  const choices = prop?.options ?? (prop?.type === "boolean" ? ["true", "false"].map((value) => ({ value, label: value })) : []);
  return choices.map(({ value, label }) => ({ value: `${prop?.name}=${value}`, ...(label !== value && { description: label }) }));
}

/** The possible values of a positional argument. */
async function argument(name: string, command: string, [slug = ""]: string[], env: NodeJS.ProcessEnv): Promise<Candidate[]> {
  switch (name) {
    case "slug":
      return readCatalog(env)
        .filter(({ type }) => TYPES[command] === undefined || TYPES[command] === type)
        .map((row) => ({ value: row.slug, description: sentence(row.description) }));
    case "field":
      return fieldsOf(slug, env)
        .filter(({ hasOptions }) => hasOptions)
        .map((prop) => ({ value: prop.name, description: prop.label }));
    case "words":
      return [...new Set(readCatalog(env).map(({ category }) => category))].map((value) => ({ value }));
    default:
      return [];
  }
}

async function candidates(program: Command, line: string, env: NodeJS.ProcessEnv): Promise<Candidate[]> {
  const words = wordsOf(line).slice(1);
  const word = words.pop() ?? "";
  const [name, ...before] = words;
  if (name === undefined) return program.createHelp().visibleCommands(program).map((one) => ({ value: one.name(), description: one.description() }));
  const command = program.commands.find((one) => one.name() === name || one.aliases().includes(name));
  if (!command) return [];
  const optionOfWord = (text: string | undefined) => command.options.find(({ long, short }) => text !== undefined && (long === text || short === text));
  const positional = before.filter((text, at) => !text.startsWith("-") && !takesValue(optionOfWord(before[at - 1])));
  const option = optionOfWord(before.at(-1));
  if (option && takesValue(option)) {
    if (option.long === "--prop") return fields(positional[0] ?? "", word, env);
    return (option.argChoices ?? []).map((value) => ({ value }));
  }
  if (word.startsWith("-")) return command.createHelp().visibleOptions(command).map(({ long, description }) => ({ value: long ?? "", description }));
  const wanted = command.registeredArguments[positional.length] ?? command.registeredArguments.find(({ variadic }) => variadic);
  if (!wanted) return [];
  return wanted.argChoices ? wanted.argChoices.map((value) => ({ value })) : argument(wanted.name(), command.name(), positional, env);
}

/**
 * The possible completions of the last word of a command line.
 * @param line up to the cursor, including the program's name
 * @returns nothing for file names, where nothing is known, and after an error
 */
export async function complete(program: Command, line: string, env: NodeJS.ProcessEnv): Promise<Candidate[]> {
  const word = wordsOf(line).at(-1) ?? "";
  const all = await candidates(program, line, env).catch(() => []); // an error would only get in the way of typing
  return all.filter(({ value }) => value.startsWith(word));
}

const BASH = `# bash completion for highlevel
_highlevel() {
  local line="\${COMP_LINE:0:COMP_POINT}" value description prefix=""
  local word="\${line##* }"
  # Bash splits words at "=" and keeps the part before it.
  case "$word" in *=*) [[ "$COMP_WORDBREAKS" == *=* ]] && prefix="\${word%%=*}=" ;; esac
  COMPREPLY=()
  while IFS=$'\\t' read -r value description; do
    value="\${value#"$prefix"}"
    case "$value" in
      *=) COMPREPLY+=("$value") ;;
      *) printf -v value '%q ' "$value"; COMPREPLY+=("$value") ;;
    esac
  done < <(highlevel complete "$line" 2>/dev/null)
}
complete -o nospace -o default -F _highlevel highlevel`;

const ZSH = `#compdef highlevel
_highlevel() {
  local -a open openTexts closed closedTexts
  local value description
  while IFS=$'\\t' read -r value description; do
    if [[ "$value" == *= ]]; then
      open+=("$value"); openTexts+=("\${value}\${description:+  -- $description}")
    else
      closed+=("$value"); closedTexts+=("\${value}\${description:+  -- $description}")
    fi
  done < <(highlevel complete "\${(j: :)words[1,CURRENT]}" 2>/dev/null)
  (( $#open + $#closed )) || { _files; return }
  (( $#open )) && compadd -l -S '' -d openTexts -a open
  (( $#closed )) && compadd -l -d closedTexts -a closed
  return 0
}
if [[ "$funcstack[1]" == _highlevel ]]; then _highlevel "$@"; else compdef _highlevel highlevel; fi`;

const FISH = `# fish completion for highlevel
function __highlevel_candidates
    highlevel complete (commandline -cp | string collect) 2>/dev/null
end
complete -c highlevel -f -a '(__highlevel_candidates)'
complete -c highlevel -l state -r -F
complete -c highlevel -l props -r -F`;

/** The completion scripts by shell. */
export const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const;

export type Shell = keyof typeof SCRIPTS;
