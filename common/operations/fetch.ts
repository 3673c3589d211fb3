import { HighLevelError } from "../api/http/errors.ts";
import { pathParams } from "../api/http/shape.ts";
import type { ListCall, ListRequest, Page } from "../api/pagination/paginate.ts";
import { counted, plural, textsOf } from "../core/text/values.ts";
import type { Endpoint, Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { mapped } from "../input/field-map.ts";
import { readFields } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { recordIn } from "../resources/resource.ts";
import type { Resource } from "../resources/resource.ts";
import { action, endpoint } from "./action.ts";
import type { CustomSpec, EndpointSpec } from "./action.ts";
import { withForm } from "./summary.ts";

/** Records that are fetched where the form does not say how many. */
const DEFAULT_MOST = 100;

/** A record as the user wants it: all of it, some of its fields (and its id), or in a schema of the user's own. */
function shaped(record: Fields, { fieldMap, returnFields }: Fields): Fields {
  const wanted = textsOf(returnFields);
  const kept = wanted.length === 0 ? record : Object.fromEntries(Object.entries(record).filter(([name]) => ["id", "_id", ...wanted].includes(name)));
  return mapped(kept, fieldMap);
}

export interface FetchRecordSpec<R extends Fields> extends Omit<EndpointSpec, "summary" | "result" | "body"> {
  resource: Resource<R>;
  /** Keys under which the record may come (documented and live shape); without one it is the whole answer. */
  envelope?: string | string[];
}

/**
 * The behavior of an action that fetches one record: one request.
 * Where the form has `returnFields` or `fieldMap`, they shape what is returned.
 * @throws HighLevelError where HighLevel's answer has no record in it
 */
export function fetchRecord<R extends Fields>({ resource, envelope, ...spec }: FetchRecordSpec<R>) {
  return endpoint({
    ...spec,
    sample: resource.sample,
    result: envelope,
    shape: (_, props, answer) => shaped(recordIn(answer, { resource, endpoint: spec, envelope }), props),
    summary: (record, props) => `Fetched ${resource.noun} ${resource.label(withForm(record, props) as R)}`, // the record, completed
  });
}

interface Source<R extends Fields> extends Pick<EndpointSpec, "ids" | "query" | "body"> {
  list: ListRequest<R>;
}

export interface FetchRecordsSpec<R extends Fields> extends Source<R>, Pick<CustomSpec, "form" | "rules"> {
  resource: Resource<R>;
  /** Another list that is read instead where `when` says so. */
  instead?: Source<R> & { when(props: Fields): boolean };
  /** Endpoints that are asked besides, other than by the fields. */
  calls?: Endpoint[];
  /** Reads what is not one list of one endpoint, such as the appointments of all calendars. By default, the pages of `list`. */
  read?(input: Input, list: ListRequest<R>, call: ListCall): AsyncGenerator<Pick<Page<R>, "items" | "total" | "hidden">>;
  /** What does not belong to the answer although HighLevel lists it. */
  where?(record: R, props: Fields): boolean;
}

function summaryOf(noun: string, found: number, hasMore: boolean, total?: number): string {
  if (!hasMore) return `Fetched ${counted(found, noun)}`;
  const all = total !== undefined && total > found ? ` of ${total.toLocaleString("en-US")}` : "";
  return `Fetched the first ${found.toLocaleString("en-US")}${all} ${plural(noun)}; to get more, raise Max Results`;
}

/**
 * The behavior of an action that fetches a list, page by page, up to the form's `maxResults`.
 * It returns the records; exports `hasMore` (whether HighLevel has further ones), and `total` where HighLevel says how many there are.
 * @throws HighLevelError where a page fails: half a list is never taken for all of it
 */
export function fetchRecords<R extends Fields>({ resource, instead, calls = [], read = ({ app }, of, call) => app.paginate(of, call), where, form, rules, ...usual }: FetchRecordsSpec<R>) {
  async function run(input: Input): Promise<Fields[]> {
    const { props, $ } = input;
    const { list, ids = [], query = [], body = [] } = instead?.when(props) ? instead : usual;
    const most = Number(props.maxResults ?? DEFAULT_MOST);
    const found: R[] = [];
    let hasMore = false;
    let total: number | undefined;
    const pages = read(input, list, {
      pathParams: { ...pathParams(list.path, props), ...await readFields(ids, input) },
      query: await readFields(query, input),
      body: await readFields(body, input),
      pageSize: Math.min(most + 1, list.pageSize ?? most + 1),
      deadline: deadlineOf($),
      $,
    });
    const known = new Set<string>();
    // Lists that change while they are read, and those that page on by a time, show a record again.
    const isNew = (record: R): boolean => {
      const id = resource.id(record);
      const isRepeated = id !== "" && known.has(id);
      known.add(id);
      return !isRepeated;
    };
    for await (const page of pages) {
      found.push(...page.items.filter((record) => isNew(record) && (where?.(record, props) ?? true)));
      total = page.total ?? total;
      hasMore = found.length > most || (total !== undefined && total > most);
      // Without a total, only another page shows whether there are more.
      if (found.length > most || (found.length === most && total !== undefined)) break;
      if (page.hidden) throw new HighLevelError(page.hidden.text, "invalid");
    }
    const records = found.slice(0, most);
    $.export("hasMore", hasMore);
    if (total !== undefined) $.export("total", total);
    $.export("$summary", summaryOf(resource.noun, records.length, hasMore, total));
    return records.map((record) => shaped(record, props));
  }
  const sources = [usual, ...instead ? [instead] : []];
  const fields = (place: "ids" | "query" | "body") => sources.flatMap((source) => source[place] ?? []);
  return action({ endpoints: [...sources.map(({ list }) => list), ...calls], ids: fields("ids"), query: fields("query"), body: fields("body"), form, rules, sample: [resource.sample], run });
}
