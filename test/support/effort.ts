/** How much chance the tests play with: a fixed small sample with `npm test`, all of it with `npm run test:full`. */

declare global {
  /** Set by test/full.config.js. */
  var isFullEffort: boolean | undefined;
}

/** Of the random histories that a check plays in full, `npm test` plays this part. */
const SHARE = 8;

/** True where everything is played. */
export const isFull = globalThis.isFullEffort === true;

/** @param all random histories in full */
export const histories = (all: number): number => (isFull ? all : Math.ceil(all / SHARE));

/** How many records a flood has: as many as ever with `npm run test:full`, else just more than a state can remember. */
export const FLOOD = isFull ? 10_000 : 4_600;
