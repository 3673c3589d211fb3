/** The clock of a simulation: days pass at once, and to wait is to let time pass. */

interface Alarm {
  /** Epoch ms. */
  at: number;
  ring(): void;
}

/** A promise's `resolve` is native code: `new Promise((resolve) => setTimeout(resolve, ms))` waits; other timers are guards. */
const isWait = (callback: unknown) => Function.prototype.toString.call(callback).includes("[native code]");

/**
 * Stands in for `Date.now`, `process.hrtime.bigint`, waiting by `setTimeout` and `AbortSignal.timeout` of this process
 * while it is installed. Other timers (limits on a run or a connection) stay real. The machine's clock may be wrong, and
 * may be set: `Date.now` shows that clock, while the others measure the time that passes.
 */
export class VirtualClock {
  private readonly real = { now: Date.now, ticks: process.hrtime.bigint, setTimeout: globalThis.setTimeout, timeout: AbortSignal.timeout };
  /** How far the machine's clock is ahead of the true time, ms. */
  private aheadMs = 0;
  private alarms: Alarm[] = [];

  /** @param ms epoch ms to begin at */
  constructor(private ms: number) {}

  /** The true time, epoch ms. */
  now = (): number => this.ms;

  /** Sets the time; may go back. The machine's clock is right again. */
  set(ms: number): void {
    this.alarms = [];
    this.ms = ms;
    this.aheadMs = 0;
  }

  /** Somebody sets the machine's clock, forward or back, while no time passes. */
  jump(ms: number): void {
    this.aheadMs += ms;
  }

  /** Lets `ms` milliseconds pass; whatever is due in them happens. */
  pass(ms: number): void {
    this.ms += Math.ceil(ms);
    const due = this.alarms.filter(({ at }) => at <= this.ms);
    this.alarms = this.alarms.filter(({ at }) => at > this.ms);
    for (const alarm of due) alarm.ring();
  }

  /** Lets time pass until the limit set last is over, but at most `ms` milliseconds. */
  passWithin(ms = Infinity): void {
    const left = (this.alarms.at(-1)?.at ?? this.ms) - this.ms;
    this.pass(Math.min(ms, left));
  }

  /** Takes over the process's clock. */
  install(): void {
    Date.now = () => this.ms + this.aheadMs;
    process.hrtime.bigint = () => BigInt(this.ms) * 1_000_000n;
    const wait = (callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      if (!isWait(callback)) return this.real.setTimeout(callback, ms, ...args);
      this.pass(ms);
      return setImmediate(callback, ...args);
    };
    globalThis.setTimeout = wait as typeof setTimeout; // handles are only kept to be cleared, which both kinds allow
    AbortSignal.timeout = (ms) => {
      if (!Number.isInteger(ms)) throw new RangeError(`AbortSignal.timeout takes whole milliseconds, not ${ms}.`);
      const controller = new AbortController();
      this.alarms.push({ at: this.ms + ms, ring: () => controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError")) });
      return controller.signal;
    };
  }

  /** Gives the process its own clock back. */
  uninstall(): void {
    Date.now = this.real.now;
    process.hrtime.bigint = this.real.ticks;
    globalThis.setTimeout = this.real.setTimeout;
    AbortSignal.timeout = this.real.timeout;
  }
}
