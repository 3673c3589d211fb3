import { beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { ListCall, ListRequest, Page } from "../../../common/api/pagination/paginate.ts";
import type { Fields } from "../../../common/core/types.ts";
import { Endpoint, START, cursor, minutes, searchAfter } from "./fake.ts";
import type { Answer, Row } from "./fake.ts";

const waits: number[] = [];
jest.unstable_mockModule("../../../common/api/http/sleep.ts", () => ({ sleep: async (ms: number) => void waits.push(ms) }));
const { paginate } = await import("../../../common/api/pagination/paginate.ts");
const { collect } = await import("../../../common/api/pagination/collect.ts");
const paginators = await import("../../../common/api/pagination/paginators.ts");

const LIST: ListRequest<Row> = { version: "2021-07-28", method: "GET", path: "/things", paginator: paginators.cursor, items: "rows", pageSize: 10 };

async function read(answer: Answer, call?: ListCall, list = LIST) {
  const endpoint = new Endpoint(answer);
  const pages: Page<Row>[] = [];
  try {
    for await (const page of paginate(endpoint.send, list, call)) pages.push(page);
    return { pages, asked: endpoint.asked.length, message: undefined };
  } catch (error) {
    return { pages, asked: endpoint.asked.length, message: (error as Error).message }; // only errors are thrown
  }
}

beforeEach(() => {
  waits.length = 0;
});

const page = (next: unknown): Fields => ({ rows: minutes(10), nextCursor: next });
const REPEATS = "HighLevel keeps returning the same pages of GET /things. Nothing was skipped; narrow the filters or try again later.";

describe("pages that do not go on", () => {
  it("are noticed where a page names itself as the next", async () => {
    expect(await read(() => page("same"))).toMatchObject({ asked: 2, message: REPEATS });
  });

  it("are noticed where they go round in circles", async () => {
    const circle = ["a", "b", "c"];
    let at = 0;
    expect(await read(() => page(circle[at++ % 3]))).toMatchObject({ asked: 4, message: REPEATS, pages: { length: 3 } });
  });

  it("are noticed where they lead back to where the reading began", async () => {
    let at = 0;
    expect(await read(() => page(["b", "start"][at++ % 2]), { after: { cursor: "start" } })).toMatchObject({ asked: 2, message: REPEATS });
  });

  it("are noticed where they never end", async () => {
    let at = 0;
    const { asked, message } = await read(() => page(`c${at++}`));
    expect(message).toBe(REPEATS);
    expect(asked).toBeLessThanOrEqual(5_001);
  });

  it("are noticed where the keyset comes back", async () => {
    const list = { ...LIST, paginator: paginators.searchAfter, method: "POST" as const };
    const stuck: Answer = (params) => searchAfter(() => minutes(10), "searchAfter")({ ...params, searchAfter: undefined });
    expect(await read(stuck, undefined, list)).toMatchObject({ asked: 2, message: REPEATS.replace("GET", "POST") });
  });
});

describe("a page", () => {
  it("that is empty ends the list, whatever it names as the next", async () => {
    expect(await read(() => ({ rows: [], nextCursor: "more" }))).toMatchObject({ asked: 1, pages: [{ items: [] }], message: undefined });
  });

  it.each([
    [{}], [{ rows: null }], [{ rows: {} }], [{ items: [] }], [""], [null], [[]],
  ])("without its list is an error, not an empty list: %p", async (data) => {
    const { pages, message } = await read(() => data);
    expect(pages).toEqual([]);
    expect(message).toContain("HighLevel's response to GET /things contains no list of records. Try again");
  });

  it("may be the answer itself", async () => {
    const { pages } = await read(() => minutes(3), undefined, { ...LIST, paginator: paginators.none, items: (data) => data as unknown as Row[] });
    expect(pages[0]?.items).toHaveLength(3);
  });

  it.each([[{ total: 7 }, 7], [{ count: 8 }, 8], [{ meta: { total: 9 } }, 9], [{ total: "7" }, undefined], [{ meta: null }, undefined]])(
    "of %p has the total %p",
    async (more, total) => {
      expect((await read(() => ({ rows: [], ...more }))).pages).toEqual([{ items: [], next: undefined, total, now: START }]);
    },
  );
});

describe("the pace", () => {
  const paced = async (remaining: number, call?: ListCall) => {
    const endpoint = new Endpoint(cursor(() => minutes(25)));
    endpoint.limit = { remaining, intervalMs: 10_000 };
    let pages = 0;
    for await (const { items } of paginate(endpoint.send, LIST, call)) pages += items.length > 0 ? 1 : 0;
    return pages;
  };

  it("is full while many requests are left", async () => {
    expect(await paced(50)).toBe(3);
    expect(waits).toEqual([0, 0]);
  });

  it("slows down when few are left, and rests only between pages", async () => {
    expect(await paced(4)).toBe(3);
    expect(waits).toEqual([2_000, 2_000]);
  });

  it("does not outlast the deadline", async () => {
    const deadline = Date.now() + 5_000;
    await expect(paced(0, { deadline })).rejects.toThrow("HighLevel's rate limit leaves no time for the next page of GET /things in this run.");
    expect(waits).toEqual([]);
    expect(await paced(50, { deadline })).toBe(3);
  });
});

describe("collecting", () => {
  const app = (endpoint: Endpoint) => ({ paginate: <T extends object>(list: ListRequest<T>, call?: ListCall) => paginate(endpoint.send, list, call) });

  it.each([[undefined, 25, 3], [5, 5, 1], [10, 10, 1], [11, 11, 2], [100, 25, 3]])("at most %p gives %d with %d requests", async (most, count, requests) => {
    const endpoint = new Endpoint(cursor(() => minutes(25)));
    const found = await collect(app(endpoint) as Parameters<typeof collect>[0], LIST, undefined, most); // collect uses nothing else of the app
    expect(found.map(({ id }) => id)).toEqual(minutes(25).slice(0, count).map(({ id }) => id));
    expect(endpoint.asked).toHaveLength(requests);
  });
});
