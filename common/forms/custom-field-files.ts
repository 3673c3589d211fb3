import { ConfigurationError } from "#platform";
import { itemsOf, objectOf } from "../core/text/values.ts";
import { fingerprint } from "../core/fingerprint.ts";
import type { CustomField } from "../resources/custom-fields.ts";
import { fileNameOf, linksOf } from "../core/text/links.ts";
import type { Fields } from "../core/types.ts";

/** HighLevel describes a file as an object with its address: `{ url, meta, documentId }`. */
const isFile = (value: Fields | undefined): value is Fields => typeof value?.url === "string";

/** The key of a file in the map that is sent: its own, or one that is always the same for the same address. */
function keyOf({ url, meta }: Fields): string {
  const uuid = objectOf(meta)?.uuid;
  return typeof uuid === "string" && uuid ? uuid : fingerprint(url, 22);
}

function fromLink(field: CustomField, link: string, label: string): Fields {
  if (!/^https?:\/\/\S+$/i.test(link) || !URL.canParse(link)) {
    throw new ConfigurationError(`${label}: the custom field "${field.name}" takes links to files, such as https://example.com/contract.pdf, not "${link}".`);
  }
  const uuid = fingerprint(link, 22);
  return { meta: { fieldname: field.id, originalname: fileNameOf(link), uuid }, url: link };
}

/**
 * Files as the map that is sent: from links, from a list of files as opportunities have it, or from a map as contacts have it.
 * @param label of the form's field, for errors
 * @throws ConfigurationError for a link that is not a web address
 */
export function files(field: CustomField, value: unknown, label: string): Fields {
  const object = objectOf(value);
  if (object && !isFile(object)) {
    return Object.fromEntries(Object.entries(object).map(([key, file]) => [key, objectOf(file) ?? fromLink(field, String(file), label)]));
  }
  const found = itemsOf(value).flatMap((item) => {
    const given = objectOf(item);
    return isFile(given) ? [given] : linksOf([item]).map((link) => fromLink(field, link, label));
  });
  const sent: Fields = {};
  for (const file of found) {
    const key = keyOf(file);
    const isTaken = sent[key] !== undefined && objectOf(sent[key])?.url !== file.url;
    sent[isTaken ? fingerprint(file.url, 22) : key] = file;
  }
  return sent;
}

/**
 * A signature is one file, `{ url, meta }`, sent as it is; a list with one item stands for that item. Text stays text.
 * @param label of the form's field, for the error
 * @throws ConfigurationError for several
 */
export function signature(field: CustomField, value: unknown, label: string): unknown {
  const items = itemsOf(value);
  if (items.length === 1) return objectOf(items[0]) ?? String(items[0]);
  throw new ConfigurationError(`${label}: the custom field "${field.name}" takes one signature, but ${items.length} were given.`);
}
