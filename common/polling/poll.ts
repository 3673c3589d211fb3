import { HOUR_MS } from "../core/durations.ts";
import { dedupeKey } from "../core/fingerprint.ts";
import { countdown, ticks } from "../api/http/ticks.ts";
import { HighLevelError } from "../api/http/errors.ts";
import { textsOf } from "../core/text/values.ts";
import type { ListCall, ListRequest, Page } from "../api/pagination/paginate.ts";
import { withSend } from "../api/pagination/with-send.ts";
import type { Hidden } from "../api/pagination/same-timestamp.ts";
import type { Resource } from "../resources/resource.ts";
import { formOf } from "../input/choices.ts";
import type { Form } from "../input/choices.ts";
import { idFieldsOf, withCleanForm } from "../input/form.ts";
import type { ActionInstance, App, Endpoint, Fields, SourceInstance } from "../core/types.ts";
import type { ApiRequest } from "../api/http/request.ts";
import { HighLevelClock, WrongGuess } from "./clock.ts";
import type { EventTypes } from "./event-types.ts";
import { mapped } from "./field-map.ts";
import type { CachedLookups, Loaded } from "./state/envelope.ts";

/** The key of every event that says what happened; everything beside it is the record itself. */
export const EVENT_KEY = "_event";

export interface EventInfo {
  kind: string;
  /** Fields that changed, where known. */
  changedFields?: string[];
  /** When this poll noticed it, on HighLevel's clock, ISO. */
  detectedAt: string;
}

export interface Emission {
  kind: string;
  record: Fields;
  /** Parts of the event id: the same for the same real-world change, never the wall clock. */
  id: (string | number)[];
  /** When it happened, epoch ms; the poll's time where unknown. */
  ts?: number;
  label: string;
  changedFields?: string[];
}

/** The event that a record of a list is. */
export function emissionOf<R extends Fields>(resource: Resource<R>, kind: string, record: R, id: Emission["id"]): Emission {
  return { kind, record, id, ts: kind === "created" ? resource.createdAt(record) : resource.updatedAt(record), label: resource.label(record) };
}

const DEFAULT_BUDGET_S = 25;
/** Kept free at the end of a poll for emitting and saving, ms. */
const RESERVE_MS = 1_000;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The answer about how far HighLevel's clock is ahead of the machine's, ms, among those that are recalled. */
const CLOCK = "clock";
/** What HighLevel hides, as long as that has to be said, with the time of the newest. */
const HIDDEN = "hidden";

/** What a poll has to know of its trigger. */
export interface PollSpec {
  /** What the trigger watches, for summaries: "contact". */
  noun: string;
  eventTypes: EventTypes;
  /** The form's fields with fixed choices, beside `eventTypes`. */
  form?: Form;
}

/** One poll: its time budget, its requests, and the way events leave it. */
export class Poll {
  /** Its requests tell the poll what time it is at HighLevel's. */
  readonly app: App;
  private clock = new HighLevelClock();
  private readonly left: () => number;
  private slowestPageMs = 0;
  private hasEmitted = false;
  /** True while a baseline is read: nothing is emitted then. */
  silent = false;
  /** How many baselines came before the one that the state belongs to. */
  baseline = 0;
  /** What {@link Poll.cachedLookup} believes; saved with the state. */
  cachedLookups: CachedLookups = {};

  /** The form's values, without what came along when they were pasted. */
  readonly source: ActionInstance;

  /** Kinds of event the user chose. */
  readonly eventTypes: ReadonlySet<string>;

  private readonly noun: string;
  private readonly idFields: ReturnType<typeof idFieldsOf>;

  /** @throws ConfigurationError for a choice that the trigger does not know: with a kind that is none, it would never emit */
  constructor(readonly host: SourceInstance, { noun, eventTypes, form }: PollSpec) {
    this.noun = noun;
    this.source = withCleanForm<ActionInstance>(host, { ...formOf({ eventTypes }), ...form });
    this.idFields = idFieldsOf(this.source, form);
    this.app = this.listening(host.app);
    const wanted = textsOf(this.source.eventTypes);
    this.eventTypes = new Set(wanted.length > 0 ? wanted : eventTypes.default);
    const seconds = Number(this.source.pollBudget ?? DEFAULT_BUDGET_S);
    this.left = countdown(Date.now() + seconds * 1000 - RESERVE_MS);
  }

  /** What was saved with the state. */
  remember({ baseline, cachedLookups }: Pick<Loaded<object>, "baseline" | "cachedLookups">): void {
    Object.assign(this, { baseline, cachedLookups });
    this.clock = new HighLevelClock(Number(cachedLookups[CLOCK]?.answer ?? 0));
  }

  /** What to save with the state. */
  get lookupsToSave(): CachedLookups {
    const { toSave } = this.clock;
    const cachedLookups = { ...this.cachedLookups };
    if (toSave === 0) delete cachedLookups[CLOCK];
    else cachedLookups[CLOCK] = { answer: String(toSave), at: this.clock.now() };
    return cachedLookups;
  }

  private listening(app: App): App {
    const send: App["send"] = async (request) => {
      const asked = this.clock.now();
      const { now, ...answer } = await app.send<never>({ idFields: this.idFields, ...request });
      if (now !== undefined && this.clock.note(now) && !this.hasEmitted) throw new WrongGuess();
      return { ...answer, now: now ?? asked };
    };
    return withSend(app, send);
  }

  /** When it began, epoch ms on HighLevel's clock. Everything that is compared with HighLevel's times comes from here. */
  get startedAt(): number {
    return this.clock.startedAt;
  }

  /** When each request must have ended, epoch ms on the machine's clock. */
  get deadline(): number {
    return Math.round(Date.now() + this.left());
  }

  get locationId(): string {
    return this.app.locationId(this.source.locationId);
  }

  /** Which account is watched, as part of what a saved state belongs to; agency-wide triggers have no location. */
  get accountId(): string {
    const { locationId, companyId } = this.app.$auth;
    return String(this.text("locationId") || locationId || companyId || "");
  }

  /** A text field of the form, trimmed; undefined where it is empty. */
  text(prop: string): string | undefined {
    const value = this.source[prop];
    return value === undefined || value === null ? undefined : String(value).trim() || undefined;
  }

  /** True once another page like the slowest so far might not fit into the budget. */
  mustStop(): boolean {
    return this.slowestPageMs * 1.5 > this.left();
  }

  request(request: Endpoint & Pick<ApiRequest, "pathParams" | "query" | "body">): Promise<Fields> {
    return this.app.request({ ...request, deadline: this.deadline });
  }

  /**
   * The answer to a question that hardly ever gets another one, so that it need not be asked in each poll.
   * @param name of the question
   * @param forMs how long an answer is believed, ms
   */
  async cachedLookup(name: string, forMs: number, ask: () => Promise<string>): Promise<string> {
    const known = this.cachedLookups[name];
    const age = this.startedAt - (known?.at ?? -Infinity);
    // What was asked in the future was asked by a clock that was wrong.
    if (known && age >= 0 && age < forMs) return known.answer;
    const answer = await ask();
    this.cachedLookups = { ...this.cachedLookups, [name]: { answer, at: this.startedAt } };
    return answer;
  }

  /** IANA time zone of the sub-account, asked for once an hour. */
  timeZone(): Promise<string> {
    return this.cachedLookup("timeZone", HOUR_MS, () => this.app.timeZone(this.source.locationId, this.deadline));
  }

  async* pages<R extends object>(list: ListRequest<R>, call: ListCall = {}): AsyncGenerator<Page<R>> {
    let asked = ticks();
    for await (const page of this.app.paginate(list, { ...call, deadline: this.deadline })) {
      this.slowestPageMs = Math.max(this.slowestPageMs, ticks() - asked);
      if (page.hidden) this.miss(page.hidden);
      yield page;
      asked = ticks();
    }
  }

  /** What HighLevel hides is told once: in the log at once, and by {@link complaint}. What is hidden when a baseline is read is old. */
  private miss({ time, text }: Hidden): void {
    if (time <= (this.cachedLookups[HIDDEN]?.at ?? -Infinity)) return;
    if (!this.silent) console.log(text);
    this.cachedLookups = { ...this.cachedLookups, [HIDDEN]: { answer: this.silent ? "" : text, at: time } };
  }

  /**
   * The error by which a poll has to end that went well, because there are records that HighLevel does not show. Only one
   * that has told nothing: what a failed run has emitted may be dropped. Comes once, if the state is saved then.
   */
  complaint(): HighLevelError | undefined {
    const { answer = "", at = 0 } = this.cachedLookups[HIDDEN] ?? {};
    if (answer === "" || this.hasEmitted) return undefined;
    this.cachedLookups = { ...this.cachedLookups, [HIDDEN]: { answer: "", at } };
    return new HighLevelError(answer, "invalid");
  }

  /** Emits one event, unless its kind was not chosen. */
  emit({ kind, record, id, ts, label, changedFields }: Emission): void {
    if (this.silent || !this.eventTypes.has(kind)) return;
    this.hasEmitted = true;
    const info: EventInfo = { kind, ...(changedFields && { changedFields }), detectedAt: new Date(this.clock.now()).toISOString() };
    const { fieldMap } = this.source;
    const hasMap = fieldMap !== null && typeof fieldMap === "object" && Object.keys(fieldMap).length > 0;
    const body = hasMap ? mapped(record, fieldMap as Fields) : record;
    this.host.$emit({ ...body, [EVENT_KEY]: info }, {
      // What counts from a baseline on counts anew after the next, and must not look like what was told before it.
      id: dedupeKey(...id, ...(this.baseline > 0 ? [`baseline ${this.baseline}`] : [])),
      summary: `${capitalised(this.noun)} ${kind}: ${label}`,
      ts: ts ?? this.startedAt,
    });
  }
}

/**
 * The sample event of a trigger, as the platform shows it before the first real one.
 * @param changedFields where the events of this kind tell them
 */
export function sampleEvent(record: Fields, kind: string, changedFields?: string[]): Fields {
  return { ...record, [EVENT_KEY]: { kind, ...(changedFields && { changedFields }), detectedAt: "2026-01-15T09:30:00.000Z" } };
}
