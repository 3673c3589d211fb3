/**
 * The best matches: all candidates that pass the first test that any of them passes. More than one means ambiguous.
 * @param tests the strictest first
 */
export function bestFits<T>(candidates: T[], ...tests: ((candidate: T) => boolean)[]): T[] {
  for (const test of tests) {
    const found = candidates.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}
