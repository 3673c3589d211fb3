import fc from "fast-check";
import type { FaultRule } from "../sandbox/index.ts";
import type { Delay } from "./model.ts";
import type { Break } from "./tap.ts";

const SECOND = 1_000;
/** s */
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/** One change in the model. Numbers choose among what the model offers, modulo its size. */
export interface Change {
  mutation: number;
  pick: number;
  delay: Delay;
}

/** What happens to the trigger in a step. */
export type Command =
  | { what: "poll" | "skip" | "redeploy" | "other props" }
  | { what: "other event types"; eventTypes: number };

/** How that goes. A refused cursor: HighLevel does not know the page to continue from. */
export type Course =
  | { how: "undisturbed" | "refused cursor" }
  | { how: "slow"; latencyMs: number }
  | { how: "faulty"; at: number; fault: FaultRule }
  | { how: "broken"; step: number; by: Break }
  | { how: "killed at a request"; at: number };

/** Somebody sets the machine's clock. */
export interface Jump {
  /** At which request. */
  at: number;
  /** By how much, s. */
  byS: number;
}

/** A poll or a start of the trigger. */
export interface Run {
  /** The fault of each of its requests; undefined: none. */
  during: (Change | undefined)[];
  jump?: Jump;
  course: Course;
}

export interface Step extends Run {
  /** Time that passes first, s. */
  waitS: number;
  /** By how much somebody sets the machine's clock meanwhile, s. */
  jumpS: number;
  /** Between two polls. */
  before: Change[];
  command: Command;
}

export interface History {
  /** When it begins: an ordinary time, or just before clocks change. */
  start: { at: string; timezone: string };
  /** How far HighLevel's clock is ahead of the machine's at first, s. */
  skewS: number;
  /** Records before the trigger is deployed. */
  size: number;
  /** More than a page, if the trigger has pages. */
  isLarge: boolean;
  /** The event types the user chose, as bits; 0: the preset ones. */
  eventTypes: number;
  /** The first deployment. */
  deployment: Run & {
    /** Whether it is retried at once if it fails; otherwise the polls begin. */
    again: boolean;
  };
  steps: Step[];
}

/** Shortly before the clocks of the sub-account's zone change, before the year ends, or before nothing special. */
const STARTS = [
  { at: "2026-06-17T14:05:00.123Z", timezone: "America/New_York" },
  { at: "2026-03-08T06:20:00.000Z", timezone: "America/New_York" },
  { at: "2026-11-01T05:20:00.000Z", timezone: "America/New_York" },
  { at: "2026-03-29T00:20:00.000Z", timezone: "Europe/Berlin" },
  { at: "2026-10-25T00:20:00.000Z", timezone: "Europe/Berlin" },
  { at: "2026-12-31T23:20:00.000Z", timezone: "Pacific/Auckland" },
];

/** What HighLevel and the network do to requests. */
export const FAULTS: FaultRule[] = [
  { kind: "rate-limit" },
  { kind: "rate-limit", retryAfterSeconds: 3 },
  { kind: "rate-limit", retryAfterSeconds: 120 },
  { kind: "error", status: 500 },
  { kind: "error", status: 502 },
  { kind: "error", status: 503 },
  { kind: "timeout" },
  { kind: "drop" },
  { kind: "truncate" },
  { kind: "html" },
  { kind: "expired-token" },
  { kind: "daily-quota" },
  { kind: "duplicate" },
];

const delay: fc.Arbitrary<Delay> = fc.record({
  lagMs: fc.constantFrom(0, 0, 0, 0, 5, 30, 300, 600).map((s) => s * SECOND),
  backMs: fc.constantFrom(0, 0, 0, 1, 10, 120).map((s) => s * SECOND),
});

const change: fc.Arbitrary<Change> = fc.record({ mutation: fc.nat(99), pick: fc.nat(999), delay });

const just = <T>(value: T, weight: number) => ({ weight, arbitrary: fc.constant(value) });

const command: fc.Arbitrary<Command> = fc.oneof(
  just<Command>({ what: "poll" }, 21),
  just<Command>({ what: "skip" }, 2),
  just<Command>({ what: "redeploy" }, 1),
  just<Command>({ what: "other props" }, 1),
  { weight: 1, arbitrary: fc.record({ what: fc.constant("other event types" as const), eventTypes: fc.nat(255) }) },
);

const disturbed: fc.Arbitrary<Course> = fc.oneof(
  just<Course>({ how: "refused cursor" }, 1),
  { weight: 3, arbitrary: fc.record({ how: fc.constant("slow" as const), latencyMs: fc.constantFrom(200, 3_000, 9_000, 14_000) }) },
  { weight: 3, arbitrary: fc.record({
    how: fc.constant("faulty" as const),
    at: fc.integer({ min: 1, max: 3 }),
    fault: fc.tuple(fc.constantFrom(...FAULTS), fc.constantFrom(1, 1, 2, 20)).map(([fault, times]) => ({ ...fault, times })),
  }) },
  { weight: 3, arbitrary: fc.record({ how: fc.constant("broken" as const), step: fc.nat(6), by: fc.constantFrom("error" as const, "kill" as const) }) },
  { weight: 1, arbitrary: fc.record({ how: fc.constant("killed at a request" as const), at: fc.integer({ min: 1, max: 3 }) }) },
);

const course = (undisturbed: number) => fc.oneof(just<Course>({ how: "undisturbed" }, undisturbed), { weight: 1, arbitrary: disturbed });

const during = fc.oneof(
  { weight: 3, arbitrary: fc.constant<undefined[]>([]) },
  { weight: 1, arbitrary: fc.array(fc.option(change, { nil: undefined }), { maxLength: 4 }) },
);

/** How clocks are wrong: by seconds, a lunch break, a time zone, days. */
const WRONG_S = [-3 * DAY, -DAY, -3 * HOUR, -25 * MINUTE, -120, -30, 30, 120, 25 * MINUTE, 3 * HOUR, DAY, 3 * DAY];

const jumpS = fc.oneof(just(0, 9), { weight: 1, arbitrary: fc.constantFrom(...WRONG_S) });
const jump: fc.Arbitrary<Jump | undefined> = fc.oneof(
  just<undefined>(undefined, 9), { weight: 1, arbitrary: fc.record({ at: fc.integer({ min: 1, max: 3 }), byS: fc.constantFrom(...WRONG_S) }) });

const step: fc.Arbitrary<Step> = fc.record({
  waitS: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 1_200 }) }, { weight: 1, arbitrary: fc.integer({ min: HOUR, max: 2 * DAY }) }),
  jumpS,
  before: fc.array(change, { maxLength: 5 }),
  during,
  jump,
  command,
  course: course(1),
});

/** Random histories; small ones first when a failure is shrunk. */
export const histories: fc.Arbitrary<History> = fc.record({
  start: fc.constantFrom(...STARTS),
  skewS: fc.oneof(just(0, 1), { weight: 1, arbitrary: fc.constantFrom(...WRONG_S) }),
  size: fc.constantFrom(3, 0, 1, 8),
  isLarge: fc.integer({ min: 0, max: 7 }).map((n) => n === 7),
  eventTypes: fc.oneof({ weight: 2, arbitrary: fc.constant(255) }, { weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(255) }),
  deployment: fc.record({ during, jump, course: course(4), again: fc.boolean() }),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
});
