/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * The known words closest to a mistyped one: at most `limit`, nearest first.
 * Allows an edit distance of a third of the word's length (in short words, two letters or one), and substrings.
 */
export function suggest(word: string, known: Iterable<string>, limit = 3): string[] {
  const typed = word.toLowerCase();
  return [...known]
    .map((candidate) => {
      const name = candidate.toLowerCase();
      const part = Math.min(typed.length, name.length) > 2 && (name.includes(typed) || typed.includes(name));
      return { candidate, far: part ? 1 : distance(typed, name), allowed: part ? 1 : Math.min(typed.length - 2, Math.max(2, typed.length / 3)) };
    })
    .filter(({ far, allowed }) => far <= allowed)
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * ` Did you mean a, b?`, or an empty string where nothing is close.
 * @param called how to show a known word to people, if not as it is
 */
export function didYouMean(word: string, known: Iterable<string>, called = (name: string): string => name): string {
  const near = [...new Set(suggest(word, known).map(called))];
  return near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
}
