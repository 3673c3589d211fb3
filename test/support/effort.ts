/** How much chance the tests play with: a fixed small sample with `npm test`, all of it with `npm run test:full`. */

declare global {
  /** Set by test/full.config.js. */
  var isFullEffort: boolean | undefined;
}

/** Of the random histories that a check plays in full, `npm test` plays this part. */
const SHARE = 12;

/** True where everything is played. */
export const isFull = globalThis.isFullEffort === true;

/** @param all random histories in full */
export const histories = (all: number): number => (isFull ? all : Math.ceil(all / SHARE));

/**
 * Of rows that are alike (one an operation, say), `npm test` plays each so-manyth.
 * @param every plays row 0, row `every`, ...; all with `npm run test:full`
 */
export const sampled = <Row>(rows: readonly Row[], every: number): Row[] => rows.filter((_, index) => isFull || index % every === 0);
