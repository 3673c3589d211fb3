import type { Prop } from "./props/define.ts";
import type { Values } from "./types.ts";
import { isObject } from "./types.ts";

/** The platform's default interval of a polling source, s. */
const DEFAULT_INTERVAL_S = 900;

/** When a source runs: at an interval in seconds, or by a cron expression. */
export type TimerConfig = { intervalSeconds: number } | { cron: string };

/** Reads a timer setting: seconds as number or text, `{ intervalSeconds }` or `{ cron }`; undefined for anything else. */
export function asTimer(value: unknown): TimerConfig | undefined {
  if (isObject(value)) {
    if (typeof value.cron === "string") return { cron: value.cron };
    return asTimer(value.intervalSeconds);
  }
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seconds === "number" && seconds > 0 ? { intervalSeconds: seconds } : undefined;
}

/** A timer prop's setting: the given one, else its default, else 900 s. */
export function timerConfig(prop: Prop, value: unknown): TimerConfig {
  const fallback = isObject(prop.definition.static) ? prop.definition.static : prop.definition.default;
  return asTimer(value) ?? asTimer(fallback) ?? { intervalSeconds: DEFAULT_INTERVAL_S };
}

/** The event of a timer: `timestamp` in seconds and the timer's setting. */
export function timerEvent(config: TimerConfig, nowMs: number): Values {
  const timestamp = Math.floor(nowMs / 1000);
  return "cron" in config ? { timestamp, cron: config.cron } : { timestamp, interval_seconds: config.intervalSeconds };
}
