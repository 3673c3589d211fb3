import { endpointOf } from "../api/endpoint.ts";
import type { ListCall, ListRequest } from "../api/pagination/paginate.ts";
import type { Cursor } from "../api/pagination/paginators.ts";
import { visible } from "../core/text/characters.ts";
import { cut } from "../core/text/cut.ts";
import { cleaned, searchText } from "../input/form.ts";
import type { Resource } from "../resources/resource.ts";
import type { App, Endpoint, Fields, Option, OptionsCall } from "../core/types.ts";

/** A choice, with what tells it apart from others with the same label (by default, its value). */
export interface Choice extends Option { detail?: string }

export interface DropdownSpec {
  list: ListRequest<Fields>;
  /** How to offer a record: by its resource's label and id, or as a function says. */
  option: Resource | ((record: Fields) => Choice);
  /** What to request; `input` holds the props the dropdown depends on. */
  call(app: App, input: OptionsCall): ListCall;
  /** True where HighLevel searches; otherwise the labels of each page are searched here. */
  searchesItself?: boolean;
  /** Which records to offer. */
  where?(record: Fields, input: OptionsCall): boolean;
}

/** A shared prop. All other keys are the platform's. */
export interface SharedProp {
  type: string;
  label: string;
  description: string;
  optional?: boolean;
  /** Where choices come from; `options` is derived from it. */
  dropdown?: DropdownSpec;
  /** The endpoints that hand-written `options` read. */
  reads?: Endpoint[];
}

/** Adds a detail to labels that several choices share. */
function tellApart(choices: Choice[], detail: (choice: Choice) => string | undefined): Choice[] {
  const values = new Map<string, Set<string>>();
  for (const { label, value } of choices) values.set(label, (values.get(label) ?? new Set()).add(value));
  return choices.map((choice) => {
    const more = (values.get(choice.label)?.size ?? 0) > 1 ? detail(choice) : undefined;
    return more === undefined ? choice : { ...choice, label: `${choice.label} (${more})` };
  });
}

/** Choices in the platform's format, with unique labels. */
export function distinct(choices: Choice[]): Option[] {
  const told = tellApart(choices, ({ detail }) => detail);
  return tellApart(told, ({ value }) => value).map(({ label, value }) => ({ label, value }));
}

/** Marks drafts: they can be chosen, but are not public yet. */
export function withDraft(choice: Choice, { status }: Fields): Choice {
  return /^draft$/i.test(String(status)) ? { ...choice, label: `${choice.label} (draft)` } : choice;
}

/** Records per page. */
const PAGE = 100;
/** HighLevel refuses longer search texts. */
const MAX_QUERY = 75;

interface Context { after: Cursor | null }

/** Key of the {@link Lists} on a dropdown's `options`: a global symbol, as {@link OPERATION} is. */
export const LISTS = Symbol.for("highlevel.lists");

/** What is known about a dropdown without calling it. */
export interface Lists {
  /** Where its choices come from; empty where they are the same for every account. */
  endpoints: Endpoint[];
  /** Whether there may be further pages. */
  isPaged: boolean;
}

/** Attaches {@link Lists} to the `options` of a dropdown. */
function listing<F extends object>(endpoints: Endpoint[], options: F, isPaged = false): F {
  const lists: Lists = { endpoints: endpoints.map(endpointOf), isPaged };
  return Object.assign(options, { [LISTS]: lists });
}

/**
 * The `options` of a searchable, paged dropdown: names for people, ids for HighLevel.
 * Pages continue through `context`, which Pipedream passes back; an empty page ends the list.
 * @see https://pipedream.com/docs/components/contributing/api (async options)
 */
export function dropdown({ list, option, call, searchesItself, where }: DropdownSpec) {
  const choiceOf = typeof option === "function" ? option : (record: Fields): Choice => ({ label: option.label(record), value: option.id(record) });
  return listing([list], async function options(this: App, input: OptionsCall): Promise<{ options: Option[]; context: Context }> {
    const before = input.prevContext as Partial<Context> | undefined; // our own, passed back by the platform
    let after: Cursor | null | undefined = before?.after;
    const found: Option[] = [];
    const query = cut(searchText(input.query), MAX_QUERY);
    // searchText() reformats phone numbers; labels may contain the text as typed.
    const wanted = [query, visible(input.query ?? "")].map((text) => text.toLowerCase());
    // For the platform, a page without a match ends the list, so read on until there is one.
    while (after !== null && found.length === 0) {
      const { value: page, done } = await this.paginate(list, { pageSize: PAGE, ...call(this, { ...input, query }), after }).next();
      if (done || !page) break;
      const rows = distinct(page.items.filter((record) => where?.(record, input) ?? true).map(choiceOf));
      found.push(...rows.filter(({ label }) => searchesItself || wanted.some((text) => label.toLowerCase().includes(text))));
      after = page.next ?? null;
    }
    return { options: found, context: { after: after ?? null } };
  }, list.paginator.size !== undefined);
}

/** Shared props in the platform's format, with `options` for their dropdowns. */
export function withOptions<P extends object>(props: Record<string, P>): Record<string, object> {
  return Object.fromEntries(Object.entries(props).map(([name, { dropdown: spec, reads, ...prop }]: [string, P & Partial<SharedProp> & { options?: object }]) => {
    if (spec) return [name, { ...prop, useQuery: true, options: dropdown(spec) }];
    return [name, reads && prop.options ? { ...prop, options: listing(reads, prop.options) } : prop];
  }));
}

/**
 * The third part of a `propDefinition`: passes other props' values to the dropdown.
 * @param names props of the operation; `{ inDropdown: "propOfTheOperation" }` where the names differ
 * @returns the function for the platform; its `dependsOn` lists the operation's props
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

/** {@link dependsOn}, with further inputs that do not depend on the form. */
export function dependsOnWith(fixed: Fields, ...names: Parameters<typeof dependsOn>) {
  const inputs = dependsOn(...names);
  return Object.assign((configured: Fields): Fields => ({ ...inputs(configured), ...fixed }), { dependsOn: inputs.dependsOn });
}

/** Some builders pass a chosen value together with its label. */
function valueOf(value: unknown): unknown {
  return value !== null && typeof value === "object" && "value" in value ? value.value : value;
}
