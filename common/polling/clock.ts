import { ticks } from "../api/http/ticks.ts";

const MINUTE_MS = 60_000;
/** A guess at HighLevel's clock may be this far off without harm, ms. */
const GUESS_MS = MINUTE_MS;
/** Differences of this size or more are remembered, ms. */
const SAVE_MS = 30_000;
/** Differences above this are reported in the log, ms. */
const REPORT_MS = 5 * MINUTE_MS;

/** A strategy has relied on a guess at HighLevel's clock that was far off, and has to start over. */
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
 * HighLevel's clock during one poll. HighLevel's answers say what time it is there; the time that passes after one is measured on
 * a clock that nobody sets. Until the first answer comes, the time is guessed from the machine's clock and how far that was off last time.
 */
export class HighLevelClock {
  private readonly begun = ticks();
  /** What has to be added to {@link ticks}, ms. */
  private offset: number;
  private isKnown = false;
  private isGuessUsed = false;

  /** @param lastAhead how far HighLevel's clock was ahead of the machine's in the last poll, ms */
  constructor(private readonly lastAhead = 0) {
    this.offset = Date.now() + lastAhead - this.begun;
  }

  /** Epoch ms; once there was an answer, not ahead of the time there. */
  now(): number {
    return Math.round(ticks() + this.offset);
  }

  /** When the poll began, epoch ms. Before the first answer, reading it counts as relying on the guess. */
  get startedAt(): number {
    this.isGuessUsed ||= !this.isKnown;
    return Math.round(this.begun + this.offset);
  }

  /** How far HighLevel's clock is ahead of the machine's, ms. */
  private get ahead(): number {
    return ticks() + this.offset - Date.now();
  }

  /**
   * Notes the time in an answer. It is in whole seconds, and from when the answer left, so it may lag behind: the greatest counts.
   * @param now epoch ms
   * @returns whether the guess was relied on, and was far off
   */
  note(now: number): boolean {
    const heard = now - ticks();
    if (this.isKnown) {
      this.offset = Math.max(this.offset, heard);
      return false;
    }
    const isOff = Math.abs(heard - this.offset) > GUESS_MS;
    this.offset = heard;
    this.isKnown = true;
    const { ahead } = this;
    if (Math.abs(ahead) > REPORT_MS && Math.abs(ahead - this.lastAhead) > GUESS_MS) {
      console.log(`The clock of this machine is ${spanOf(ahead)} ${ahead > 0 ? "behind" : "ahead of"} HighLevel's. This trigger follows HighLevel's clock, so nothing is lost. Correct the machine's clock all the same.`);
    }
    return isOff && this.isGuessUsed;
  }

  /** What to give the next poll as `lastAhead`, ms; 0 if the difference is too small to keep. */
  get toSave(): number {
    const ahead = this.isKnown ? this.ahead : this.lastAhead;
    return Math.abs(ahead) < SAVE_MS ? 0 : Math.round(ahead);
  }
}
