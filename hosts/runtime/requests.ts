import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Agent } from "node:http";
import type { ClientRequest } from "node:http";
import { running } from "./scope.ts";

type End = (reason: Error) => void;

/** The pending requests of a run. Once the run is over, all of them are aborted, and no more are sent. */
export class Requests {
  private readonly open = new Set<End>();
  private reason: Error | undefined;

  /**
   * Registers a request; if the run is over, ends it before anything is sent.
   * @returns a function to call once the request has closed
   */
  add(end: End): () => void {
    if (this.reason) end(this.reason);
    else this.open.add(end);
    return () => this.open.delete(end);
  }

  /** Aborts all current and future requests. */
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

/** A `fetch` request in undici's channels: onError() keeps it from being sent; `abort` exists once it has been sent. */
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

/** Called when a request is created; Node's own channel (http.client.request.start) reports it only once it has been sent. */
type AddRequest = (this: Agent, request: ClientRequest, ...rest: unknown[]) => unknown;
const agent = Agent.prototype as unknown as { addRequest: AddRequest }; // not among the declared members
let original: AddRequest | undefined;
let watchers = 0;

const addRequest: AddRequest = function (request, ...rest) {
  onRequest(request);
  return original?.call(this, request, ...rest);
};

/** Reports HTTP and fetch requests to their runs until the returned function is called. */
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
