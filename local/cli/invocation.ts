/** How people start the command line, in a clone and wherever the package is installed. */
export const HIGHLEVEL = "npx highlevel";

/**
 * How an environment variable is set, a line for each usual shell of the system.
 * @param platform such as `process.platform`
 */
export function settingOf(name: string, value: string, platform: NodeJS.Platform): string[] {
  if (platform !== "win32") return [`export ${name}=${value}`];
  return [`$env:${name} = "${value}"    (PowerShell)`, `set ${name}=${value}    (cmd)`, `export ${name}=${value}    (Git Bash)`];
}

/** An argument as every usual shell takes it; undefined for one that no quotes make the same everywhere. */
export function quoted(argument: string): string | undefined {
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  return /["$`!\\\p{Cc}]/u.test(argument) ? undefined : `"${argument}"`;
}
