import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import axios from "axios";
import { RunTimeoutError, createSource, runAction } from "../../../hosts/runtime/index.ts";
import type { Component } from "../../../hosts/runtime/index.ts";
import { failure, gate, quiet } from "./support.ts";

/** Paths of the requests that arrived. */
let arrived: string[] = [];
/** Opened when a request that is never answered has arrived, and when its connection is gone. */
let [reached, brokenOff] = [gate(), gate()];
const server = createServer((request, response) => {
  arrived.push(request.url ?? "");
  if (request.url !== "/never") return void response.end("{}");
  request.once("close", () => brokenOff.open());
  reached.open();
});
const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`; // a TCP server's address is an object

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
beforeEach(() => {
  [arrived, reached, brokenOff] = [[], gate(), gate()];
  // The limit alone is told the time; requests take what they take.
  jest.useFakeTimers({ doNotFake: ["Date", "hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "clearImmediate", "setInterval", "clearInterval"] });
});
afterEach(() => void jest.useRealTimers());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ways = (path: string): [string, () => Promise<unknown>][] => [
  ["axios", () => axios.post(url(path), { a: 1 })],
  ["fetch", () => fetch(url(path), { method: "POST", body: "{}" })],
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

  it("does not disturb others that talk to the same server meanwhile", async () => {
    const over = gate();
    const late: Promise<string>[] = [];
    const started = gate();
    await runOut(() => {
      started.open();
      return over.opened.then(() => late.push(...ways("/late").map(([, call]) => end(call()))));
    }, started.opened);
    over.open();
    const others = await Promise.all(ways("/others").map(([, call]) => end(call())));
    expect(others).toEqual(["answered", "answered"]);
    expect(await Promise.all(late)).toEqual([expect.stringContaining(TOO_LATE), expect.stringContaining(TOO_LATE)]);
    expect(arrived).toEqual(["/others", "/others"]);
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
