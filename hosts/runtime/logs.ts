import { format, inspect } from "node:util";
import { running } from "./scope.ts";
import type { LogEntry } from "./types.ts";

const LEVELS = ["log", "info", "warn", "error", "debug"] as const;
type Print = (...args: unknown[]) => void;

const originals: Partial<Record<LogEntry["level"], Print>> = {};

/**
 * Routes console output from within a run to that run; everything else prints as usual.
 * Installed once, before components are loaded, so that a component may keep `console.log` in a variable.
 */
export function installCapture(): void {
  if (originals.log) return;
  for (const level of LEVELS) {
    const print: Print = console[level].bind(console);
    originals[level] = print;
    console[level] = (...args: unknown[]) => {
      const sink = running.getStore()?.sink;
      if (sink) sink(level, format(...args));
      else print(...args);
    };
  }
  const dir = console.dir.bind(console);
  console.dir = (item: unknown, options?: Parameters<typeof dir>[1]) => {
    const sink = running.getStore()?.sink;
    if (sink) sink("log", inspect(item, options));
    else dir(item, options);
  };
}

/** Prints a captured line to the real console. */
export function show({ level, message }: LogEntry): void {
  running.exit(() => (originals[level] ?? console[level])(message));
}
