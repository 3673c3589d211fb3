/**
 * No test reaches the internet, whether or not it uses mocks (see nock.ts): an attempt to connect to anything but this
 * machine fails its test.
 */
import { afterAll, afterEach } from "@jest/globals";
import { Socket } from "node:net";
import { LOCAL } from "./local.ts";

let tried: string[] = [];

const connect = Socket.prototype.connect;

Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]) {
  // net.connect() passes its arguments as one list.
  const [target] = args.flat() as [{ host?: string; port?: number; path?: string } | number | string | undefined];
  const host = typeof target === "object" && target !== null ? target.host ?? "localhost" : typeof args[1] === "string" ? args[1] : "localhost";
  if (LOCAL.test(host)) return Reflect.apply(connect, this, args) as Socket;
  tried.push(host);
  process.nextTick(() => this.destroy(new Error(`Tests may connect only to this machine, not to ${host}.`)));
  return this;
} as typeof connect; // all forms of its arguments are passed on

afterEach(() => {
  const problems = tried.map((host) => `tried to connect without a mock: ${host}`);
  tried = [];
  if (problems.length > 0) throw new Error(problems.join("\n"));
});

afterAll(() => void (Socket.prototype.connect = connect));
