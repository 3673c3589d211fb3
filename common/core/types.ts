/**
 * Our own types for what Pipedream passes to a component: @pipedream/types 0.3 lacks `$auth`, `sampleEmit` and `useQuery`.
 */
import type { Form } from "../input/choices.ts";
import type { Rule } from "../input/rules.ts";
import type { ApiRequest, ApiResponse } from "../api/http/request.ts";
import type { ListCall, ListRequest, Page } from "../api/pagination/paginate.ts";

/** The connected account. One of the two tokens is enough; the rest is optional. */
export interface Auth {
  /** OAuth 2.0 access token. */
  oauth_access_token?: string;
  /** Private Integration Token (`pit-…`). */
  api_key?: string;
  /** Sub-account (location) the token belongs to; absent on agency connections. */
  locationId?: string;
  /** Agency (company), where known. */
  companyId?: string;
  /** Overrides the public API's address (sandbox, proxy). */
  base_url?: string;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A record as HighLevel returns it; its fields vary from account to account. */
export type Fields = Record<string, unknown>;

/** The app instance a component reaches as `this.app`. */
export interface App {
  $auth: Auth;
  /** One API call; resolves to the response body. */
  request<T = Fields>(request: ApiRequest): Promise<T>;
  /** One API call; resolves to body, server time and rate limit. */
  send<T = Fields>(request: ApiRequest): Promise<ApiResponse<T>>;
  /** All pages of a list, one at a time. */
  paginate<T extends object>(list: ListRequest<T>, call?: ListCall): AsyncGenerator<Page<T>>;
  /** The sub-account to use: the override, or the account's own. Throws a ConfigurationError if neither is set. */
  locationId(override?: unknown): string;
  /** The agency of the sub-account, from the account or else from the API. Deadline: epoch ms. */
  companyId(locationOverride?: unknown, deadline?: number): Promise<string>;
  /** IANA time zone of the sub-account. Deadline: epoch ms. */
  timeZone(locationOverride?: unknown, deadline?: number): Promise<string>;
  /** An event id: stable for the same parts, at most 64 characters. */
  dedupeKey(...parts: (string | number)[]): string;
}

/** `$` of an action's run. */
export interface ActionContext {
  export(name: string, value: unknown): void;
  context?: { deadline?: number };
  [key: string]: unknown;
}

/** `$.service.db`: JSON values by name, 60 KB in all. */
export interface Db {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export interface EmitMeta {
  id: string;
  summary: string;
  /** Epoch ms. */
  ts: number;
}

/** `this` of every action: the app and the form's values by prop name. */
export interface ActionInstance {
  app: App;
  [prop: string]: unknown;
}

/** `this` of every source. */
export interface SourceInstance extends ActionInstance {
  db: Db;
  $emit(event: unknown, meta: EmitMeta): void;
}

/** One choice of a dropdown. */
export interface Option {
  label: string;
  value: string;
}

/** What the platform passes to a dropdown's `options`. */
export interface OptionsCall {
  page?: number;
  prevContext?: Fields;
  query?: string;
  [configured: string]: unknown;
}

/** An API endpoint, readable without running anything. */
export interface Endpoint {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As in the API description, with `{placeholders}`. */
  path: string;
  /** The value of the `Version` header. */
  version: string;
  /** The OAuth scope; absent where HighLevel declares none. */
  scope?: string;
  /** A POST that changes nothing, such as a search. */
  reads?: true;
  /** Requires an agency's token. */
  agencyOnly?: true;
}

/** What an operation calls and accepts; every component carries it under {@link OPERATION}. */
export interface OperationDescriptor {
  /** How it works: "endpoint" for plain actions, else the name of the strategy or "custom". */
  kind: string;
  endpoints: Endpoint[];
  /** The form, where the behavior knows it; see `formOf`. */
  form?: Form;
  /** Cross-field rules of the form; see `checkRules`. */
  rules?: Rule[];
  /** Reads: what they return, made up. */
  sample?: unknown;
  /** Triggers: what they watch, for people: "contact". */
  noun?: string;
  /** Triggers: props that determine what is watched; changing one starts a new baseline. */
  resetOn?: string[];
  /** Triggers: the event types they can emit. */
  eventTypes?: string[];
  /** Triggers: the cost of a poll, in a sentence, where it differs from the strategy's usual cost. */
  cost?: string;
}

/** Key of a component's {@link OperationDescriptor}: a global symbol, so that any host can read it. */
export const OPERATION = Symbol.for("highlevel.operation");
