import { endpointOf } from "../api/endpoint.ts";
import type { ListCall, ListRequest } from "../api/pagination/paginate.ts";
import type { Cursor } from "../api/pagination/paginators.ts";
import { visible } from "../core/text/characters.ts";
import { cut } from "../core/text/cut.ts";
import { cleaned, searchText } from "../input/form.ts";
import type { App, Endpoint, Fields, Option, OptionsCall } from "../core/types.ts";

/** A choice, and what tells it apart from others with the same label (its value if nothing better is known). */
export interface Choice extends Option { detail?: string }

export interface DropdownSpec {
  list: ListRequest<Fields>;
  option(record: Fields): Choice;
  /** What one reading asks for; `input` holds the props the dropdown depends on. */
  call(app: App, input: OptionsCall): ListCall;
  /** True where `call` passes the search text on; otherwise the labels of each page are searched. */
  searchesItself?: boolean;
  /** Records left out. */
  where?(record: Fields, input: OptionsCall): boolean;
}

/** A prop that operations share. Keys beside these are the platform's. */
export interface SharedProp {
  type: string;
  label: string;
  description: string;
  optional?: boolean;
  /** Where choices come from; `options` are made of it. */
  dropdown?: DropdownSpec;
  /** What `options` of the prop's own read. */
  reads?: Endpoint[];
}

/** Adds to each label that several choices share what tells them apart. */
function tellApart(choices: Choice[], detail: (choice: Choice) => string | undefined): Choice[] {
  const values = new Map<string, Set<string>>();
  for (const { label, value } of choices) values.set(label, (values.get(label) ?? new Set()).add(value));
  return choices.map((choice) => {
    const more = (values.get(choice.label)?.size ?? 0) > 1 ? detail(choice) : undefined;
    return more === undefined ? choice : { ...choice, label: `${choice.label} (${more})` };
  });
}

/** Choices as the platform takes them, each with a label of its own. */
export function distinct(choices: Choice[]): Option[] {
  const told = tellApart(choices, ({ detail }) => detail);
  return tellApart(told, ({ value }) => value).map(({ label, value }) => ({ label, value }));
}

/** A choice that says so where the record is a draft: it can be chosen, but nobody sees it yet. */
export function withDraft(choice: Choice, { status }: Fields): Choice {
  return /^draft$/i.test(String(status)) ? { ...choice, label: `${choice.label} (draft)` } : choice;
}

/** Records a page of a dropdown. */
const PAGE = 100;
/** HighLevel refuses longer search texts. */
const MAX_QUERY = 75;

interface Context { after: Cursor | null }

/** Where a dropdown's `options` carry what is known of them without asking. In the global registry, as {@link OPERATION} is. */
export const LISTS = Symbol.for("highlevel.lists");

/** What is known of a dropdown without asking. */
export interface Lists {
  /** What its choices are read from; empty where they are the same for every account. */
  endpoints: Endpoint[];
  /** Whether there may be further pages. */
  isPaged: boolean;
}

/** The `options` of a dropdown, with what they are read from. */
function listing<F extends object>(endpoints: Endpoint[], options: F, isPaged = false): F {
  const lists: Lists = { endpoints: endpoints.map(endpointOf), isPaged };
  return Object.assign(options, { [LISTS]: lists });
}

/**
 * The `options` of a searchable, paged dropdown: names for people, ids for HighLevel.
 * Pages are continued through `context`, as Pipedream passes it back; an empty page ends the list.
 * @see https://pipedream.com/docs/components/contributing/api (async options)
 */
export function dropdown({ list, option, call, searchesItself, where }: DropdownSpec) {
  return listing([list], async function options(this: App, input: OptionsCall): Promise<{ options: Option[]; context: Context }> {
    const before = input.prevContext as Partial<Context> | undefined; // ours, handed back by the platform
    let after: Cursor | null | undefined = before?.after;
    const found: Option[] = [];
    const query = cut(searchText(input.query), MAX_QUERY);
    // What looks like a phone number may stand in a name as it is typed here.
    const wanted = [query, visible(input.query ?? "")].map((text) => text.toLowerCase());
    // A page without a match would end the list for the platform, so the next one is read at once.
    while (after !== null && found.length === 0) {
      const { value: page, done } = await this.paginate(list, { pageSize: PAGE, ...call(this, { ...input, query }), after }).next();
      if (done || !page) break;
      const rows = distinct(page.items.filter((record) => where?.(record, input) ?? true).map(option));
      found.push(...rows.filter(({ label }) => searchesItself || wanted.some((text) => label.toLowerCase().includes(text))));
      after = page.next ?? null;
    }
    return { options: found, context: { after: after ?? null } };
  }, list.paginator.size !== undefined);
}

/** Shared props as the platform takes them: with the functions that list the choices of their dropdowns. */
export function withOptions<P extends object>(props: Record<string, P>): Record<string, object> {
  return Object.fromEntries(Object.entries(props).map(([name, { dropdown: spec, reads, ...prop }]: [string, P & Partial<SharedProp> & { options?: object }]) => {
    if (spec) return [name, { ...prop, useQuery: true, options: dropdown(spec) }];
    return [name, reads && prop.options ? { ...prop, options: listing(reads, prop.options) } : prop];
  }));
}

/**
 * The third part of a `propDefinition`: passes other props' values on to the dropdown.
 * @param names props of the operation; `{ inDropdown: "propOfTheOperation" }` where the names differ
 * @returns the function that the platform calls; `dependsOn` has the names of the operation's props
 */
export function dependsOn(...names: (string | Record<string, string>)[]) {
  const pairs = names.flatMap((name): [string, string][] => (typeof name === "string" ? [[name, name]] : Object.entries(name)));
  const inputs = (configured: Fields): Fields => {
    const given = Object.fromEntries(pairs.map(([, source]) => [source, valueOf(configured[source])]));
    const clean = cleaned(given);
    return Object.fromEntries(pairs.map(([target, source]) => [target, source in clean ? clean[source] : given[source]]));
  };
  return Object.assign(inputs, { dependsOn: pairs.map(([, source]) => source) });
}

/** {@link dependsOn}, and inputs of the dropdown that are the same whatever the form holds. */
export function dependsOnWith(fixed: Fields, ...names: Parameters<typeof dependsOn>) {
  const inputs = dependsOn(...names);
  return Object.assign((configured: Fields): Fields => ({ ...inputs(configured), ...fixed }), { dependsOn: inputs.dependsOn });
}

/** Values chosen in some builders come with their label. */
function valueOf(value: unknown): unknown {
  return value !== null && typeof value === "object" && "value" in value ? value.value : value;
}
