import { ticks } from "../api/http/ticks.ts";
import { MINUTE_MS } from "../core/durations.ts";

/** A guess at HighLevel's clock may be this far off without harm, ms. */
const GUESS_MS = MINUTE_MS;
/** A difference this large is saved, ms. */
const SAVE_MS = 30_000;
/** A difference above this is logged, ms. */
const REPORT_MS = 5 * MINUTE_MS;

/** A strategy relied on a guess at HighLevel's clock that was far off, and has to start over. */
export class WrongGuess extends Error {
  override name = "WrongGuess";
  override message = "The clock of this machine differs from HighLevel's.";
}

/** "25 minutes", "3 hours", "2 days" */
function spanOf(ms: number): string {
  const minutes = Math.abs(ms) / MINUTE_MS;
  if (minutes < 120) return `${Math.round(minutes)} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1_440)} days`;
}

/**
 * HighLevel's clock during one poll. Each answer states HighLevel's time; between answers, a monotonic clock measures the time
 * that passes. Until the first answer, the time is a guess: the machine's clock, corrected by how far it was off last time.
 */
export class HighLevelClock {
  private readonly begun = ticks();
  /** Added to {@link ticks}, ms. */
  private offset: number;
  private isKnown = false;
  private isGuessUsed = false;

  /** @param lastAhead how far HighLevel's clock was ahead of the machine's in the last poll, ms */
  constructor(private readonly lastAhead = 0) {
    this.offset = Date.now() + lastAhead - this.begun;
  }

  /** Epoch ms; after the first answer, never ahead of HighLevel's clock. */
  now(): number {
    return Math.round(ticks() + this.offset);
  }

  /** When the poll began, epoch ms. To read it before the first answer is to rely on the guess. */
  get startedAt(): number {
    this.isGuessUsed ||= !this.isKnown;
    return Math.round(this.begun + this.offset);
  }

  /** How far HighLevel's clock is ahead of the machine's, ms. */
  private get ahead(): number {
    return ticks() + this.offset - Date.now();
  }

  /**
   * Notes the time in an answer. It is in whole seconds, and from when the answer left, so it may lag behind: the largest offset wins.
   * @param now epoch ms
   * @returns whether a strategy relied on the guess and the guess was far off
   */
  note(now: number): boolean {
    const measured = now - ticks();
    if (this.isKnown) {
      this.offset = Math.max(this.offset, measured);
      return false;
    }
    const isOff = Math.abs(measured - this.offset) > GUESS_MS;
    this.offset = measured;
    this.isKnown = true;
    const { ahead } = this;
    if (Math.abs(ahead) > REPORT_MS && Math.abs(ahead - this.lastAhead) > GUESS_MS) {
      console.log(`The clock of this machine is ${spanOf(ahead)} ${ahead > 0 ? "behind" : "ahead of"} HighLevel's. This trigger follows HighLevel's clock, so nothing is lost. Correct the machine's clock all the same.`);
    }
    return isOff && this.isGuessUsed;
  }

  /** `lastAhead` for the next poll, ms; 0 if the difference is too small to save. */
  get toSave(): number {
    const ahead = this.isKnown ? this.ahead : this.lastAhead;
    return Math.abs(ahead) < SAVE_MS ? 0 : Math.round(ahead);
  }
}
