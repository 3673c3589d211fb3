const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const { floor, imul } = Math; // an id takes 60 calls of them, and a test's globals are slow

/** A seeded random number generator: the same seed gives the same sandbox, including ids. */
export class Random {
  constructor(private state: number) {}

  /** A number from 0 (inclusive) to 1 (exclusive). Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    return floor(this.next() * limit);
  }

  /** An element of a non-empty list. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T; // below() stays inside a non-empty list
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** An id in HighLevel's format: 20 letters and digits. */
  id(): string {
    let id = "";
    while (id.length < 20) id += ALPHABET[this.below(ALPHABET.length)];
    return id;
  }

  /** A string of the given number of hexadecimal digits (business and token ids). */
  hex(length: number): string {
    let digits = "";
    while (digits.length < length) digits += this.below(16).toString(16);
    return digits;
  }

  /** An id in the form of a UUID (workflows). */
  uuid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join("-");
  }
}
