import { describe, expect, it } from "@jest/globals";
import { paceMs, rateLimitOf } from "../../../common/api/http/limits.ts";
import { isRead } from "../../../common/api/endpoint.ts";
import * as api from "../../../common/api/endpoints.ts";
import type { Endpoint } from "../../../common/core/types.ts";
import { NOW } from "./support.ts";

describe("rate-limit headers", () => {
  it.each([
    ["5", 5_000],
    ["0", 0],
    ["-3", 0],
    ["1.5", 1_500],
    [new Date(NOW + 4_000).toUTCString(), 4_000],
    [new Date(NOW - 4_000).toUTCString(), 0],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("Retry-After %p is %p ms", (value, ms) => {
    expect(rateLimitOf({ "retry-after": value, date: new Date(NOW).toUTCString() }).retryAfterMs).toBe(ms);
  });

  it("that are no numbers are as good as none", () => {
    expect(rateLimitOf({ "x-ratelimit-remaining": "many", "x-ratelimit-interval-milliseconds": "", "x-ratelimit-daily-remaining": null }))
      .toEqual({ intervalMs: 10_000 });
  });
});

describe("pace of a page loop", () => {
  const at = (remaining?: number) => paceMs({ remaining, intervalMs: 10_000 });

  it.each([[undefined, 0], [100, 0], [10, 0], [9, 1_000], [4, 2_000], [1, 5_000], [0, 10_000], [-2, 10_000]])(
    "with %p requests left in ten seconds is a wait of %p ms",
    (remaining, ms) => expect(at(remaining)).toBe(ms),
  );
});

describe("a call that changes nothing", () => {
  const reads = Object.values<Endpoint>(api).filter(isRead).map(({ method, path }) => `${method} ${path}`);

  it("is every GET, and every POST that searches or checks", () => {
    expect(reads.filter((call) => !call.startsWith("GET ")).sort()).toEqual([
      "POST /calendars/groups/validate-slug", "POST /contacts/search", "POST /locations/{locationId}/tasks/search",
      "POST /objects/{schemaKey}/records/search", "POST /opportunities/search", "POST /users/search/filter-by-email",
    ]);
    expect(reads).toEqual(expect.arrayContaining(["GET /contacts/", "GET /calendars/{calendarId}/free-slots"]));
  });
});
