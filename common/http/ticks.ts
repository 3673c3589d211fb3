/** Milliseconds on a clock that nobody sets: only the difference between two of them means anything. */
export function ticks(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * A deadline that holds although the machine's clock is set meanwhile.
 * @param deadline epoch ms on the machine's clock, as it stands now
 * @returns says how many ms are left: whole ones, as timers take no others
 */
export function countdown(deadline: number): () => number {
  const end = ticks() + deadline - Date.now();
  return () => Math.floor(end - ticks());
}
