/** How to start the command line, in a clone or where the package is installed. */
export const HIGHLEVEL = "npx highlevel";

/**
 * How to set an environment variable: one line for each common shell of the system.
 * @param platform such as `process.platform`
 */
export function settingOf(name: string, value: string, platform: NodeJS.Platform): string[] {
  if (platform !== "win32") return [`export ${name}=${value}`];
  return [`$env:${name} = "${value}"    (PowerShell)`, `set ${name}=${value}    (cmd)`, `export ${name}=${value}    (Git Bash)`];
}

/** An argument quoted for every common shell; undefined if that is impossible. */
export function quoted(argument: string): string | undefined {
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  return /["$`!\\\p{Cc}]/u.test(argument) ? undefined : `"${argument}"`;
}
