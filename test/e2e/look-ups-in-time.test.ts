/** What a trigger looks up before it reads its list must leave the poll within its time, too. */
import { afterEach, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { source } from "./support.ts";

let sandbox: Sandbox | undefined;
afterEach(async () => sandbox?.close());

it.each([
  ["search-users", "the agency", {}],
  ["search-contacts", "the time zone", { filterField1: "dateAdded", filterOperator1: "range", filterValue1: "2026-01-01.." }],
])("%s does not wait for %s longer than its poll may take", async (slug, _, props) => {
  sandbox = await startSandbox({ rateLimit: false });
  const trigger = await source(sandbox, slug, { ...props, pollBudget: 5 });
  await trigger.deploy();
  sandbox.faults.add({ method: "GET", path: "/locations/{locationId}", kind: "rate-limit", times: 20 });
  const before = sandbox.requests.length;

  await expect(trigger.run()).rejects.toThrow(/Run this less often/);

  // The next try would come 10 seconds later.
  expect(sandbox.requests.length - before).toBe(1);
}, 20_000);
