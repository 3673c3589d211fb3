import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { paginate } from "../../../common/api/pagination/paginate.ts";
import type { ListRequest, Page } from "../../../common/api/pagination/paginate.ts";
import * as paginators from "../../../common/api/pagination/paginators.ts";
import type { Cursor, Paginator } from "../../../common/api/pagination/paginators.ts";
import type { Fields } from "../../../common/core/types.ts";
import { Endpoint, START, counted, cursor, lastMessageId, minutes, rows, searchAfter, startAfter, startAfterDate } from "./fake.ts";
import type { Answer, Row } from "./fake.ts";

const SIZE = 10;

interface Case {
  name: string;
  paginator: Paginator;
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
  { name: "searchAfter", paginator: paginators.searchAfter, method: "POST", answer: (list) => searchAfter(list, "searchAfter"), requests: untilShort },
  { name: "searchAfter, newest first", paginator: paginators.searchAfter, method: "POST", answer: (list) => searchAfter(list, "searchAfter", "desc"), requests: untilShort },
  { name: "sortAfter", paginator: paginators.sortAfter, method: "POST", answer: (list) => searchAfter(list, "sort"), requests: untilShort },
  { name: "startAfter", paginator: paginators.startAfter, answer: (list) => startAfter(list), requests: untilShort },
  { name: "startAfter without meta", paginator: paginators.startAfter, answer: (list) => startAfter(list, false), requests: untilShort },
  { name: "skip", paginator: paginators.skip, answer: (list) => counted(list, "skip"), requests: untilShort },
  { name: "skip without count", paginator: paginators.skip, answer: (list) => counted(list, "skip", { total: false }), requests: untilShort },
  { name: "offset", paginator: paginators.offset, answer: (list) => counted(list, "offset"), requests: untilShort },
  { name: "page", paginator: paginators.page, answer: (list) => counted(list, "page"), requests: untilShort },
  { name: "lastMessageId, nested", paginator: paginators.lastMessageId, items: nested, answer: (list) => lastMessageId(list, true), requests: untilEnd },
  { name: "lastMessageId, flat", paginator: paginators.lastMessageId, items: "messages", answer: (list) => lastMessageId(list, false), requests: untilEnd },
  { name: "cursor", paginator: paginators.cursor, answer: cursor, requests: untilEnd },
];

function listOf({ paginator, method = "GET", items = "rows" }: Pick<Case, "paginator" | "method" | "items">): ListRequest<Row> {
  return { paginator, version: "2021-07-28", method, items, path: "/things", pageSize: SIZE };
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

  it("reads records that share a timestamp across pages, and more than a page of them, once each", async () => {
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
    for (const asked of endpoint.asked) expect(asked).toMatchObject({ locationId: "loc1", [row.paginator.size ?? ""]: SIZE });
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

  it.each(CASES.filter(({ name }) => ["searchAfter", "startAfter", "page"].includes(name)))("$name: go on from any page where the endpoint gives fewer at a time than were asked for", async (row) => {
    const all = minutes(37);
    const capped = (params: Fields) => {
      const most = Math.min(SIZE, Number(params.limit ?? params.pageLimit));
      const answer = row.answer(() => all)({ ...params, limit: most, pageLimit: most });
      return { ...answer as Fields, total: all.length };
    };
    const list = { ...listOf(row), pageSize: 5 * SIZE };
    const pages = await readAll(new Endpoint(capped), list);
    expect(pages.map(({ items }) => items.length)).toEqual([SIZE, SIZE, SIZE, 7]);
    for (const [index, { next }] of pages.slice(0, -1).entries()) {
      const kept = JSON.parse(JSON.stringify(next)) as Cursor; // as the state of a trigger keeps it
      expect(idsOf(await readAll(new Endpoint(capped), list, kept))).toEqual(idsOf(pages.slice(index + 1)));
    }
  });

  it("send both values of startAfter", async () => {
    const endpoint = new Endpoint(startAfter(() => minutes(25)));
    await readAll(endpoint, listOf({ paginator: paginators.startAfter }));
    expect(endpoint.asked[1]).toEqual({ limit: SIZE, startAfter: START + 15 * 60_000, startAfterId: "r015" });
  });

  it.each(CASES.slice(0, 5))("$name: end loudly where a full page does not say where the next one starts", async (row) => {
    const endpoint = new Endpoint(() => ({ rows: minutes(SIZE).map(({ time }) => ({ time })), meta: {} }));
    await expect(readAll(endpoint, listOf(row))).rejects.toThrow("HighLevel's response does not say where the next page starts. Nothing was skipped");
  });
});

describe("startAfterDate", () => {
  const list = listOf({ paginator: paginators.startAfterDate });
  const hiddenIn = (pages: Page<Row>[]) => pages.flatMap(({ hidden }) => hidden ?? []);
  const readRows = async (all: Row[], direction: "asc" | "desc", query: Fields = {}) => {
    const endpoint = new Endpoint(startAfterDate(() => all, direction));
    const pages: Page<Row>[] = [];
    for await (const page of paginate(endpoint.send, list, { query: { ...query, sort: direction } })) pages.push(page);
    const times = pages.flatMap(({ items }) => items.map(({ time }) => time));
    // What is handed over never goes back.
    expect(times).toEqual([...times].sort((a, b) => (direction === "asc" ? a - b : b - a)));
    return { ids: idsOf(pages), endpoint, hidden: hiddenIn(pages) };
  };
  const read = (times: number[], direction: "asc" | "desc") => readRows(rows(times), direction);
  /** Each with the time of its last message and the time it began, ms behind the start. */
  const begun = (times: [number, number][]) => rows(times.map(([time]) => time)).map((row, index) => ({ ...row, dateAdded: START + (times[index]?.[1] ?? 0) }));
  const steps = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);

  it.each(["asc", "desc"] as const)("%s: reads all records; only those of the last time of a page come again", async (direction) => {
    const { ids, endpoint } = await read(steps(35, 60_000), direction);
    expect(new Set(ids).size).toBe(35);
    expect(ids.length).toBe(35 + endpoint.asked.length - 1);
  });

  it.each(["asc", "desc"] as const)("%s: loses none of one timestamp that a page boundary divides", async (direction) => {
    const { ids } = await read([...steps(7, 1), ...Array<number>(8).fill(50), ...steps(9, 1).map((time) => time + 90)], direction);
    expect(new Set(ids).size).toBe(24);
  });

  it.each(["asc", "desc"] as const)("%s: reads a whole page of one timestamp, and goes on behind them", async (direction) => {
    const { ids } = await read([...steps(4, 1), ...Array<number>(SIZE).fill(50), ...steps(6, 1).map((time) => time + 90)], direction);
    expect(new Set(ids).size).toBe(20);
  });

  it.each(["asc", "desc"] as const)("%s: reads more of one timestamp than a page holds, by the time they began", async (direction) => {
    const shared = Array.from({ length: 250 }, (_, index): [number, number] => [50, (index * 7_919) % 100_003]);
    const all = begun([[1, 1], [2, 90_000], ...shared, [60, 5], [61, 70_000]]);
    const { ids, endpoint, hidden } = await readRows(all, direction);
    expect([...new Set(ids)].sort()).toEqual(all.map(({ id }) => id));
    expect(endpoint.asked.length).toBeLessThan(250);
    expect(hidden).toEqual([]);
  });

  it.each(["asc", "desc"] as const)("%s: loses nothing, unless a page or more share both times, and then says so", async (direction) => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 12 })), { maxLength: 160 }),
      fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(SIZE - 1, SIZE - 1, SIZE + 5),
      async (times, one, other, most) => {
        const sharing = ([time, began]: [number, number], list = times) => list.filter(([a, b]) => a === time && b === began).length;
        const all = begun(times.filter((both, index) => sharing(both, times.slice(0, index)) < most));
        const [startDate, endDate] = [START + Math.min(one, other), START + Math.max(one, other)];
        const { ids, hidden } = await readRows(all, direction, { startDate, endDate });
        const wanted = all.filter(({ dateAdded }) => dateAdded >= startDate && dateAdded <= endDate);
        if (most < SIZE) expect(hidden).toEqual([]);
        if (hidden.length === 0) expect([...new Set(ids)].sort()).toEqual(wanted.map(({ id }) => id));
      },
    ), { seed: 22, numRuns: 150 });
  });

  it.each([[0, 1], [1, 0]])("loses nothing where the ends of a span do not belong to it (%d, %d)", async (start, end) => {
    const all = begun(Array.from({ length: 95 }, (_, index): [number, number] => [50, 1 + (index * 37) % 31]));
    const endpoint = new Endpoint(({ startDate, endDate, ...rest }) => startAfterDate(() => all, "asc")({
      ...rest,
      ...(startDate !== undefined && { startDate: Number(startDate) + start }),
      ...(endDate !== undefined && { endDate: Number(endDate) - end }),
    }));
    const ids: string[] = [];
    for await (const page of paginate(endpoint.send, list, { query: { sort: "asc" } })) ids.push(...page.items.map(({ id }) => id));
    expect([...new Set(ids)].sort()).toEqual(all.map(({ id }) => id));
  });

  it("goes on in the midst of one timestamp", async () => {
    const all = begun(Array.from({ length: 95 }, (_, index): [number, number] => [50, 1 + index]));
    const query = { sort: "asc" };
    const seen = new Set<string>();
    for (let after: Cursor | undefined, at = 0; at === 0 || after; at++) {
      // One page at a time, as a poll that has no time for more.
      for await (const page of paginate(new Endpoint(startAfterDate(() => all, "asc")).send, list, { query, after })) {
        for (const { id } of page.items) seen.add(id);
        after = page.next && JSON.parse(JSON.stringify(page.next)) as Cursor; // as the state of a trigger keeps it
        break;
      }
    }
    expect([...seen].sort()).toEqual(all.map(({ id }) => id));
  });

  it.each(["asc", "desc"] as const)("%s: says so where nothing divides them, and goes on behind them", async (direction) => {
    const all = begun([[1, 1], ...Array.from({ length: 25 }, (): [number, number] => [50, 9]), ...Array.from({ length: 25 }, (_, index): [number, number] => [50, 20 + index]), [60, 9]]);
    const { ids, endpoint, hidden } = await readRows(all, direction);
    expect(new Set(ids).size).toBe(all.length - 15);
    expect(endpoint.asked.length).toBeLessThan(40);
    expect(hidden).toEqual([{ time: START + 50, text: expect.stringMatching(/^10 or more conversations began at the same moment \(2026-01-01T00:00:00\.009Z\) and had their last message at the same moment \(2026-01-01T00:00:00\.050Z\)\. HighLevel shows no more than 10 of them/) }]);
  });

  it.each(["asc", "desc"] as const)("%s: stays within the span that it was asked for", async (direction) => {
    const all = begun(Array.from({ length: 25 }, (): [number, number] => [50, 9]));
    const span = { startDate: START + 9, endDate: START + 9 };
    const { ids, endpoint, hidden } = await readRows(all, direction, span);
    expect(new Set(ids).size).toBe(SIZE);
    expect(hidden).toHaveLength(1);
    for (const asked of endpoint.asked) expect(asked).toMatchObject(span);
  });

  it("takes no others for one timestamp", async () => {
    const others = Array.from({ length: 15 }, (_, index): [number, number] => [60 + index, 3]);
    const all = begun([...Array.from({ length: 25 }, (_, index): [number, number] => [50, index + 1]), ...others]);
    const { ids, hidden } = await readRows(all, "asc");
    expect([...new Set(ids)].sort()).toEqual(all.map(({ id }) => id));
    expect(hidden).toEqual([]);
  });

  it.each([["pays no heed to the span", (row: Row) => row], ["does not say when they began", ({ id, time }: Row): Row => ({ id, time })]])("ends soon, and says so, where HighLevel %s", async (_name, shown) => {
    const all = begun([...Array.from({ length: 25 }, (_, index): [number, number] => [50, index + 1]), [60, 9]]);
    const endpoint = new Endpoint((params) => startAfterDate(() => all.map(shown), "asc")({ ...params, startDate: undefined, endDate: undefined }));
    const pages: Page<Row>[] = [];
    for await (const page of paginate(endpoint.send, list, { query: { sort: "asc" } })) pages.push(page);
    expect(idsOf(pages)).toContain(all.at(-1)?.id);
    expect(endpoint.asked.length).toBeLessThan(12);
    expect(hiddenIn(pages)[0]?.text).toMatch(/^10 or more conversations had their last message at the same moment \(/);
  });

  it("ends loudly where a full page has no times", async () => {
    await expect(readAll(new Endpoint(() => ({ rows: minutes(SIZE) })), list)).rejects.toThrow("does not say where the next page starts");
  });
});

describe("a page that repeats its first record at its end", () => {
  const cases = CASES.filter(({ name }) => /^(skip|offset|page|searchAfter|startAfter)/.test(name));

  it.each(cases)("hides no other: $name", async (row) => {
    const answer = row.answer(() => minutes(3 * SIZE + 5));
    const endpoint = new Endpoint((params) => {
      const page = answer(params) as { rows: Row[] }; // all of these cases answer so
      return { ...page, rows: [...page.rows, ...page.rows.slice(0, 1)] };
    });
    const read = idsOf(await readAll(endpoint, listOf(row)));
    expect([...new Set(read)].sort()).toEqual(minutes(3 * SIZE + 5).map(({ id }) => id));
  });
});

describe("a list that comes whole", () => {
  it("is read with one request, without paging parameters", async () => {
    const endpoint = new Endpoint(() => ({ rows: minutes(350), total: 350 }));
    expect(idsOf(await readAll(endpoint, listOf({ paginator: paginators.none })))).toHaveLength(350);
    expect(endpoint.asked).toEqual([{}]);
  });
});

describe("an endpoint that gives fewer records than it is asked for", () => {
  const capped: [string, Paginator, (list: () => Row[]) => Answer][] = [
    ["skip", paginators.skip, (list) => counted(list, "skip", { cap: 4 })],
    ["offset", paginators.offset, (list) => counted(list, "offset", { cap: 4 })],
    ["page", paginators.page, (list) => counted(list, "page", { cap: 4 })],
    ["searchAfter", paginators.searchAfter, (list) => (params) => searchAfter(list, "searchAfter")({ ...params, pageLimit: 4 })],
    ["startAfter", paginators.startAfter, (list) => (params) => startAfter(list)({ ...params, limit: 4 })],
  ];

  it.each(capped)("is read to the end all the same: %s", async (_, paginator, answer) => {
    const list = listOf({ paginator });
    const pages = await readAll(new Endpoint(answer(() => minutes(18))), list);
    expect(idsOf(pages).sort()).toEqual(minutes(18).map(({ id }) => id));
  });

  it.each(capped.slice(0, 2))("can be gone on with, where positions are counted: %s", async (_, paginator, answer) => {
    const endpoint = () => new Endpoint(answer(() => minutes(18)));
    const pages = await readAll(endpoint(), listOf({ paginator }));
    const rest = await readAll(endpoint(), listOf({ paginator }), pages[1]?.next);
    expect(idsOf([...pages.slice(0, 2), ...rest])).toEqual(idsOf(pages));
  });

  it("costs no further request where a reading that goes on ends with a short page", async () => {
    const endpoint = new Endpoint(startAfterDate(() => minutes(18), "asc"));
    await readAll(endpoint, listOf({ paginator: paginators.startAfterDate }), { startAfterDate: START + 15 * 60_000 });
    expect(endpoint.asked).toHaveLength(1);
  });
});
