/** What a trigger looks up before it reads its list must leave the poll within its time too, and is not asked in each poll. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { useVirtualClock } from "../support/clock.ts";
import { source } from "./support.ts";

useVirtualClock();
let sandbox: Sandbox | undefined;
afterEach(async () => sandbox?.close());

it("search-contacts does not wait for the custom fields longer than its poll may take", async () => {
  sandbox = await startSandbox({ rateLimit: false });
  const trigger = await source(sandbox, "search-contacts", { filterField1: "customFields.abc", filterOperator1: "exists", pollBudget: 5 });
  sandbox.faults.add({ method: "GET", path: "/locations/{locationId}/customFields", kind: "rate-limit", times: 20 });
  await expect(trigger.run()).rejects.toThrow(/Run this less often/);
  expect(sandbox.requests).toHaveLength(1);
});

describe.each([
  ["search-users", "the agency", {}],
  ["search-contacts", "the time zone", { filterField1: "dateAdded", filterOperator1: "range", filterValue1: "2026-01-01.." }],
  ["search-conversations", "the time zone", { createdAfter: "2026-01-01T09:00" }],
])("%s", (slug, what, props) => {
  it(`does not wait for ${what} longer than its poll may take`, async () => {
    sandbox = await startSandbox({ rateLimit: false });
    const trigger = await source(sandbox, slug, { ...props, pollBudget: 5 });
    sandbox.faults.add({ method: "GET", path: "/locations/{locationId}", kind: "rate-limit", times: 20 });

    await expect(trigger.run()).rejects.toThrow(/Run this less often/);

    // The next try would come 10 seconds later.
    expect(sandbox.requests).toHaveLength(1);
  });

  it(`asks for ${what} once: an idle poll costs 1 request`, async () => {
    sandbox = await startSandbox({ rateLimit: false });
    const trigger = await source(sandbox, slug, props);
    await trigger.deploy();
    for (let poll = 0; poll < 2; poll++) {
      const before = sandbox.requests.length;
      await trigger.run();
      expect(sandbox.requests.slice(before).map(({ path }) => path)).not.toContain(`/locations/${sandbox.locationId}`);
      expect(sandbox.requests.length - before).toBe(1);
    }
  });
});
