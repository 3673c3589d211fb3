import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Agent } from "node:http";
import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { running } from "./scope.ts";

type End = (reason: Error) => void;

/** What a run has open to the network. Once the run is over, all of it is broken off, and nothing new is let through. */
export class Connections {
  private readonly open = new Set<End>();
  private reason: Error | undefined;

  /**
   * Takes a request or socket in; of a run that is over, it is ended before anything is sent.
   * @returns to be called once it has closed
   */
  add(end: End): () => void {
    if (this.reason) end(this.reason);
    else this.open.add(end);
    return () => this.open.delete(end);
  }

  /** Breaks off everything, now and in future. */
  cut(reason: Error): void {
    this.reason = reason;
    for (const end of this.open) end(reason);
    this.open.clear();
  }
}

const connections = () => running.getStore()?.connections;

function onRequest(request: ClientRequest): void {
  const closed = connections()?.add((reason) => request.destroy(reason));
  if (closed) request.once("close", closed);
}

/** Sockets that do not serve requests are those of databases and file transfers. One that does is shared: its requests are ended, not it. */
function onSocket(message: unknown): void {
  const { socket } = message as { socket: Socket }; // documented at net.client.socket
  const closed = connections()?.add((reason) => process.nextTick(() => { // told of before it connects, which would undo its end
    if (!("_httpMessage" in socket) || socket.connecting) socket.destroy(reason);
  }));
  if (closed) socket.once("close", closed);
}

/** A request of `fetch`, as undici's channels show it: told of an error, it ends. */
interface FetchRequest { onError(error: Error): void }
const fetches = new WeakMap<FetchRequest, () => void>();

function onFetch(message: unknown): void {
  const { request } = message as { request: FetchRequest }; // documented at undici:request:create
  const closed = connections()?.add((reason) => request.onError(reason));
  if (closed) fetches.set(request, closed);
}

function onFetched(message: unknown): void {
  const { request } = message as { request: FetchRequest }; // as above
  fetches.get(request)?.();
}

const CHANNELS: [string, (message: unknown) => void][] = [
  ["net.client.socket", onSocket],
  ["undici:request:create", onFetch],
  ["undici:request:trailers", onFetched],
  ["undici:request:error", onFetched],
];

/** A request meets its agent when it is made; Node's own channel (http.client.request.start) tells of it when it has been sent. */
type AddRequest = (this: Agent, request: ClientRequest, ...rest: unknown[]) => unknown;
const agent = Agent.prototype as unknown as { addRequest: AddRequest }; // not among the declared members
let original: AddRequest | undefined;
let watchers = 0;

const addRequest: AddRequest = function (request, ...rest) {
  onRequest(request);
  return original?.call(this, request, ...rest);
};

/** Lets the runs know of their connections until the returned function is called. */
export function watchConnections(): () => void {
  if (watchers++ === 0) {
    for (const [name, listener] of CHANNELS) subscribe(name, listener);
    original = agent.addRequest;
    agent.addRequest = addRequest;
  }
  return () => {
    if (--watchers > 0) return;
    for (const [name, listener] of CHANNELS) unsubscribe(name, listener);
    if (original) agent.addRequest = original;
  };
}
