/** Milliseconds on a monotonic clock: only the difference between two readings means anything. */
export function ticks(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * A deadline that holds even if the machine's clock is changed in the meantime.
 * @param deadline epoch ms on the machine's current clock
 * @returns a function that returns the whole ms left (timers take no fractions); negative once the deadline has passed
 */
export function countdown(deadline: number): () => number {
  const end = ticks() + deadline - Date.now();
  return () => Math.floor(end - ticks());
}
