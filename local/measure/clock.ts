/** Moves the clock of this process on, so that minutes of polling need not be waited for. Components and sandbox share it. */
const realNow = Date.now;
let aheadMs = 0;

Date.now = () => realNow() + aheadMs;

/** Lets `ms` pass at once. */
export function pass(ms: number): void {
  aheadMs += ms;
}
