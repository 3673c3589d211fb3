import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { ApiRequest } from "../../common/http/request.ts";
import { NOW, READ, TOKEN, WRITE, told } from "./support.ts";

let server: Server | undefined;

/** A server on this machine, for what no mock can imitate. */
async function serve(answer: (response: ServerResponse) => void): Promise<{ base_url: string; requests: () => number }> {
  let requests = 0;
  server = createServer((_, response) => {
    requests++;
    answer(response);
  });
  const listening = server;
  await new Promise<void>((ready) => listening.listen(0, "127.0.0.1", ready));
  const { port } = listening.address() as AddressInfo; // a TCP server has a port
  return { base_url: `http://127.0.0.1:${port}`, requests: () => requests };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const BUDGET_MS = 120;

async function timed(request: ApiRequest, base_url: string) {
  const started = performance.now();
  const error = await told({ ...request, deadline: NOW + BUDGET_MS }, { oauth_access_token: TOKEN, base_url });
  return { error, ms: performance.now() - started };
}

describe("a server that", () => {
  it.each([["read", READ, "Nothing was changed; try again."], ["write", WRITE, "look in HighLevel before you run this again"]])(
    "never answers ends with a timeout: %s",
    async (_, request, says) => {
      const { base_url, requests } = await serve(() => undefined);
      const { error, ms } = await timed(request, base_url);
      expect(error).toMatchObject({ name: "HighLevelError", kind: "timeout" });
      expect(error.message).toContain("No answer within 1 second.");
      expect(error.message).toContain(says);
      expect(requests()).toBe(1);
      expect(ms).toBeLessThan(BUDGET_MS * 4);
    },
  );

  it("lets its answer trickle in is cut off at the deadline", async () => {
    const { base_url } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
      setTimeout(() => response.end("{}"), 1_500).unref();
    });
    const { error, ms } = await timed(READ, base_url);
    expect(error).toMatchObject({ kind: "timeout" });
    expect(ms).toBeLessThan(BUDGET_MS * 4);
  });

  it("breaks off in the middle of its answer is a broken connection", async () => {
    const { base_url } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write("{\"contacts\":[");
      setTimeout(() => response.destroy(), 10);
    });
    const { error } = await timed(WRITE, base_url);
    expect(error).toMatchObject({ kind: "network" });
  });

  it("refuses the connection is a broken connection", async () => {
    const { base_url } = await serve(() => undefined);
    await new Promise((closed) => server?.close(closed));
    const { error } = await timed(WRITE, base_url);
    expect(error).toMatchObject({ kind: "network" });
    expect(error.message).toContain("(ECONNREFUSED)");
  });
});
