import { textsOf } from "../../core/text/values.ts";
import { collect } from "../../api/pagination/collect.ts";
import type { Page } from "../../api/pagination/paginate.ts";
import { conversationFilters } from "../../forms/conversation-filters.ts";
import { conversations, conversationSearch } from "../../resources/conversations.ts";
import type { Fields } from "../../core/types.ts";
import { LOOKBACK_MS } from "../tolerances.ts";
import type { Range } from "../strategies/incremental/incremental.ts";
import type { Poll } from "../poll.ts";
import { refuseUnemittedTypes } from "./unemitted-types.ts";

const createdAt = (record: Fields) => conversations.createdAt(record) ?? 0;

/**
 * The newest by creation, as far as HighLevel can deliver them: it cannot sort by that. All that began within the lookback
 * are included, so that the baseline knows them; those that were last active follow.
 */
async function* newestCreated(poll: Poll, query: Fields, limit: number | undefined): AsyncGenerator<Page<Fields>> {
  for await (const page of poll.pages(conversationSearch, { query, pageSize: limit })) {
    const startDate = Math.max(Number(query.startDate ?? 0), page.now - LOOKBACK_MS);
    const young = await collect(poll.app, conversationSearch, { query: { ...query, startDate }, deadline: poll.deadline });
    const all = new Map([...young, ...page.items].map((record) => [conversations.id(record), record]));
    yield { ...page, items: [...all.values()].sort((a, b) => createdAt(b) - createdAt(a)), next: undefined };
    return;
  }
}

/**
 * Reads conversations for the `incremental` strategy, in the order of their last message; for creations alone, only
 * those that began in the range.
 */
export async function* readConversations(poll: Poll, { by, from, newestFirst, limit, after }: Range): AsyncGenerator<Page<Fields>> {
  refuseUnemittedTypes(poll, "Type of the Last Message", textsOf(poll.source.lastMessageType), ["activity", "created"]);
  const query: Fields = {
    locationId: poll.locationId,
    ...await conversationFilters(poll.source, () => poll.timeZone()),
    sortBy: "last_message_date",
    sort: newestFirst ? "desc" : "asc",
  };
  if (by === "created" && from === undefined) {
    yield* newestCreated(poll, query, limit);
  } else if (by === "created" && from !== undefined) {
    yield* poll.pages(conversationSearch, { query: { ...query, startDate: Math.max(Number(query.startDate ?? 0), from) }, after });
  } else {
    // The search continues after a time, so a reading can start anywhere.
    yield* poll.pages(conversationSearch, { query, pageSize: limit, after: after ?? (from === undefined ? undefined : { startAfterDate: from - 1 }) });
  }
}
