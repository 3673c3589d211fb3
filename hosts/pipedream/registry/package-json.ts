import { APP } from "./layout.ts";

/** Above the app's version in the registry (0.4.1 in November 2026); a major one, since it replaces the app's methods. */
const VERSION = "1.0.0";

/**
 * The package.json of the app folder, in the style of other apps in the registry.
 * @param used external imports: package names, possibly followed by a path
 * @param versions of our package's dependencies
 * @throws Error for a package that is not among them
 */
export function packageJson(used: Iterable<string>, versions: Record<string, string>): string {
  const packages = new Set([...used].map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]));
  const dependencies = Object.fromEntries([...packages].sort().map((name) => {
    if (!versions[name]) throw new Error(`The components import ${name}, which is not among the dependencies in package.json. Add it there.`);
    return [name, versions[name]];
  }));
  return `${JSON.stringify({
    name: `@pipedream/${APP}`,
    version: VERSION,
    description: "Pipedream HighLevel (OAuth) Components",
    main: `${APP}.app.mjs`,
    keywords: ["pipedream", APP],
    homepage: `https://pipedream.com/apps/${APP}`,
    author: "Pipedream <support@pipedream.com> (https://pipedream.com/)",
    publishConfig: { access: "public" },
    dependencies,
  }, null, 2)}\n`;
}
