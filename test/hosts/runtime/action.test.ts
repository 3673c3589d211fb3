import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "@jest/globals";
import axios from "axios";
import { runAction } from "../../../hosts/runtime/index.ts";
import type { ActionResult, Component, LogEntry, Values } from "../../../hosts/runtime/index.ts";
import { AUTH, failure, fixture, gate, quiet } from "./support.ts";

const action = (run: Component["run"], more: Partial<Component> = {}): Component => ({ type: "action", name: "Test", run, ...more });

describe("runAction", () => {
  it("gives the action its values, bound methods, apps and services, and returns what it did", async () => {
    const shown: LogEntry[] = [];
    const result = await runAction(await fixture("create-card.mjs"), {
      auth: AUTH,
      steps: { trigger: { event: 1 } },
      props: { boardId: "b1", title: "Ann", weights: ["1", "2"], password: "hunter2-hunter2", store: { a: 1 } },
      onLog: (entry) => shown.push(entry),
    });
    expect(result.exports).toEqual({ $summary: "Created hello Ann!" });
    expect(result.returnValue).toEqual({
      crm: {}, boardId: "b1", limit: 25, title: "Ann", done: false, weights: [1, 2], password: "[secret password]",
      store: {}, from: { event: 1 }, account: "account-7890",
    });
    expect(result.ended).toBeUndefined();
    expect(result.durationMs).toBeGreaterThanOrEqual(0);
    expect(shown).toEqual(result.logs);
    expect(result.logs.map(({ level, message }) => `${level} ${message.replace(/\s+/g, " ")}`)).toEqual([
      "log token is [$auth.api_key] { nested: { headers: { authorization: 'Bearer [$auth.api_key]' }, account: '[$auth.account]' } }",
      "error password [secret password]",
    ]);
  });

  it("records $.flow, $.respond and $.send, and gives context", async () => {
    const component = await fixture("flow.mjs");
    const run = (how: string, more = {}) => runAction(component, { ...quiet, props: { how }, timeoutMs: 5000, ...more });
    const exit = await run("exit");
    expect(exit.ended).toEqual({ kind: "exit", reason: "nothing to do" });
    expect(exit.sent).toEqual([{ to: "http", payload: { method: "POST", url: "https://example.com" } }]);
    expect(exit.responses).toEqual([{ status: 201 }]);
    expect((await run("suspend")).ended).toEqual({ kind: "suspend", timeoutMs: 5000 });
    expect((await run("rerun")).ended).toEqual({ kind: "rerun", delayMs: 1000, context: { cursor: 1 }, maxRetries: 3 });
    expect((await run("rerun", { rerun: { runs: 2, context: { cursor: 1 } } })).returnValue).toEqual({ runs: 2, context: { cursor: 1 }, left: 5000 });
    expect((await run("suspend")).returnValue).toEqual({ resume_url: expect.any(String), cancel_url: expect.any(String) });
    expect((await run("delay")).ended).toEqual({ kind: "delay", delayMs: 60_000, context: { cursor: 1 } });
  });

  it("takes whatever goes to a destination of the platform", async () => {
    const to = ["email", "emit", "http", "s3", "sms", "snowflake", "sql", "sse"];
    const component = action((args) => {
      const { $ } = args as { $: { send: Record<string, (payload: unknown) => void> } };
      for (const name of to) $.send[name]!({ name });
    });
    expect((await runAction(component, quiet)).sent).toEqual(to.map((name) => ({ to: name, payload: { name } })));
  });

  it("lets a data store be read and written, and a request builder send", async () => {
    const server = createServer((request, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify({ url: request.url, x: request.headers["x-test"] }));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo; // a TCP server's address is an object
    try {
      const component = action(async function (this: unknown) {
        const { store, call } = this as { store: Record<string, (...args: unknown[]) => Promise<unknown>>; call: { execute(): Promise<{ data: unknown }> } };
        await store.set!("b", { n: 2 });
        await store.delete!("a");
        return [await store.keys!(), await store.get!("b"), await store.has!("a"), await store.size!(), (await call.execute()).data];
      }, { props: { store: { type: "data_store" }, call: { type: "http_request" } } });
      const call = { url: `http://127.0.0.1:${port}/`, headers: [{ name: "x-test", value: "1" }], params: { q: "z" } };
      const { returnValue } = await runAction(component, { ...quiet, props: { store: { a: 1 }, call } });
      expect(returnValue).toEqual([["b"], { n: 2 }, false, 1, { url: "/?q=z", x: "1" }]);
    } finally {
      server.close();
    }
  });

  it("gives each app its own $auth, which spreading and JSON do not carry away", async () => {
    const app = (slug: string) => ({ type: "app" as const, app: slug, methods: { key(this: unknown) { return (this as { $auth: Values }).$auth.key; } } });
    const component = action(function (this: unknown) {
      const { a, b } = this as Record<"a" | "b", { key(): unknown }>;
      return { a: a.key(), b: b.key(), json: JSON.stringify({ ...a }) };
    }, { props: { a: app("one"), b: app("two") } });
    const { returnValue } = await runAction(component, { auth: { key: "k1" }, authByApp: { two: { key: "k2" } } });
    expect(returnValue).toEqual({ a: "k1", b: "k2", json: "{}" });
  });

  it("is not changed by what a run does to its values", async () => {
    const props = { list: ["a"] };
    const component = action(function (this: unknown) {
      const { list } = this as { list: string[] };
      list.push("b");
      return list;
    }, { props: { list: { type: "string[]", default: ["x"] } } });
    await runAction(component, { props });
    expect((await runAction(component, { props })).returnValue).toEqual(["a", "b"]);
    await runAction(component);
    expect((await runAction(component)).returnValue).toEqual(["x", "b"]);
  });

  it("refuses a source", async () => {
    expect((await failure(runAction(await fixture("legacy-source.cjs")))).message).toBe("Legacy Items is a source; deploy it instead of running it.");
  });
});

describe("what leaves a run", () => {
  const KEY = AUTH.api_key;
  const fail = (error: unknown) => failure(runAction(action(() => {
    throw error;
  }), { ...quiet, auth: AUTH }));

  it("is the component's error by name and message, with its data, masked", async () => {
    class ConfigurationError extends Error {
      override name = "ConfigurationError";
      contactId = "c1";
      config = { headers: { authorization: `Bearer ${KEY}` }, url: `https://x/?key=${encodeURIComponent(KEY)}`, send() {} };
      [KEY] = 1;
    }
    const error = await fail(new ConfigurationError(`wrong key ${KEY}`, { cause: new TypeError(`because ${KEY}`) }));
    expect(error).toMatchObject({
      name: "ConfigurationError",
      message: "wrong key [$auth.api_key]",
      contactId: "c1",
      config: { headers: { authorization: "Bearer [$auth.api_key]" }, url: "https://x/?key=[$auth.api_key]" },
      "[$auth.api_key]": 1,
      cause: { name: "TypeError", message: "because [$auth.api_key]" },
    });
    expect(JSON.stringify([error, error.stack, error.cause, String(error)])).not.toContain(KEY);
    expect(error).toBeInstanceOf(Error);
  });

  it("has no token in axios' network errors either", async () => {
    const component = action(async function () {
      await axios.get("http://127.0.0.1:1/", { headers: { authorization: `Bearer ${KEY}` } });
    });
    const error = await failure(runAction(component, { ...quiet, auth: AUTH }));
    expect(error).toMatchObject({ code: "ECONNREFUSED", config: { method: "get" } });
    expect(JSON.stringify(error)).not.toContain(KEY);
    expect(JSON.stringify(error)).toContain("Bearer [$auth.api_key]");
  });

  it.each([
    ["text", `no ${KEY}`, "no [$auth.api_key]"],
    ["an object", { status: 400, key: KEY }, '{"status":400,"key":"[$auth.api_key]"}'],
    ["nothing", undefined, "undefined"],
  ])("is an Error when %s was thrown", async (_what, thrown, message) => {
    const error = await fail(thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe(message);
  });

  it("copes with circular data, sockets, buffers and errors in errors", async () => {
    const loop: Values = { when: new Date(0), bytes: Buffer.from(KEY), big: 1n };
    loop.self = loop;
    const error = await fail(Object.assign(new Error("x"), { loop, more: [new Map(), new RangeError(KEY)] }));
    expect(error.loop).toEqual({ when: "1970-01-01T00:00:00.000Z", bytes: `[${KEY.length} bytes]`, big: "1", self: "[circular]" });
    expect(error.more).toEqual(["[Map]", { name: "RangeError", message: "[$auth.api_key]" }]);
  });

  it("is JSON, also of what has none: what leads back to itself is marked, connections are left out, big numbers are text", async () => {
    const loop: Values = { big: 2n ** 64n, twice: [{ a: 1 }], list: [] as unknown[], agent: new Agent() };
    loop.self = loop;
    (loop.list as unknown[]).push({ loop }, loop.twice);
    const plain = { big: "18446744073709551616", twice: [{ a: 1 }], list: [{ loop: "[Circular]" }, [{ a: 1 }]], self: "[Circular]" };
    const component = action((args) => {
      const { $ } = args as { $: { export(name: string, value: unknown): void; respond(value: unknown): void } };
      $.export("loop", loop);
      $.respond(loop);
      return loop;
    });
    expect(await runAction(component, quiet)).toMatchObject({ returnValue: plain, exports: { loop: plain }, responses: [plain] });
  });

  it("has no credential in results; ids of the account stay, as records carry them", async () => {
    const component = action((args) => {
      const { $ } = args as { $: { export(name: string, value: unknown): void } };
      $.export("used", { key: KEY, account: AUTH.account });
      return [`Basic ${Buffer.from(KEY).toString("base64")}`, AUTH.account];
    });
    const result = await runAction(component, { ...quiet, auth: AUTH });
    expect(result.exports).toEqual({ used: { key: "[$auth.api_key]", account: AUTH.account } });
    expect(result.returnValue).toEqual(["Basic [$auth.api_key]", AUTH.account]);
  });

  it("leaves words alone that happen to stand in $auth but are short", async () => {
    const component = action(() => console.log("the region is us"));
    expect((await runAction(component, { ...quiet, auth: { region: "us", api_key: "region" } })).logs[0]?.message).toBe("the region is us");
  });

  it("includes what is printed as a table or with console.dir, and nothing that others print meanwhile", async () => {
    const printed = gate();
    const component = action(async () => {
      console.table([{ a: 1 }]);
      await printed.opened;
      console.dir({ deep: { er: 1 } });
    });
    const other = action(() => {
      console.log("other");
      printed.open();
    });
    const [first, second] = await Promise.all([runAction(component, quiet), runAction(other, quiet)]);
    expect(first.logs.map(({ message }) => message)).toEqual([expect.stringContaining("│"), "{ deep: { er: 1 } }"]);
    expect(second.logs.map(({ message }) => message)).toEqual(["other"]);
  });
});

describe("the time limit", () => {
  it("rejects, keeps what was done before, and ignores what comes later", async () => {
    const abandoned = gate();
    let later: Promise<void> | undefined;
    const component = action(async (args) => {
      const { $ } = args as { $: { export(name: string, value: unknown): void } };
      $.export("before", 1);
      later = abandoned.opened.then(() => {
        $.export("after", 1);
        console.log("too late");
      });
      await later;
    });
    const lines: LogEntry[] = [];
    const error = await failure(runAction(component, { timeoutMs: 20, onLog: (entry) => lines.push(entry) }));
    expect(error.name).toBe("RunTimeoutError");
    expect(error.message).toMatch(/^Test: run\(\) took longer than 0\.02 s and was stopped\./);
    abandoned.open();
    await later;
    expect((error.result as ActionResult).exports).toEqual({ before: 1 });
    expect(lines).toEqual([]);
  });
});
