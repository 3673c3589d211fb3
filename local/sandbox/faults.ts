import { randomUUID } from "node:crypto";

/** The kinds of fault. */
export const FAULT_KINDS = {
  "rate-limit": "answers 429, with Retry-After if `retryAfterSeconds` is given",
  "daily-quota": "uses up the day's quota of the token's location or agency, so this and all further requests get 429",
  "expired-token": "answers 401 as for an expired access token",
  error: "answers `status` (default 500)",
  timeout: "never answers",
  slow: "answers after `delayMs` (default 1000)",
  drop: "closes the connection without an answer",
  truncate: "answers half of the body and closes the connection",
  html: "answers a page of HTML, with `status` (default 200)",
  duplicate: "repeats the first record of each list at its end",
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** JSON Schema of a rule. */
export const FAULT_SCHEMA = {
  type: "object",
  required: ["kind"],
  additionalProperties: false,
  properties: {
    kind: { type: "string", enum: Object.keys(FAULT_KINDS) },
    method: { type: "string" },
    path: { type: "string" },
    times: { type: "integer", minimum: 0 },
    status: { type: "integer", minimum: 200, maximum: 599 },
    retryAfterSeconds: { type: "number", minimum: 0, maximum: 86_400 },
    delayMs: { type: "number", minimum: 0, maximum: 600_000 },
    applied: { type: "boolean" },
  },
} as const;

/** The kinds that keep a request from taking effect, unless `applied` is set. */
export const FAILS_UNANSWERED: readonly FaultKind[] = ["error", "timeout", "drop"];

export interface FaultRule {
  kind: FaultKind;
  /** Only requests of this method. */
  method?: string;
  /** Only requests to this path: a template ("/contacts/{contactId}") or a path as sent. */
  path?: string;
  /** How many requests it affects; default 1, 0 = until cleared. */
  times?: number;
  /** For `error` and `html`. */
  status?: number;
  /** For `rate-limit`, in seconds. */
  retryAfterSeconds?: number;
  /** For `slow`, in milliseconds. */
  delayMs?: number;
  /** For `error`, `timeout` and `drop`: whether the request takes effect before it fails. */
  applied?: boolean;
}

/** The active faults. */
export class Faults {
  private readonly rules = new Map<string, FaultRule & { times: number }>();

  /** Adds a fault and returns its id. */
  add(rule: FaultRule): string {
    const id = randomUUID();
    const { times = 1 } = rule;
    this.rules.set(id, { ...rule, times: times === 0 ? Infinity : times });
    return id;
  }

  /** Removes one fault, or all. */
  clear(id?: string): void {
    if (id === undefined) this.rules.clear();
    else this.rules.delete(id);
  }

  /** The active faults; `times` is the number of requests each still affects (null: all). */
  list(): ({ id: string; times: number | null } & Omit<FaultRule, "times">)[] {
    return [...this.rules].map(([id, rule]) => ({ id, ...rule, times: Number.isFinite(rule.times) ? rule.times : null }));
  }

  /**
   * The first fault that matches a request, if any; uses it up once.
   * @param template the operation's path template
   * @param path the path as sent, without the query
   */
  take(method: string, template: string, path: string): FaultRule | undefined {
    for (const [id, rule] of this.rules) {
      if ((rule.method ?? method) !== method || ![template, path, undefined].includes(rule.path)) continue;
      const left = rule.times - 1;
      if (left > 0) this.rules.set(id, { ...rule, times: left });
      else this.rules.delete(id);
      return rule;
    }
    return undefined;
  }
}
