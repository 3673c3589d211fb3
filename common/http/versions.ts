const DEFAULT_VERSION = "2021-07-28";

/** Apps whose documented API version differs from the default. */
const VERSIONS: Record<string, string> = {
  calendars: "2021-04-15",
  conversations: "2021-04-15",
};

/**
 * The `Version` header of an endpoint.
 * @param path path (or path template) such as `/contacts/{contactId}`
 * @see https://marketplace.gohighlevel.com/docs/
 */
export function versionOf(path: string): string {
  return VERSIONS[path.split("/")[1] ?? ""] ?? DEFAULT_VERSION;
}
