import { Argument, Command, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { catalogCommand } from "./commands/catalog.ts";
import type { CatalogFlags } from "./commands/catalog.ts";
import { complete, SCRIPTS } from "./completion.ts";
import type { Shell } from "./completion.ts";
import { settingOf } from "./invocation.ts";
import { optionsCommand } from "./commands/options.ts";
import type { OptionsFlags } from "./commands/options.ts";
import { pollCommand } from "./commands/poll.ts";
import type { PollFlags } from "./commands/poll.ts";
import { runCommand } from "./commands/run.ts";
import type { RunFlags } from "./commands/run.ts";
import { sandboxCommand } from "./commands/sandbox.ts";
import type { SandboxFlags } from "./commands/sandbox.ts";
import { propsCommand } from "./commands/props.ts";
import type { Flags } from "./output.ts";
import { Output } from "./output.ts";
import { oneLine } from "./printable.ts";
import type { Surroundings } from "./surroundings.ts";
import { collectProp, numberFrom } from "./values.ts";

/** The text below the help. */
const environment = (platform: NodeJS.Platform) => `
Account:
  By default, commands use a local sandbox: the one at HIGHLEVEL_SANDBOX_URL, else a new one that ends with the command.
  For a real account, set HIGHLEVEL_TOKEN (OAuth access token or pit-...), HIGHLEVEL_LOCATION_ID, and if needed
  HIGHLEVEL_COMPANY_ID and HIGHLEVEL_BASE_URL. It is used whenever HIGHLEVEL_TOKEN is set, except with --sandbox.
  To set a variable in this terminal:
    ${settingOf("HIGHLEVEL_TOKEN", "pit-...", platform).join("\n    ")}

Exit codes: 0 success, 1 the operation failed, 2 wrong usage.`;

/** Adds the options of commands that run components: fields and account. */
function withComponent(command: Command): Command {
  return command
    .option("--prop <name=value>", "value of a field; repeat it for several, repeat a name for a list, write JSON for objects", collectProp)
    .option("--props <file>", "fields from a JSON file, or from standard input with -; --prop overrides them")
    .option("--live", "use the real account of HIGHLEVEL_TOKEN")
    .option("--sandbox", "use a sandbox even if HIGHLEVEL_TOKEN is set");
}

function everyCommand(command: Command): Command {
  return command
    .option("--json", "only machine-readable output on stdout, errors included")
    .option("--debug", "show where an error comes from");
}

/**
 * The command line. Its actions reject with the errors that cli.ts reports; wrong usage, help and version reject with a
 * CommanderError.
 */
export function buildProgram(around: Surroundings): Command {
  const { stdout, stderr, color, env, platform } = around;
  const outputOf = (flags: Flags) => new Output(flags.json === true, around);
  const program = new Command("highlevel")
    // Commands inherit these two on creation, so they come first.
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined, // cli.ts reports all errors
      getOutHelpWidth: () => (stdout.isTTY ? stdout.columns : undefined) as number, // commander's own default, although its type excludes undefined
      getErrHelpWidth: () => (stderr.isTTY ? stderr.columns : undefined) as number,
      getOutHasColors: () => color,
      getErrHasColors: () => color,
    })
    .version(packageJson.version, "--version", "print the version of this package")
    .description("Runs the HighLevel components on this machine.")
    .usage("<command> [options]")
    .addHelpText("after", environment(platform));
  everyCommand(program.command("sandbox"))
    .description("run a local HighLevel until Ctrl-C")
    .option("--port <port>", "port to listen on", numberFrom(0, true), 8080)
    .option("--contacts <count>", "grow the demo account to this many contacts", numberFrom(0, true))
    .addOption(new Option("--rate-limit <on|off>", "refuse requests over HighLevel's limits").choices(["on", "off"]).default("on"))
    .action((flags: SandboxFlags) => sandboxCommand(flags, outputOf(flags), around));
  withComponent(everyCommand(program.command("run <slug>")))
    .description("run an action; prints its summary and what it returns")
    .option("--yes", "delete or overwrite data in a real account without confirmation")
    .option("--timeout <seconds>", "limit of the run", numberFrom(0.1, false), 60)
    .action((slug: string, flags: RunFlags) => runCommand(slug, flags, outputOf(flags), around));
  withComponent(everyCommand(program.command("poll <slug>")))
    .description("deploy a trigger and poll it; prints its events (--json: one line each)")
    .option("--every <seconds>", "time between polls", numberFrom(0.1, false), 60)
    .option("--once", "poll once, then end")
    .option("--state <file>", "keep the trigger's state in this file, to continue from it next time")
    .option("--timeout <seconds>", "limit of each poll", numberFrom(0.1, false), 60)
    .action((slug: string, flags: PollFlags) => pollCommand(slug, flags, outputOf(flags), around));
  withComponent(everyCommand(program.command("options <slug> <field>")))
    .description("list the choices of a field")
    .option("--query <text>", "search for this")
    .option("--page <number>", "page, from 0", numberFrom(0, true), 0)
    .action((slug: string, prop: string, flags: OptionsFlags) => optionsCommand(slug, prop, flags, outputOf(flags), around));
  everyCommand(program.command("catalog [words...]"))
    .aliases(["search", "list"])
    .description("list the operations: all, those of a category, or those with these words")
    .addOption(new Option("--type <type>", "only these").choices(["action", "trigger"]))
    .action((words: string[], flags: CatalogFlags) => catalogCommand(words, flags, outputOf(flags), env));
  everyCommand(program.command("props <slug>"))
    .description("list the fields of an operation")
    .action((slug: string, flags: Flags) => propsCommand(slug, outputOf(flags), env));
  program.command("completion")
    .description("print the script that completes commands, operations and fields with Tab")
    .addArgument(new Argument("<shell>", "bash, zsh or fish; there is none for PowerShell").choices(Object.keys(SCRIPTS)))
    .action((shell: Shell) => void stdout.write(`${SCRIPTS[shell]}\n`));
  program.command("complete <line>", { hidden: true })
    .action(async (line: string) => {
      for (const { value, description = "" } of await complete(program, line, env)) stdout.write(`${oneLine(value)}\t${oneLine(description)}\n`);
    });
  return program;
}
