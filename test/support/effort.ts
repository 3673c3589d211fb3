/** How much of the repetitive tests to run: a small fixed sample in `npm test`, all of them in `npm run test:full`. */

declare global {
  /** Set by test/full.config.js. */
  var isFullEffort: boolean | undefined;
}

/** `npm test` plays one in this many random histories. */
const SHARE = 12;

const isFull = globalThis.isFullEffort === true;

/**
 * How many random histories to play.
 * @param all how many `npm run test:full` plays
 */
export const histories = (all: number): number => (isFull ? all : Math.ceil(all / SHARE));

/**
 * A sample of similar rows, such as one for each operation.
 * @param every `npm test` plays rows 0, `every`, 2 × `every`, ...; `npm run test:full` plays all
 */
export const sampled = <Row>(rows: readonly Row[], every: number): Row[] => rows.filter((_, index) => isFull || index % every === 0);
