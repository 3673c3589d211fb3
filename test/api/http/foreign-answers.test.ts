/** Answers that do not come from HighLevel's API, or are of no size that it gives. */
import { describe, expect, it } from "@jest/globals";
import type { ApiRequest } from "../../../common/api/http/request.ts";
import type { Download } from "../../../common/api/http/download.ts";
import { flood, serve } from "./server.ts";
import { ACCOUNT, READ, TOKEN, WRITE, everythingOf, mock, send, failureOf, waits } from "./support.ts";

const UPDATE: ApiRequest = { version: "2021-07-28", method: "PUT", path: "/contacts/c1", body: { firstName: "Maya" } };
const REMOVE: ApiRequest = { version: "2021-07-28", method: "DELETE", path: "/contacts/c1" };

describe.each([301, 302, 303, 307, 308])("a redirect (%d)", (status) => {
  it.each<[string, ApiRequest, string]>([
    ["GET", READ, "Nothing was changed"], ["POST", WRITE, "check in HighLevel"], ["PUT", UPDATE, "check in HighLevel"], ["DELETE", REMOVE, "check in HighLevel"],
  ])("of a %s is not followed, and no success", async (_, request, says) => {
    const elsewhere = await serve((response) => response.writeHead(200, { "content-type": "application/json" }).end("{\"contact\":{\"id\":\"c1\"}}"));
    const { base_url, seen } = await serve((response) => response.writeHead(status, { location: `${elsewhere.base_url}/sign-in` }).end());
    const error = await failureOf(request, { ...ACCOUNT, base_url });
    expect(error).toMatchObject({ kind: "redirect", status });
    expect(error.message).toContain("The response redirects to another address");
    expect(error.message).toContain(says);
    expect([seen.length, elsewhere.seen.length, waits.length]).toEqual([1, 0, 0]);
  });

  it("of a download is followed, without the token", async () => {
    const store = await serve((response) => response.writeHead(200, { "content-type": "audio/x-wav" }).end("RIFF"));
    const { base_url } = await serve((response) => response.writeHead(status, { location: `${store.base_url}/file` }).end());
    const { data } = await send<Download>({ ...ACCOUNT, base_url }, { version: "2021-07-28", method: "GET", path: "/recording", download: 100 });
    expect(data).toMatchObject({ type: "audio/x-wav", bytes: Buffer.from("RIFF") });
    expect(store.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});

it.each([["read", READ], ["write", WRITE]])("an answer of 100 MB to a %s is given up early, and not asked for again", async (_, request) => {
  let sent = () => 0;
  const { base_url, seen } = await serve((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    sent = flood(response, 100_000_000);
  });
  const error = await failureOf(request, { ...ACCOUNT, base_url });
  expect(error).toMatchObject({ kind: "size" });
  expect(error.message).toContain("was not read");
  expect(sent()).toBeLessThan(40_000_000);
  expect(seen).toHaveLength(1);
});

describe("words of any length", () => {
  it.each([["a text", "x".repeat(1_000_000)], ["a list", Array.from({ length: 10_000 }, () => "x".repeat(100))], ["an object", { x: "x".repeat(1_000_000) }]])("make a short error: %s", async (_, message) => {
    mock(WRITE).reply(400, { message, traceId: "t".repeat(100_000), meta: { contactId: "c".repeat(100_000), matchingField: "f".repeat(100_000) } });
    const error = await failureOf(WRITE);
    expect(everythingOf(error).length).toBeLessThan(20_000);
    expect(error.message.length).toBeLessThan(2_000);
    expect(error.message).toContain("xxxx…");
    expect(error.message).toContain("Use Update Contact");
  });

  it("do not show half a token where they are cut", async () => {
    for (let before = 950; before < 1_000; before += 7) {
      mock(WRITE).reply(400, { message: `${"x".repeat(before)}${TOKEN}` });
      expect(everythingOf(await failureOf(WRITE))).not.toContain("SECRET");
    }
    for (let before = 70; before < 100; before += 3) {
      const text = `${"x".repeat(before)}${TOKEN}`;
      mock(WRITE).reply(400, { message: "no", traceId: text, meta: { contactId: text, matchingField: text } });
      expect(everythingOf(await failureOf(WRITE))).not.toContain("SECRET");
    }
  });
});
