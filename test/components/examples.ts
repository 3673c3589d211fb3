/** The examples that the manifest has for the fields of a form, as somebody would copy them into it. */
import { readManifest } from "../../local/cli/catalog.ts";

/** Examples that are right for another account only, or after an error. */
const OWN = new Set(["customFields", "continueWithContactId"]);

const { operations } = readManifest(process.env);

/** The examples of an operation by prop; undefined where it has none. */
export function examplesOf(slug: string): Record<string, unknown> | undefined {
  const fields = operations.find((known) => known.slug === slug)?.fields.filter(({ prop, example }) => example !== undefined && !OWN.has(prop)) ?? [];
  return fields.length > 0 ? Object.fromEntries(fields.map(({ prop, example }) => [prop, example])) : undefined;
}
