/** Talks with their words, of which the list of talks and the list of words learn at different times, and a trigger on them. */
import type { ListRequest } from "../../common/api/pagination/paginate.ts";
import type { Fields } from "../../common/core/types.ts";
import { lastMessageId, startAfterDate } from "../api/pagination/fake.ts";
import type { Row } from "../api/pagination/fake.ts";
import { Api, DAY, HOUR, Host, NOW, pass } from "./host.ts";

const { eventTypesOf } = await import("../../common/polling/event-types.ts");
const { fanOut } = await import("../../common/polling/strategies/fan-out/fan-out.ts");
const paginators = await import("../../common/api/pagination/paginators.ts");
const { defineResource } = await import("../../common/resources/resource.ts");
const { HighLevelError } = await import("../../common/api/http/errors.ts");

const PAGE = 10;
const timeOf = ({ time }: Fields) => (Number.isFinite(time) ? Number(time) : undefined);
const TALKS: ListRequest<Fields> = { version: "2021-07-28", method: "GET", path: "/talks", paginator: paginators.startAfterDate, items: "rows" };
const WORDS: ListRequest<Fields> = { version: "2021-07-28", method: "GET", path: "/talks/{id}/words", paginator: paginators.lastMessageId, items: ({ messages }) => (messages as { messages: Row[] }).messages };

/** All talks, or the one that the prop `talk` names. */
const trigger = fanOut<Fields, Fields>({
  parents: defineResource<Fields>({ noun: "talk", sample: { id: "sample" }, updatedAt: timeOf }),
  children: defineResource<Fields>({ noun: "word", sample: { id: "sample" }, createdAt: timeOf }),
  endpoints: [TALKS, WORDS],
  resetOn: ["talk"],
  eventTypes: eventTypesOf({ noun: "thing" }, ["created"]),
  async* readParents(poll, from) {
    const { talk, pageSize } = poll.source;
    if (typeof talk === "string") {
      yield { items: [{ id: talk }], now: poll.startedAt };
      return;
    }
    yield* poll.pages(TALKS, {
      query: { sort: from === undefined ? "desc" : "asc" },
      after: from === undefined ? undefined : { startAfterDate: from - 1 },
      pageSize: Number(pageSize ?? PAGE),
    });
  },
  readChildren: (poll, id, after) => poll.pages(WORDS, { pathParams: { id }, after, pageSize: Number(poll.source.pageSize ?? PAGE) }),
});

export interface Word {
  id: string;
  talk: string;
  at: number;
  /** When the talk's own list shows it, and when the list of talks knows of it. */
  visibleAt: number;
  listedAt: number;
}

export class Chat {
  readonly words: Word[] = [];
  private readonly talks = new Map<string, Word[]>();
  private readonly unsaid = new Set<string>();
  private readonly gone = new Set<string>();
  /** Words without a time, of each talk; listed first. */
  readonly undated: string[] = [];

  say(talk: string, { at = Date.now(), id = `w${String(this.words.length).padStart(4, "0")}`, lagMs = 0, listLagMs = 0 } = {}): string {
    const now = Date.now();
    const word = { id, talk, at, visibleAt: now + lagMs, listedAt: now + listLagMs };
    this.words.push(word);
    this.talks.set(talk, [...this.talks.get(talk) ?? [], word]);
    return id;
  }

  /** Many words of one talk, `step` ms apart. */
  sayMany(talk: string, count: number, from: number, step = 1_000): string[] {
    return Array.from({ length: count }, (_, index) => this.say(talk, { at: from + index * step }));
  }

  get names(): string[] {
    return [...this.talks.keys()];
  }

  /** Whether neither the word nor its talk was deleted. */
  has(word: Word): boolean {
    return this.talks.has(word.talk) && !this.unsaid.has(word.id);
  }

  /** Deletes a talk. */
  remove(talk: string): void {
    this.talks.delete(talk);
    this.refuse(talk);
  }

  /** Deletes a word; a page that was to follow it is refused, or is the first one. The talk stays where it is in the list. */
  unsay(id: string, isRefused = true): void {
    this.unsaid.add(id);
    if (isRefused) this.gone.add(id);
  }

  /** From now on a talk, or a page that is to follow a word, is said not to exist; lists still have it. */
  refuse(id: string): void {
    this.gone.add(id);
  }

  private listed(): Row[] {
    const now = Date.now();
    return [...this.talks].flatMap(([id, words]) => {
      const times = words.filter(({ listedAt }) => listedAt <= now).map(({ at }) => at);
      return times.length > 0 ? [{ id, time: Math.max(...times) }] : [];
    });
  }

  answer = (path: string, params: Fields): unknown => {
    if (path === TALKS.path) return startAfterDate(() => this.listed(), params.sort as "asc" | "desc")(params); // as the trigger sends it
    for (const id of [params.id, params.lastMessageId]) {
      if (this.gone.has(String(id))) throw new HighLevelError(`${String(id)} was not found.`, "notFound", 400);
    }
    const now = Date.now();
    const rows = (this.talks.get(String(params.id)) ?? []).filter(({ id, visibleAt }) => visibleAt <= now && !this.unsaid.has(id)).map(({ id, at }) => ({ id, time: at }));
    const undated = this.undated.map((id) => ({ id, time: Infinity }));
    return lastMessageId(() => [...rows, ...undated], true)(params);
  };
}

/** A chat with one trigger on it. */
export function start(props: Fields = {}) {
  const chat = new Chat();
  const api = new Api(({ path, query, pathParams }) => chat.answer(path, { ...query, ...pathParams }));
  return { chat, api, host: new Host(trigger, api, props) };
}

/** A trigger on "mine" that has had its baseline for two hours. */
export async function deployedOnMine(props = {}) {
  const all = start({ talk: "mine", ...props });
  all.chat.sayMany("mine", 30, NOW - DAY);
  await all.host.activate();
  pass(2 * HOUR);
  return all;
}
