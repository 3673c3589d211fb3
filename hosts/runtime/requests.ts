import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Agent } from "node:http";
import type { ClientRequest } from "node:http";
import { running } from "./scope.ts";

type End = (reason: Error) => void;

/** The requests that a run has under way. Once the run is over, all of them are broken off, and no other one is sent. */
export class Requests {
  private readonly open = new Set<End>();
  private reason: Error | undefined;

  /**
   * Takes a request in; of a run that is over, it is ended before anything is sent.
   * @returns to be called once it has closed
   */
  add(end: End): () => void {
    if (this.reason) end(this.reason);
    else this.open.add(end);
    return () => this.open.delete(end);
  }

  /** Breaks off all of them, now and in future. */
  cut(reason: Error): void {
    this.reason = reason;
    for (const end of this.open) end(reason);
    this.open.clear();
  }
}

const requests = () => running.getStore()?.requests;

function onRequest(request: ClientRequest): void {
  const closed = requests()?.add((reason) => request.destroy(reason));
  if (closed) request.once("close", closed);
}

/** A request of `fetch`, as undici's channels show it: told of an error, it is not sent; `abort` is there once it is. */
interface FetchRequest {
  abort?: ((reason: Error) => void) | null;
  onError(error: Error): void;
}
const fetches = new WeakMap<FetchRequest, () => void>();

function onFetch(message: unknown): void {
  const { request } = message as { request: FetchRequest }; // documented at undici:request:create
  const closed = requests()?.add((reason) => (request.abort ? request.abort(reason) : request.onError(reason)));
  if (closed) fetches.set(request, closed);
}

function onFetched(message: unknown): void {
  const { request } = message as { request: FetchRequest }; // as above
  fetches.get(request)?.();
}

const CHANNELS: [string, (message: unknown) => void][] = [
  ["undici:request:create", onFetch],
  ["undici:request:trailers", onFetched],
  ["undici:request:error", onFetched],
];

/** A request meets its agent when it is made; Node's own channel (http.client.request.start) reports it only once it has been sent. */
type AddRequest = (this: Agent, request: ClientRequest, ...rest: unknown[]) => unknown;
const agent = Agent.prototype as unknown as { addRequest: AddRequest }; // not among the declared members
let original: AddRequest | undefined;
let watchers = 0;

const addRequest: AddRequest = function (request, ...rest) {
  onRequest(request);
  return original?.call(this, request, ...rest);
};

/** Lets the runs know of their requests, by HTTP and by fetch, until the returned function is called. */
export function watchRequests(): () => void {
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
