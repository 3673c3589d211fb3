import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { paginate } from "../../common/pagination/paginate.ts";
import type { ListRequest, Page } from "../../common/pagination/paginate.ts";
import { schemes } from "../../common/pagination/schemes.ts";
import type { Cursor, Scheme } from "../../common/pagination/schemes.ts";
import type { Fields } from "../../common/types.ts";
import { Endpoint, START, counted, cursor, lastMessageId, minutes, rows, searchAfter, startAfter, startAfterDate } from "./fake.ts";
import type { Answer, Row } from "./fake.ts";

const SIZE = 10;

interface Case {
  name: string;
  scheme: Scheme;
  method?: "GET" | "POST";
  items?: ListRequest<Row>["items"];
  answer(list: () => Row[]): Answer;
  /** Requests for `count` records of different times. */
  requests(count: number): number;
}

/** One request for each full page, and one that comes short. */
const untilShort = (count: number) => Math.floor(count / SIZE) + 1;
/** The endpoint says when it ends. */
const untilEnd = (count: number) => Math.max(1, Math.ceil(count / SIZE));
const nested = (data: Fields) => (data.messages as Fields).messages as Row[];

const CASES: Case[] = [
  { name: "searchAfter", scheme: schemes.searchAfter, method: "POST", answer: (list) => searchAfter(list, "searchAfter"), requests: untilShort },
  { name: "searchAfter, newest first", scheme: schemes.searchAfter, method: "POST", answer: (list) => searchAfter(list, "searchAfter", "desc"), requests: untilShort },
  { name: "sortAfter", scheme: schemes.sortAfter, method: "POST", answer: (list) => searchAfter(list, "sort"), requests: untilShort },
  { name: "startAfter", scheme: schemes.startAfter, answer: (list) => startAfter(list), requests: untilShort },
  { name: "startAfter without meta", scheme: schemes.startAfter, answer: (list) => startAfter(list, false), requests: untilShort },
  { name: "skip", scheme: schemes.skip, answer: (list) => counted(list, "skip"), requests: untilShort },
  { name: "skip without count", scheme: schemes.skip, answer: (list) => counted(list, "skip", { total: false }), requests: untilShort },
  { name: "offset", scheme: schemes.offset, answer: (list) => counted(list, "offset"), requests: untilShort },
  { name: "page", scheme: schemes.page, answer: (list) => counted(list, "page"), requests: untilShort },
  { name: "lastMessageId, nested", scheme: schemes.lastMessageId, items: nested, answer: (list) => lastMessageId(list, true), requests: untilEnd },
  { name: "lastMessageId, flat", scheme: schemes.lastMessageId, items: "messages", answer: (list) => lastMessageId(list, false), requests: untilEnd },
  { name: "cursor", scheme: schemes.cursor, answer: cursor, requests: untilEnd },
];

function listOf({ scheme, method = "GET", items = "rows" }: Pick<Case, "scheme" | "method" | "items">): ListRequest<Row> {
  return { scheme, method, items, path: "/things", pageSize: SIZE };
}

async function readAll(endpoint: Endpoint, list: ListRequest<Row>, after?: Cursor): Promise<Page<Row>[]> {
  const pages: Page<Row>[] = [];
  for await (const page of paginate(endpoint.send, list, { after })) pages.push(page);
  return pages;
}

const idsOf = (pages: Page<Row>[]) => pages.flatMap(({ items }) => items.map(({ id }) => id));

describe.each(CASES)("$name", (row) => {
  const list = listOf(row);

  it.each([0, 1, SIZE - 1, SIZE, SIZE + 1, 3 * SIZE, 3 * SIZE + 4])("reads each of %d records once, with as few requests as can be", async (count) => {
    const all = minutes(count);
    const endpoint = new Endpoint(row.answer(() => all));
    const ids = idsOf(await readAll(endpoint, list));
    expect([...ids].sort()).toEqual(all.map(({ id }) => id));
    expect(endpoint.asked).toHaveLength(row.requests(count));
  });

  it("reads ties across pages, and more than a page of them, once each", async () => {
    const all = rows([...Array<number>(7).fill(0), ...Array<number>(25).fill(1), 2, 3]);
    expect(idsOf(await readAll(new Endpoint(row.answer(() => all)), list)).sort()).toEqual(all.map(({ id }) => id));
  });

  it("goes on from any page", async () => {
    const all = minutes(37);
    const pages = await readAll(new Endpoint(row.answer(() => all)), list);
    expect(pages.length).toBe(4);
    expect(pages.at(-1)?.next).toBeUndefined();
    for (const [index, page] of pages.slice(0, -1).entries()) {
      const kept = JSON.parse(JSON.stringify(page.next)) as Cursor; // as the state of a trigger keeps it
      const rest = await readAll(new Endpoint(row.answer(() => all)), list, kept);
      expect(idsOf(rest)).toEqual(idsOf(pages.slice(index + 1)));
    }
  });

  it("repeats the query, filters and page size on each page", async () => {
    const endpoint = new Endpoint(row.answer(() => minutes(25)));
    const call = row.method === "POST" ? { body: { locationId: "loc1" } } : { query: { locationId: "loc1" } };
    for await (const page of paginate(endpoint.send, list, call)) expect(page.items.length).toBeGreaterThan(0);
    expect(endpoint.asked).toHaveLength(3);
    for (const asked of endpoint.asked) expect(asked).toMatchObject({ locationId: "loc1", [row.scheme.size ?? ""]: SIZE });
  });
});

describe("the keysets", () => {
  it.each(CASES.slice(0, 5))("$name: miss nothing and repeat nothing while records are added and removed elsewhere", async (row) => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(fc.boolean(), fc.nat(39), fc.integer({ min: 0, max: 12 })), { maxLength: 6 }),
      async (times, changes) => {
        const all = rows(times);
        const removed = new Set<string>();
        const untouched = new Set(all.map(({ id }) => id));
        let count = 0;
        const endpoint = new Endpoint((params) => {
          const change = count++ > 0 ? changes.pop() : undefined;
          const target = change && all[change[1] % all.length];
          if (change?.[0] && target) {
            removed.add(target.id);
            untouched.delete(target.id);
          } else if (change) all.push({ ...rows([change[2]])[0]!, id: `new${count}` }); // rows() of one time has one row
          return row.answer(() => all.filter(({ id }) => !removed.has(id)))(params);
        });
        const ids: string[] = [];
        for await (const page of paginate(endpoint.send, { ...listOf(row), pageSize: 4 })) ids.push(...page.items.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of untouched) expect(ids).toContain(id);
      },
    ), { seed: 21, numRuns: 60 });
  });

  it("send both values of startAfter", async () => {
    const endpoint = new Endpoint(startAfter(() => minutes(25)));
    await readAll(endpoint, listOf({ scheme: schemes.startAfter }));
    expect(endpoint.asked[1]).toEqual({ limit: SIZE, startAfter: START + 15 * 60_000, startAfterId: "r015" });
  });

  it.each(CASES.slice(0, 5))("$name: end loudly where a full page does not say where the next one starts", async (row) => {
    const endpoint = new Endpoint(() => ({ rows: minutes(SIZE).map(({ time }) => ({ time })), meta: {} }));
    await expect(readAll(endpoint, listOf(row))).rejects.toThrow("HighLevel's answer does not say where the next page starts. Nothing was skipped");
  });
});

describe("startAfterDate", () => {
  const read = (times: number[], direction: "asc" | "desc") => {
    const all = rows(times);
    const endpoint = new Endpoint(startAfterDate(() => all, direction));
    return readAll(endpoint, listOf({ scheme: schemes.startAfterDate })).then((pages) => ({ ids: idsOf(pages), endpoint }));
  };
  const steps = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);

  it.each(["asc", "desc"] as const)("%s: reads all records; only those of the last time of a page come again", async (direction) => {
    const { ids, endpoint } = await read(steps(35, 60_000), direction);
    expect(new Set(ids).size).toBe(35);
    expect(ids.length).toBe(35 + endpoint.asked.length - 1);
  });

  it.each(["asc", "desc"] as const)("%s: loses no tie that a page boundary divides", async (direction) => {
    const { ids } = await read([...steps(7, 1), ...Array<number>(8).fill(50), ...steps(9, 1).map((time) => time + 90)], direction);
    expect(new Set(ids).size).toBe(24);
  });

  it.each(["asc", "desc"] as const)("%s: reads a whole page of ties, and goes on behind them", async (direction) => {
    const { ids } = await read([...steps(4, 1), ...Array<number>(SIZE).fill(50), ...steps(6, 1).map((time) => time + 90)], direction);
    expect(new Set(ids).size).toBe(20);
  });

  it("ends loudly where a full page has no times", async () => {
    await expect(readAll(new Endpoint(() => ({ rows: minutes(SIZE) })), listOf({ scheme: schemes.startAfterDate }))).rejects.toThrow("does not say where the next page starts");
  });
});

describe("a list that comes whole", () => {
  it("is read with one request, without paging parameters", async () => {
    const endpoint = new Endpoint(() => ({ rows: minutes(350), total: 350 }));
    expect(idsOf(await readAll(endpoint, listOf({ scheme: schemes.none })))).toHaveLength(350);
    expect(endpoint.asked).toEqual([{}]);
  });
});

describe("an endpoint that gives fewer records than it is asked for", () => {
  const capped: [string, Scheme, (list: () => Row[]) => Answer][] = [
    ["skip", schemes.skip, (list) => counted(list, "skip", { cap: 4 })],
    ["offset", schemes.offset, (list) => counted(list, "offset", { cap: 4 })],
    ["page", schemes.page, (list) => counted(list, "page", { cap: 4 })],
    ["searchAfter", schemes.searchAfter, (list) => (params) => searchAfter(list, "searchAfter")({ ...params, pageLimit: 4 })],
    ["startAfter", schemes.startAfter, (list) => (params) => startAfter(list)({ ...params, limit: 4 })],
  ];

  it.each(capped)("is read to the end all the same: %s", async (_, scheme, answer) => {
    const list = listOf({ scheme });
    const pages = await readAll(new Endpoint(answer(() => minutes(18))), list);
    expect(idsOf(pages).sort()).toEqual(minutes(18).map(({ id }) => id));
  });

  it.each(capped.slice(0, 2))("can be gone on with, where positions are counted: %s", async (_, scheme, answer) => {
    const endpoint = () => new Endpoint(answer(() => minutes(18)));
    const pages = await readAll(endpoint(), listOf({ scheme }));
    const rest = await readAll(endpoint(), listOf({ scheme }), pages[1]?.next);
    expect(idsOf([...pages.slice(0, 2), ...rest])).toEqual(idsOf(pages));
  });

  it("costs no further request where a reading that goes on ends with a short page", async () => {
    const endpoint = new Endpoint(startAfterDate(() => minutes(18), "asc"));
    await readAll(endpoint, listOf({ scheme: schemes.startAfterDate }), { startAfterDate: START + 15 * 60_000 });
    expect(endpoint.asked).toHaveLength(1);
  });
});
