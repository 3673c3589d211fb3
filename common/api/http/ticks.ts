/** Milliseconds on a clock that nobody sets: only the difference between two readings means anything. */
export function ticks(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * A deadline that holds even if the machine's clock is set in the meantime.
 * @param deadline epoch ms on the machine's clock, as it stands now
 * @returns a function that says how many whole ms are left (timers take no fractions); below 0 once it has passed
 */
export function countdown(deadline: number): () => number {
  const end = ticks() + deadline - Date.now();
  return () => Math.floor(end - ticks());
}
