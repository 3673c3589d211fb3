import { describe, expect, it } from "@jest/globals";
import type { ApiRequest } from "../../../common/api/http/request.ts";
import { serve } from "./server.ts";
import { NOW, READ, TOKEN, WRITE, drip, limits, failureOf } from "./support.ts";

const BUDGET_MS = 15_000;

const failing = (request: ApiRequest, base_url: string) => failureOf({ ...request, deadline: NOW + BUDGET_MS }, { oauth_access_token: TOKEN, base_url });

describe("a server that", () => {
  it.each([["read", READ, "Nothing was changed; try again."], ["write", WRITE, "check in HighLevel before you run this again"]])(
    "never answers ends with a timeout: %s",
    async (_, request, says) => {
      const limit = limits();
      const { base_url, seen } = await serve(() => limit.end());
      const error = await failing(request, base_url);
      expect(error).toMatchObject({ name: "HighLevelError", kind: "timeout" });
      expect(error.message).toContain("No response within 15 seconds.");
      expect(error.message).toContain(says);
      expect(seen).toHaveLength(1);
      expect(limit.asked).toEqual([BUDGET_MS]);
    },
  );

  it("lets its answer trickle in is cut off at the deadline", async () => {
    const limit = limits();
    const { base_url } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      drip(response, (count) => {
        if (count === 20) limit.end();
        if (count === 1_000) response.end("{}");
      });
    });
    const error = await failing(READ, base_url);
    expect(error).toMatchObject({ kind: "timeout" });
    expect(limit.asked).toEqual([BUDGET_MS]);
  });

  it("breaks off in the middle of its answer is a broken connection", async () => {
    const { base_url } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write("{\"contacts\":[", () => response.destroy());
    });
    const error = await failing(WRITE, base_url);
    expect(error).toMatchObject({ kind: "network" });
  });

  it("refuses the connection is a broken connection", async () => {
    const { base_url, close } = await serve(() => undefined);
    await close();
    const error = await failing(WRITE, base_url);
    expect(error).toMatchObject({ kind: "network" });
    expect(error.message).toContain("(ECONNREFUSED)");
  });
});
