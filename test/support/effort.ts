/** How much of the repetitive testing is run: a fixed small sample with `npm test`, all of it with `npm run test:full`. */

declare global {
  /** Set by test/full.config.js. */
  var isFullEffort: boolean | undefined;
}

/** `npm test` plays one in this many of the random histories that a check plays in full. */
const SHARE = 12;

const isFull = globalThis.isFullEffort === true;

/**
 * How many random histories to play.
 * @param all how many `npm run test:full` plays
 */
export const histories = (all: number): number => (isFull ? all : Math.ceil(all / SHARE));

/**
 * Of rows that are alike (one for each operation, say), `npm test` plays only some.
 * @param every plays rows 0, `every`, 2 × `every`, ...; `npm run test:full` plays all
 */
export const sampled = <Row>(rows: readonly Row[], every: number): Row[] => rows.filter((_, index) => isFull || index % every === 0);
