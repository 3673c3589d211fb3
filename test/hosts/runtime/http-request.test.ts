import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runAction } from "../../../hosts/runtime/index.ts";
import type { Component, Values } from "../../../hosts/runtime/index.ts";
import { failure, quiet } from "./support.ts";

interface Received { method?: string; url?: string; headers: IncomingHttpHeaders; body: string }

/** Answers with what it received. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
    const { method, url, headers } = request;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() } satisfies Received));
  });
});
let base = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is an object
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Caller { call: { execute(): Promise<unknown> } }

/** The platform's own action "Send Webhook" returns the response as it is. */
const component: Component = {
  type: "action",
  name: "Send",
  props: { call: { type: "http_request", default: { method: "POST" } } },
  run(this: unknown) {
    return (this as Caller).call.execute();
  },
};

const send = async (form: Values) => {
  const { returnValue } = await runAction(component, { ...quiet, props: { call: { url: `${base}/in`, ...form } } });
  return returnValue as { status: number; headers: Values; data: Received };
};

describe("an http_request prop", () => {
  const row = (name: string, value: string) => ({ name, value });

  it.each([
    ["fields as JSON", { body: { type: "fields", contentType: "application/json", fields: [row("a", "1"), row("", "")] } }, { body: '{"a":"1"}', headers: { "content-type": "application/json" } }],
    ["fields as a form", { body: { mode: "fields", contentType: "application/x-www-form-urlencoded", fields: [row("a", "1"), row("a", "2 3")] } }, { body: "a=1&a=2+3", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["raw JSON as it is", { body: { mode: "raw", type: "raw", contentType: "_raw", raw: '{ "a": 1 }', fields: [] } }, { body: '{ "a": 1 }', headers: { "content-type": "application/json" } }],
    ["raw text as text", { body: { mode: "raw", raw: "hello" } }, { body: "hello", headers: { "content-type": "text/plain" } }],
    ["raw text as the type that a header names", { headers: [row("Content-Type", "text/csv")], body: { mode: "raw", raw: "a;b" } }, { body: "a;b", headers: { "content-type": "text/csv" } }],
    ["no body that was left empty", { body: { type: "fields", fields: [] } }, { body: "" }],
    ["a body that is no form", { body: { a: { b: 1 } } }, { body: '{"a":{"b":1}}' }],
    ["a user and password", { auth: { type: "basic", username: "ann", password: "pass-word-1" } }, { headers: { authorization: "Basic [secret call]" } }],
    ["a token", { auth: { type: "bearer", token: "token-123456" } }, { headers: { authorization: "Bearer [secret call]" } }],
    ["nobody's credentials", { auth: { type: "none", token: "token-123456" } }, { headers: expect.not.objectContaining({ authorization: expect.anything() }) }],
    ["rows, also of one name, as the query", { params: [row("a", "1"), row("a", "2"), row("", "x")] }, { url: "/in?a=1&a=2" }],
    ["a method", { method: "PATCH" }, { method: "PATCH" }],
  ])("sends %s", async (_what, form, expected) => {
    const { data } = await send({ method: "POST", ...form });
    expect(data).toMatchObject(expected);
  });

  it("sends fields as a multipart form", async () => {
    const { data } = await send({ method: "POST", body: { type: "fields", contentType: "multipart/form-data", fields: [row("a", "1")] } });
    expect(data.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(data.body).toMatch(/name="a"\r\n\r\n1\r\n/);
  });

  it("says that it lacks an address", async () => {
    expect((await failure(send({ url: "" }))).message).toMatch("The request of call has no URL.");
  });

  it("gives a response that can be returned as it is: its data, status and headers, without the machinery of the connection", async () => {
    const response = await send({});
    expect(response).toMatchObject({ status: 200, headers: { "content-type": "application/json" }, data: { url: "/in" } });
    expect(Object.keys(response)).not.toContain("request");
  });
});
