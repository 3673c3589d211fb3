/** npm run publish:pipedream -- <what>: publishes built components to a Pipedream workspace. */
import { Command } from "commander";
import pc from "picocolors";
import { confirm } from "../../../local/cli/confirm.ts";
import { describeError, EXIT, exitCodeOf } from "../../../local/cli/errors.ts";
import { printable } from "../../../local/cli/printable.ts";
import { publish } from "./publish.ts";
import type { PublishFlags } from "./publish.ts";

const { env, stdin, stdout, stderr } = process;

await new Command("publish:pipedream")
  .description("Publishes built components to your Pipedream workspace with Pipedream's command line, pd (log in once: pd login).")
  .usage("[options] [category or operation ...]")
  .argument("[names...]", "categories (contacts) and operations (create-contact)")
  .option("--all", "all operations")
  .option("--actions", "only actions")
  .option("--triggers", "only triggers")
  .option("--profile <name>", "the pd profile to use, for a workspace other than your default one")
  .option("--again", "publish unchanged components again")
  .option("--yes", "do not ask")
  .addHelpText("after", "\nRemembers what it has published and picks up where it stopped.\nExit codes: 0 all published, 1 something was not, 2 wrong usage.")
  .action(async (names: string[], flags: PublishFlags) => {
    try {
      const isDone = await publish(names, flags, { env, stdout, color: pc.isColorSupported, ...(stdin.isTTY && { confirm }) });
      process.exitCode = isDone ? EXIT.ok : EXIT.failed;
    } catch (error) {
      stderr.write(`${pc.red("Error:")} ${printable(describeError(error, false))}\n`);
      process.exitCode = exitCodeOf(error);
    }
  })
  .parseAsync();
