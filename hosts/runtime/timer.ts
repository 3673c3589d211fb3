import type { Prop } from "./props/define.ts";
import type { Values } from "./types.ts";
import { isObject } from "./types.ts";

/** The platform's own default interval of a polling source, s. */
const DEFAULT_INTERVAL_S = 900;

/** When a source is run: every so many seconds, or by a cron expression. */
export type TimerConfig = { intervalSeconds: number } | { cron: string };

/** Reads a timer setting: seconds as number or text, `{ intervalSeconds }` or `{ cron }`; undefined if it is none. */
export function asTimer(value: unknown): TimerConfig | undefined {
  if (isObject(value)) {
    if (typeof value.cron === "string") return { cron: value.cron };
    return asTimer(value.intervalSeconds);
  }
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seconds === "number" && seconds > 0 ? { intervalSeconds: seconds } : undefined;
}

/** A timer prop's setting: what was given (seconds, or an object as on the platform), else its default, else 900 s. */
export function timerConfig(prop: Prop, value: unknown): TimerConfig {
  const fallback = isObject(prop.definition.static) ? prop.definition.static : prop.definition.default;
  return asTimer(value) ?? asTimer(fallback) ?? { intervalSeconds: DEFAULT_INTERVAL_S };
}

/** The event of a timer: `timestamp` in seconds and how the timer is set. */
export function timerEvent(config: TimerConfig, nowMs: number): Values {
  const timestamp = Math.floor(nowMs / 1000);
  return "cron" in config ? { timestamp, cron: config.cron } : { timestamp, interval_seconds: config.intervalSeconds };
}
