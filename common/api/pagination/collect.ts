import type { App } from "../../core/types.ts";
import type { ListCall, ListRequest } from "./paginate.ts";

/**
 * All records of a list, for lists that are small or limited by the user.
 * @param most stop after this many
 */
export async function collect<T extends object>(app: App, list: ListRequest<T>, call?: ListCall, most = Infinity): Promise<T[]> {
  const found: T[] = [];
  for await (const { items } of app.paginate(list, call)) {
    found.push(...items.slice(0, most - found.length));
    if (found.length >= most) break;
  }
  return found;
}
