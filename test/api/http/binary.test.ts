import { once } from "node:events";
import { describe, expect, it } from "@jest/globals";
import nock from "../../support/nock.ts";
import type { ApiRequest } from "../../../common/api/http/request.ts";
import type { Download } from "../../../common/api/http/download.ts";
import { flood, serve } from "./server.ts";
import { ACCOUNT, drip, everythingOf, HOST, limits, send, TOKEN, failureOf, waits } from "./support.ts";

const PATH = "/conversations/messages/m1/locations/loc1/recording";
const REQUEST: ApiRequest = {
  version: "2021-07-28", method: "GET", path: "/conversations/messages/{messageId}/locations/{locationId}/recording", pathParams: { messageId: "m1", locationId: "loc1" },
  scope: "conversations/message.readonly", download: 1_000,
};
/** Every byte there is, so that a reading as text would show. */
const BYTES = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
const wav = { "content-type": "audio/x-wav", "content-disposition": "attachment; filename=audio.wav" };

const download = async (request = REQUEST) => (await send(ACCOUNT, request)).data as unknown as Download;

describe("an answer that is a file", () => {
  it("comes byte by byte, with its name and type", async () => {
    let accept: unknown;
    nock(HOST).get(PATH).reply(200, function reply() {
      accept = this.req.headers.accept;
      return BYTES;
    }, wav);
    const file = await download();
    expect(file).toEqual({ type: "audio/x-wav", name: "audio.wav", size: 256, bytes: BYTES });
    expect(accept).toBe("*/*");
  });

  it("is text where it is text, and no broken JSON", async () => {
    nock(HOST).get(PATH).reply(200, "Grüß Gott", { "content-type": "text/plain; charset=utf-8", "content-disposition": "attachment; filename=\"transcription.txt\"" });
    const { bytes, ...file } = await download();
    expect(file).toEqual({ type: "text/plain", name: "transcription.txt", size: 11 });
    expect(bytes?.toString("utf8")).toBe("Grüß Gott");
  });

  it("may be empty", async () => {
    nock(HOST).get(PATH).reply(200, Buffer.alloc(0), wav);
    expect(await download()).toMatchObject({ size: 0 });
  });

  it("fits up to the last byte, and not one more", async () => {
    nock(HOST).get(PATH).reply(200, BYTES, wav).get(PATH).reply(200, BYTES, wav);
    expect((await download({ ...REQUEST, download: 256 })).bytes).toEqual(BYTES);
    expect((await download({ ...REQUEST, download: 255 })).bytes).toBeUndefined();
  });

  it("is described, but not read, where its length says that it is too large", async () => {
    let closed: Promise<unknown> | undefined;
    const { base_url } = await serve((response) => {
      closed = once(response, "close");
      response.writeHead(200, { ...wav, "content-length": 5_000_000 });
      response.write(BYTES);
    });
    const { data } = await send({ ...ACCOUNT, base_url }, REQUEST);
    expect(data).toEqual({ type: "audio/x-wav", name: "audio.wav", size: 5_000_000, bytes: undefined });
    expect(closed).toBeDefined();
    await closed;
  });

  it("is given up at the limit where its length is not known", async () => {
    let sent = () => 0;
    const { base_url } = await serve((response) => {
      response.writeHead(200, wav);
      sent = flood(response, 100_000_000);
    });
    const { data } = await send({ ...ACCOUNT, base_url }, REQUEST);
    expect(data).toEqual({ type: "audio/x-wav", name: "audio.wav", size: undefined, bytes: undefined });
    expect(sent()).toBeLessThan(20_000_000);
  });
});

describe("a file that does not come", () => {
  it("is explained like any other refusal", async () => {
    nock(HOST).get(PATH).reply(404, { statusCode: 404, message: "Recording not found", traceId: "t-1" });
    const error = await failureOf(REQUEST);
    expect(error).toMatchObject({ kind: "notFound", status: 404, traceId: "t-1" });
    expect(error.message).toContain("HighLevel says: Recording not found.");
  });

  it("names the scope that is missing", async () => {
    nock(HOST).get(PATH).reply(401, { statusCode: 401, message: "The token is not authorized for this scope." });
    expect((await failureOf(REQUEST)).message).toContain("lacks the scope conversations/message.readonly");
  });

  it("is asked for again after a passing failure", async () => {
    nock(HOST).get(PATH).reply(503, "busy").get(PATH).reply(429, { message: "Too many" }, { "retry-after": "7" }).get(PATH).reply(200, BYTES, wav);
    expect((await download()).size).toBe(256);
    expect(waits).toHaveLength(2);
    expect(waits[1]).toBe(7_000);
  });

  it("is no file where a page came in its place", async () => {
    nock(HOST).get(PATH).times(4).reply(200, "<html>Just a moment...</html>", { "content-type": "text/html; charset=utf-8" });
    expect(await failureOf(REQUEST)).toMatchObject({ kind: "format" });
  });

  it("is asked for again where it breaks off, and then explained without the token", async () => {
    let asked = 0;
    const { base_url } = await serve((response) => {
      asked++;
      response.writeHead(200, { ...wav, "content-length": 500 });
      response.write(BYTES, () => response.destroy());
    });
    const error = await failureOf(REQUEST, { ...ACCOUNT, base_url });
    expect(error).toMatchObject({ kind: "network" });
    expect(everythingOf(error)).not.toContain(TOKEN);
    expect(asked).toBe(4);
  });

  it("is a timeout where it trickles in", async () => {
    const limit = limits();
    const { base_url } = await serve((response) => {
      response.writeHead(200, wav);
      drip(response, (count) => count === 20 && limit.end());
    });
    const error = await failureOf({ ...REQUEST, deadline: Date.now() + 15_000 }, { ...ACCOUNT, base_url });
    expect(error).toMatchObject({ kind: "timeout" });
    expect(everythingOf(error)).not.toContain(TOKEN);
  });
});
