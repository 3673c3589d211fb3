import { ConfigurationError } from "#platform";
import { collect } from "../api/pagination/collect.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import type { Resource } from "../resources/resource.ts";
import { nameKey } from "../core/text/characters.ts";
import type { Fields } from "../core/types.ts";
import { deadlineOf } from "./deadline.ts";
import type { Input } from "./fields.ts";

/** HighLevel's ids are long and have digits; a name that looks the same would have to be chosen from the list. */
const ID = /^(?=.*\d)[\w-]{16,}$/;

/** Records of a sub-account that can be named in a form. */
export interface Named {
  list: ListRequest<Fields>;
  resource: Resource;
  /** Of the form's field. */
  label: string;
}

/**
 * The ids of records that are given by id or by name. HighLevel is asked only if one does not look like an id.
 * @throws ConfigurationError for a name that no record has, or several have
 */
export async function idsByName({ app, props, $ }: Input, given: string[], { list, resource, label }: Named): Promise<string[]> {
  if (given.every((text) => ID.test(text))) return given;
  const records = await collect(app, list, { query: { locationId: app.locationId(props.locationId) }, deadline: deadlineOf($) });
  return given.map((text) => {
    const byName = records.filter((record) => nameKey(resource.label(record)) === nameKey(text)).map((record) => resource.id(record));
    if (ID.test(text) || records.some((record) => resource.id(record) === text)) return text;
    if (byName[0] === undefined) throw new ConfigurationError(`${label}: there is no ${resource.noun} "${text}" in this sub-account. Choose one from the list.`);
    if (byName.length === 1) return byName[0];
    throw new ConfigurationError(`${label}: "${text}" is the name of more than one ${resource.noun}. Write the id of the one you mean: ${byName.join(" or ")}.`);
  });
}
