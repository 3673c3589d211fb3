/**
 * The candidates that fit best: all that pass the first test that any of them passes. More than one means that it is not
 * clear which is meant.
 * @param tests the strictest first
 */
export function bestFits<T>(candidates: T[], ...tests: ((candidate: T) => boolean)[]): T[] {
  for (const test of tests) {
    const found = candidates.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}
