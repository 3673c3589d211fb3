import type { Surroundings } from "./surroundings.ts";

/** Package runners forward a Ctrl-C that the terminal has already sent: a signal this soon (ms) is the same one. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Listens for Ctrl-C (and SIGTERM): the first one aborts the signal, a later one ends the program.
 * @param onFirst called at the first one
 */
export function interruption({ signals, exit }: Pick<Surroundings, "signals" | "exit">, onFirst: () => void): { signal: AbortSignal; stopListening: () => void } {
  const controller = new AbortController();
  let firstAt = 0;
  const listener = () => {
    if (!controller.signal.aborted) {
      firstAt = Date.now();
      controller.abort();
      onFirst();
    } else if (Date.now() - firstAt > SAME_SIGNAL_MS) {
      exit(130);
    }
  };
  const names = ["SIGINT", "SIGTERM"] as const;
  names.forEach((name) => signals.on(name, listener));
  return { signal: controller.signal, stopListening: () => names.forEach((name) => signals.off(name, listener)) };
}
