import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { open } from "./client.ts";
import type { TestBed } from "./client.ts";

const MIDNIGHT = Date.UTC(2026, 10, 24);
let bed: TestBed;
let now = MIDNIGHT - 60_000;
beforeAll(async () => {
  bed = await open({ now: () => now, rateLimit: { max: 3, intervalMs: 10_000, daily: 5 } });
});
afterAll(() => bed.close());

const get = async (locationId = bed.locationId) => {
  const { status, headers } = await bed.api("GET", "/contacts/", { query: { locationId }, token: bed.token({ locationId }) });
  return [status, Number(headers.get("x-ratelimit-remaining")), Number(headers.get("x-ratelimit-daily-remaining")), Number(headers.get("x-ratelimit-daily-reset"))];
};

describe("rate limits", () => {
  it("hold for each location, for the window and for the day, and say so in headers", async () => {
    expect(await get()).toEqual([200, 2, 4, 60_000]);
    expect(await get()).toEqual([200, 1, 3, 60_000]);
    expect(await get()).toEqual([200, 0, 2, 60_000]);
    expect(await get()).toEqual([429, 0, 2, 60_000]);
    expect(await get("SandboxLocation00002")).toEqual([200, 2, 4, 60_000]);
    bed.advance(9999);
    expect(await get()).toEqual([429, 0, 2, 50_001]);
    bed.advance(1);
    expect(await get()).toEqual([200, 2, 1, 50_000]);
    expect(await get()).toEqual([200, 1, 0, 50_000]);
    expect(await get()).toEqual([429, 1, 0, 50_000]);
    now += 50_000;
    expect(await get()).toEqual([200, 2, 4, 86_400_000]);
  });
});
