import { ticks } from "../http/ticks.ts";

const MINUTE_MS = 60_000;
/** A guess at HighLevel's clock may be so wrong without harm, ms. */
const GUESS_MS = MINUTE_MS;
/** A difference from which on it is remembered, ms. */
const KEEP_MS = 30_000;
/** A difference from which on it is told, ms. */
const TELL_MS = 5 * MINUTE_MS;

/** A strategy has relied on a guess at HighLevel's clock that was far off, and has to begin again. */
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
 * HighLevel's clock during one poll. Its answers say what time it is there, and what passes since is measured on a clock
 * that nobody sets. Until the first answer comes, it is guessed: from the machine's clock, and from how far that was off last time.
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

  /** Epoch ms; not more than the time there, once there was an answer. */
  now(): number {
    return Math.round(ticks() + this.offset);
  }

  /** When the poll began, epoch ms. */
  get startedAt(): number {
    this.isGuessUsed ||= !this.isKnown;
    return Math.round(this.begun + this.offset);
  }

  /** How far it is ahead of the machine's, ms. */
  private get ahead(): number {
    return ticks() + this.offset - Date.now();
  }

  /**
   * Notes what an answer says, epoch ms: in whole seconds, and as it was when the answer left. So the latest counts.
   * @returns whether a guess that was used before was far off
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
    if (Math.abs(ahead) > TELL_MS && Math.abs(ahead - this.lastAhead) > GUESS_MS) {
      console.log(`The clock of this machine is ${spanOf(ahead)} ${ahead > 0 ? "behind" : "ahead of"} HighLevel's. This trigger follows HighLevel's clock, so nothing is lost; set the machine's clock right all the same.`);
    }
    return isOff && this.isGuessUsed;
  }

  /** What the next poll has to know of {@link lastAhead}, ms; 0 for nothing. */
  get toKeep(): number {
    const ahead = this.isKnown ? this.ahead : this.lastAhead;
    return Math.abs(ahead) < KEEP_MS ? 0 : Math.round(ahead);
  }
}
