import { createServer as createTcpServer, connect } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import axios from "axios";
import { RunTimeoutError, createSource, runAction } from "../../local/runtime/index.ts";
import type { Component } from "../../local/runtime/index.ts";
import { failure, gate, quiet } from "./support.ts";

/** What arrived at a server: paths, or what was sent over a connection. */
let arrived: string[] = [];
/** Opened when a call that is never answered has arrived, and when its connection is gone. */
let [reached, brokenOff] = [gate(), gate()];
const takes = (text: string): boolean => {
  arrived.push(text);
  if (text !== "/never") return true;
  reached.open();
  return false;
};
const http = createServer((request, response) => {
  if (takes(request.url ?? "")) response.end("{}");
  else request.once("close", () => brokenOff.open());
});
const tcp = createTcpServer((socket) => socket.on("error", () => undefined).once("close", () => brokenOff.open()).on("data", (data) => {
  if (takes(data.toString())) socket.end("ok");
}));

const portOf = (server: Server) => (server.address() as AddressInfo).port; // a TCP server's address is an object
const url = (path: string) => `http://127.0.0.1:${portOf(http)}${path}`;

beforeAll(() => Promise.all([http, tcp].map((server) => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)))));
beforeEach(() => {
  [arrived, reached, brokenOff] = [[], gate(), gate()];
  // The limit alone is told the time; connections take what they take.
  jest.useFakeTimers({ doNotFake: ["Date", "hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "clearImmediate", "setInterval", "clearInterval"] });
});
afterEach(() => void jest.useRealTimers());
afterAll(() => {
  http.closeAllConnections();
  for (const server of [http, tcp]) server.close();
});

/** Sends a text over a connection of its own; resolves when it is answered. */
const tell = (text: string) => new Promise<void>((resolve, reject) => {
  const socket = connect(portOf(tcp), "127.0.0.1", () => socket.write(text));
  socket.once("error", reject).once("data", () => resolve());
});
const ways = (path: string): [string, () => Promise<unknown>][] => [
  ["axios", () => axios.post(url(path), { a: 1 })],
  ["fetch", () => fetch(url(path), { method: "POST", body: "{}" })],
  ["a connection of its own", () => tell(path)],
];

/** What a call ended with; fetch says why in the cause of its error. */
const end = (call: Promise<unknown>) => call.then(() => "answered", (error: Error & { cause?: Error }) => String(error.cause ?? error));
const TOO_LATE = "Slow: run() took longer than 5 s";

/** Runs an action until `due`, when its time is over. */
async function runOut(run: Component["run"], due: Promise<void>): Promise<void> {
  const running = failure(runAction({ type: "action", name: "Slow", run }, { ...quiet, timeoutMs: 5000 }));
  await due;
  jest.advanceTimersByTime(5000);
  expect(await running).toBeInstanceOf(RunTimeoutError);
}

describe("a run that took too long", () => {
  it.each(ways("/never"))("has what it sent by %s broken off", async (_what, call) => {
    let ended: Promise<string> | undefined;
    await runOut(() => (ended = end(call())), reached.opened);
    expect(await ended).toMatch(TOO_LATE);
    await brokenOff.opened;
  });

  it.each(ways("/late"))("sends nothing more by %s", async (_what, call) => {
    await call(); // leaves a connection behind that is kept alive
    const [started, over] = [gate(), gate()];
    let refused: Promise<string> | undefined;
    await runOut(() => {
      started.open();
      return (refused = over.opened.then(() => end(call())));
    }, started.opened);
    over.open();
    expect(await refused).toMatch(TOO_LATE);
    await axios.get(url("/others"));
    expect(arrived).toEqual(["/late", "/others"]);
  });

  it("leaves the next run of the source unharmed", async () => {
    let path = "/never";
    const source = createSource({ key: "s", name: "Slow", run: async () => void (await axios.get(url(path))) }, { ...quiet, timeoutMs: 5000 });
    const first = failure(source.run());
    path = await reached.opened.then(() => "/next");
    jest.advanceTimersByTime(5000);
    expect((await first).message).toMatch(TOO_LATE);
    await source.run();
    expect(arrived).toEqual(["/never", "/next"]);
  });

  it("has had its whole time again since it asked for it", async () => {
    let ask = () => "";
    const started = gate();
    let deadline = "";
    await runOut((args) => {
      ask = (args as { $: { flow: { refreshTimeout(): string } } }).$.flow.refreshTimeout;
      started.open();
      return new Promise(() => undefined);
    }, started.opened.then(() => {
      jest.advanceTimersByTime(4999);
      deadline = ask();
      jest.advanceTimersByTime(4999);
      expect(ask() >= deadline).toBe(true); // it still runs, and has its time once more
    }));
  });
});
