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
import { mapped } from "../input/field-map.ts";
import type { CachedLookups, Loaded } from "./state/envelope.ts";

/** The key that says what happened; everything beside it in an event is the record itself. */
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
  /** Parts of the event id: the same for the same real-world change, so never the machine's clock. */
  id: (string | number)[];
  /** When it happened, epoch ms; the poll's time if unknown. */
  ts?: number;
  label: string;
  changedFields?: string[];
}

/** The event for a record of a list. */
export function emissionOf<R extends Fields>(resource: Resource<R>, kind: string, record: R, id: Emission["id"]): Emission {
  return { kind, record, id, ts: kind === "created" ? resource.createdAt(record) : resource.updatedAt(record), label: resource.label(record) };
}

const DEFAULT_BUDGET_S = 25;
/** Kept free at the end of a poll for emitting and saving, ms. */
const RESERVE_MS = 1_000;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The cached lookup that holds how far HighLevel's clock is ahead of the machine's, ms. */
const CLOCK = "clock";
/** The cached lookup that holds what HighLevel hides, until it has been reported, and the time of the newest such record. */
const HIDDEN = "hidden";

/** What a poll needs to know about its trigger. */
export interface PollSpec {
  /** What the trigger watches, for summaries: "contact". */
  noun: string;
  eventTypes: EventTypes;
  /** The form's fields with fixed choices, beside `eventTypes`. */
  form?: Form;
}

/** One poll: its time budget, its requests and its events. */
export class Poll {
  /** The app, with requests that keep the poll's clock up to date. */
  readonly app: App;
  private clock = new HighLevelClock();
  private readonly left: () => number;
  private slowestPageMs = 0;
  private hasEmitted = false;
  /** True while a baseline is read: then nothing is emitted. */
  silent = false;
  /** How many baselines came before the state's own. */
  baseline = 0;
  /** The answers of {@link Poll.cachedLookup}; saved with the state. */
  cachedLookups: CachedLookups = {};

  /** The form's values, cleaned of what came along when they were pasted. */
  readonly source: ActionInstance;

  /** The event types the user chose. */
  readonly eventTypes: ReadonlySet<string>;

  private readonly noun: string;
  private readonly idFields: ReturnType<typeof idFieldsOf>;

  /** @throws ConfigurationError for an unknown choice: with an event type that does not exist, the trigger would never emit */
  constructor(readonly host: SourceInstance, { noun, eventTypes, form }: PollSpec) {
    this.noun = noun;
    this.source = withCleanForm<ActionInstance>(host, { ...formOf({ eventTypes }), ...form });
    this.idFields = idFieldsOf(this.source, form);
    this.app = this.withClock(host.app);
    const wanted = textsOf(this.source.eventTypes);
    this.eventTypes = new Set(wanted.length > 0 ? wanted : eventTypes.default);
    const seconds = Number(this.source.pollBudget ?? DEFAULT_BUDGET_S);
    this.left = countdown(Date.now() + seconds * 1000 - RESERVE_MS);
  }

  /** Takes over what was saved with the state. */
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

  private withClock(app: App): App {
    const send: App["send"] = async (request) => {
      const asked = this.clock.now();
      const { now, ...answer } = await app.send<never>({ idFields: this.idFields, ...request });
      if (now !== undefined && this.clock.note(now) && !this.hasEmitted) throw new WrongGuess();
      return { ...answer, now: now ?? asked };
    };
    return withSend(app, send);
  }

  /** When the poll began, epoch ms on HighLevel's clock. Whatever is compared with HighLevel's times comes from here. */
  get startedAt(): number {
    return this.clock.startedAt;
  }

  /** When each request must end, epoch ms on the machine's clock. */
  get deadline(): number {
    return Math.round(Date.now() + this.left());
  }

  get locationId(): string {
    return this.app.locationId(this.source.locationId);
  }

  /** The account that is watched, part of the settings a state belongs to; agency-wide triggers have no location. */
  get accountId(): string {
    const { locationId, companyId } = this.app.$auth;
    return String(this.text("locationId") || locationId || companyId || "");
  }

  /** A text field of the form, trimmed; undefined if empty. */
  text(prop: string): string | undefined {
    const value = this.source[prop];
    return value === undefined || value === null ? undefined : String(value).trim() || undefined;
  }

  /** True once another page as slow as the slowest so far might not fit into the budget. */
  mustStop(): boolean {
    return this.slowestPageMs * 1.5 > this.left();
  }

  request(request: Endpoint & Pick<ApiRequest, "pathParams" | "query" | "body">): Promise<Fields> {
    return this.app.request({ ...request, deadline: this.deadline });
  }

  /**
   * Looks up what rarely changes, and saves the answer, so that not every poll has to ask.
   * @param name of the lookup
   * @param forMs how long an answer is good, ms
   */
  async cachedLookup(name: string, forMs: number, ask: () => Promise<string>): Promise<string> {
    const cached = this.cachedLookups[name];
    const age = this.startedAt - (cached?.at ?? -Infinity);
    // A lookup in the future was dated by a wrong clock.
    if (cached && age >= 0 && age < forMs) return cached.answer;
    const answer = await ask();
    this.cachedLookups = { ...this.cachedLookups, [name]: { answer, at: this.startedAt } };
    return answer;
  }

  /** IANA time zone of the sub-account, looked up once an hour. */
  timeZone(): Promise<string> {
    return this.cachedLookup("timeZone", HOUR_MS, () => this.app.timeZone(this.source.locationId, this.deadline));
  }

  async* pages<R extends object>(list: ListRequest<R>, call: ListCall = {}): AsyncGenerator<Page<R>> {
    let asked = ticks();
    for await (const page of this.app.paginate(list, { ...call, deadline: this.deadline })) {
      this.slowestPageMs = Math.max(this.slowestPageMs, ticks() - asked);
      if (page.hidden) this.noteHidden(page.hidden);
      yield page;
      asked = ticks();
    }
  }

  /** Reports what HighLevel hides, once: in the log now, and by {@link hiddenError}. What is hidden from a baseline is old, and is not reported. */
  private noteHidden({ time, text }: Hidden): void {
    if (time <= (this.cachedLookups[HIDDEN]?.at ?? -Infinity)) return;
    if (!this.silent) console.log(text);
    this.cachedLookups = { ...this.cachedLookups, [HIDDEN]: { answer: this.silent ? "" : text, at: time } };
  }

  /**
   * The error with which a successful poll ends if HighLevel does not show all records. It waits for a poll that emits
   * nothing, because the platform may drop what a failed run has emitted. It comes once, if the state is saved then.
   */
  hiddenError(): HighLevelError | undefined {
    const { answer = "", at = 0 } = this.cachedLookups[HIDDEN] ?? {};
    if (answer === "" || this.hasEmitted) return undefined;
    this.cachedLookups = { ...this.cachedLookups, [HIDDEN]: { answer: "", at } };
    return new HighLevelError(answer, "invalid");
  }

  /** Emits one event if its type was chosen. */
  emit({ kind, record, id, ts, label, changedFields }: Emission): void {
    if (this.silent || !this.eventTypes.has(kind)) return;
    this.hasEmitted = true;
    const info: EventInfo = { kind, ...(changedFields && { changedFields }), detectedAt: new Date(this.clock.now()).toISOString() };
    this.host.$emit({ ...mapped(record, this.source.fieldMap), [EVENT_KEY]: info }, {
      // Counts begin anew with each baseline; their ids must not look like those emitted before it.
      id: dedupeKey(...id, ...(this.baseline > 0 ? [`baseline ${this.baseline}`] : [])),
      summary: `${capitalised(this.noun)} ${kind}: ${label}`,
      ts: ts ?? this.startedAt,
    });
  }
}

/**
 * The sample event of a trigger, as the platform shows it before the first real one.
 * @param changedFields if events of this type carry them
 */
export function sampleEvent(record: Fields, kind: string, changedFields?: string[]): Fields {
  return { ...record, [EVENT_KEY]: { kind, ...(changedFields && { changedFields }), detectedAt: "2026-01-15T09:30:00.000Z" } };
}
