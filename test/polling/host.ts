/** Runs triggers as a host does, on a clock of the tests' own, with crashes wherever a test wants one. */
import { afterEach, beforeEach, jest } from "@jest/globals";
import type { RateLimit } from "../../common/api/http/limits.ts";
import type { ApiRequest, ApiResponse } from "../../common/api/http/request.ts";
import type { ListCall, ListRequest } from "../../common/api/pagination/paginate.ts";
import type { App, Auth, EmitMeta, Fields, SourceInstance } from "../../common/core/types.ts";
import { holdTicks, passTicks, releaseTicks } from "../support/ticks.ts";
import { REAL_TIMERS } from "../support/timers.ts";

jest.unstable_mockModule("../../common/api/http/sleep.ts", () => ({ sleep: async () => undefined }));
const { paginate } = await import("../../common/api/pagination/paginate.ts");
const { HighLevelError } = await import("../../common/api/http/errors.ts");
const { dedupeKey } = await import("../../common/core/fingerprint.ts");

export const NOW = Date.parse("2026-03-01T12:00:00.000Z");
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What Pipedream keeps for one component, bytes. */
export const DB_BYTES = 60_000;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: [...REAL_TIMERS] });
  holdTicks();
  jest.spyOn(console, "log").mockImplementation(() => undefined);
});

afterEach(() => {
  releaseTicks();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Sets the machine's clock, epoch ms; no time passes. */
export function setTime(ms: number): void {
  jest.setSystemTime(ms);
}

/** Lets time pass. */
export function pass(ms: number): void {
  jest.setSystemTime(Date.now() + ms);
  passTicks(ms);
}

/** The network, as far as a test disturbs it. */
export class Api implements App {
  $auth: Auth = { oauth_access_token: "token", locationId: "loc1" };
  /** All requests so far. */
  readonly asked: ApiRequest[] = [];
  /** How long each takes, ms. */
  latencyMs = 0;
  /** HighLevel's clock against the host's, ms. */
  skewMs = 0;
  limit: RateLimit = { intervalMs: 10_000 };
  /** Called before each answer with the number of the request since {@link listen}, from 1. */
  private listener: ((count: number) => void) | undefined;
  private counted = 0;
  /** What the next request is refused with, at once. */
  refusal: Error | undefined;

  constructor(private readonly answer: (request: ApiRequest) => unknown) {}

  /** Something that happens between the requests; may throw to break one. */
  listen(listener: ((count: number) => void) | undefined): void {
    this.listener = listener;
    this.counted = 0;
  }

  async send<T = Fields>(request: ApiRequest): Promise<ApiResponse<T>> {
    this.asked.push(request);
    const { refusal } = this;
    this.refusal = undefined;
    if (refusal) throw refusal;
    pass(this.latencyMs);
    if (request.deadline !== undefined && Date.now() >= request.deadline) throw new HighLevelError("No time left.", "late");
    this.listener?.(++this.counted);
    return { data: this.answer(request) as T, limit: this.limit, now: Date.now() + this.skewMs }; // the test names the type of its own answers
  }

  async request<T = Fields>(request: ApiRequest): Promise<T> {
    return (await this.send<T>(request)).data;
  }

  paginate<T extends object>(list: ListRequest<T>, call?: ListCall) {
    return paginate((request) => this.send(request), list, call);
  }

  locationId(override?: unknown): string {
    return String(override ?? this.$auth.locationId);
  }

  async companyId(): Promise<string> {
    return "company1";
  }

  async timeZone(): Promise<string> {
    return "UTC";
  }

  dedupeKey = dedupeKey;
}

/** How HighLevel refuses a page cursor, see {@link Host.refuseCursor}. */
export const REFUSED = "HighLevel says: lastMessageId is not valid.";

/** Breaks the n-th request from now on (and only that one). */
export function breakAt(api: Api, at: number): void {
  api.listen((count) => {
    if (count === at) throw new HighLevelError("The connection broke (ECONNRESET).", "network");
  });
}

export interface Component {
  hooks: { deploy(this: SourceInstance): Promise<void>; activate(this: SourceInstance): Promise<void> };
  run(this: SourceInstance): Promise<void>;
}

export interface Emitted {
  event: Fields;
  id: string;
  kind: string;
  ts: number;
  summary: string;
}

/**
 * Where a run crashes: when it emits for the n-th time (from 0), or when it saves.
 * "error" is an exception that the component may see and survive; after "kill" nothing it does has an effect.
 */
export interface Crash { at: number | "save"; how: "error" | "kill" }

export class Crashed extends Error {}

export class Host {
  /** `$.service.db`, as JSON. */
  db: Record<string, string> = {};
  /** Everything that was ever emitted. */
  readonly events: Emitted[] = [];
  /** The state whose page cursor HighLevel refuses. */
  private refused: string | undefined;

  constructor(private readonly component: Component, readonly api: Api, public props: Fields = {}) {}

  get stateBytes(): number {
    return Object.entries(this.db).reduce((bytes, [name, json]) => bytes + Buffer.byteLength(name) + Buffer.byteLength(json), 0);
  }

  /** From now on HighLevel refuses the page cursor that is saved now, where one is. @returns whether one is */
  refuseCursor(): boolean {
    const { state } = this.db;
    const hasCursor = state !== undefined && "resume" in (JSON.parse(state) as { strategy: Fields }).strategy;
    if (hasCursor) this.refused = state;
    return hasCursor;
  }

  private async call(hook: "deploy" | "activate" | "run", crash?: Crash): Promise<Emitted[]> {
    const emitted: Emitted[] = [];
    let dead = false;
    const die = () => {
      dead ||= crash?.how === "kill";
      throw new Crashed("crash");
    };
    const instance: SourceInstance = {
      ...this.props,
      app: this.api,
      db: {
        get: (name) => {
          const json = this.db[name];
          return json === undefined ? undefined : JSON.parse(json);
        },
        set: (name, value) => {
          if (dead || crash?.at === "save") die();
          const db = { ...this.db, [name]: JSON.stringify(value) };
          if (Object.values(db).join("").length > DB_BYTES) throw new Error("The component's database is full.");
          this.db = db;
        },
      },
      $emit: (event, meta: EmitMeta) => {
        if (dead || crash?.at === emitted.length) die();
        const body = JSON.parse(JSON.stringify(event)) as Fields; // what a workflow receives
        const { kind } = body._event as { kind: string };
        emitted.push({ event: body, id: meta.id, kind, ts: meta.ts, summary: meta.summary });
      },
    };
    this.api.refusal = this.refused !== undefined && this.refused === this.db.state ? new HighLevelError(REFUSED, "invalid", 422) : undefined;
    try {
      const method = hook === "run" ? this.component.run : this.component.hooks[hook];
      await method.call(instance);
    } finally {
      this.events.push(...emitted);
    }
    return emitted;
  }

  /** The first deployment, with its samples. */
  async deploy(): Promise<Emitted[]> {
    return [...await this.call("deploy"), ...await this.call("activate")];
  }

  /** A deployment without samples, or an update. */
  activate(): Promise<Emitted[]> {
    return this.call("activate");
  }

  /** One poll; rejects with what it throws. */
  run(crash?: Crash): Promise<Emitted[]> {
    return this.call("run", crash);
  }

  /** One poll that may fail: what it emitted, and the error. */
  async tryRun(crash?: Crash): Promise<{ emitted: Emitted[]; error?: Error }> {
    const before = this.events.length;
    try {
      return { emitted: await this.run(crash) };
    } catch (error) {
      return { emitted: this.events.slice(before), error: error as Error }; // components throw errors
    }
  }

  /** One poll and the number of requests it took. */
  async counted(): Promise<{ emitted: Emitted[]; requests: number }> {
    const before = this.api.asked.length;
    const emitted = await this.run();
    return { emitted, requests: this.api.asked.length - before };
  }

  /** Polls every `everyMs` until three polls in a row emit nothing. @returns what was emitted on the way */
  async settle(everyMs: number, most = 60): Promise<Emitted[]> {
    const emitted: Emitted[] = [];
    for (let quiet = 0, poll = 0; quiet < 3; poll++) {
      if (poll === most) throw new Error(`After ${most} polls the trigger still emits.`);
      pass(everyMs);
      const events = await this.run();
      emitted.push(...events);
      quiet = events.length === 0 ? quiet + 1 : 0;
    }
    return emitted;
  }
}

/** An id of 36 characters, as some of HighLevel's are. */
export const uuid = (index: number): string => `3f2b8c1e-77aa-4b6d-9e10-${String(index).padStart(12, "0")}`;

/** "created c1", "updated c1", ... in the order of emission. */
export const eventLines = (events: Emitted[]): string[] => events.map(({ kind, event }) => `${kind} ${String(event.id)}`);

/** What {@link eventLines} says of new records, sorted. */
export const created = (ids: string[]): string[] => ids.map((id) => `created ${id}`).sort();

/** Ids that occur more than once. */
export const repeated = (events: Emitted[]): string[] => {
  const ids = events.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
};
