/** Knows what has happened in a diary, and judges what was emitted of it. */
import { expect } from "@jest/globals";
import type { Booking, Diary } from "./diary.ts";
import { DAY, NOW } from "./host.ts";
import type { Emitted } from "./host.ts";

/** How long a history may last: what it leaves inside or outside of the span does not depend on when a poll comes. */
export const LONGEST = 3 * DAY;

interface Life {
  versions: Booking[];
  /** What it may be known as, being there before the deployment; empty where it was not. */
  old: Booking[];
  bornInside: boolean;
  /** This version has to be emitted, or a later one. */
  expected?: Booking;
  /** Only if it was known, that is: something was emitted of it since then (epoch ms). */
  ifEmittedSince?: number;
  /** Since when it is inside, epoch ms: when it leaves, it may have been seen since. */
  insideSince?: number;
  /** Its deletion has to be emitted, under the same condition. */
  removed?: { expected: boolean };
  /** A room was closed in which it stood, or in which it may still be shown: then it is there and cannot be read. */
  closed: boolean;
}

const contentOf = ({ room, title, status, startTime }: Booking) => `${room} ${title} ${status} ${startTime}`;
const moved = (one: Booking, other: Booking) => one.startTime !== other.startTime || one.room !== other.room;

const isInside = ({ startTime }: Booking) => startTime - NOW > LONGEST - DAY / 2 && startTime - NOW < 7 * DAY;

export class Oracle {
  private readonly lives = new Map<string, Life>();
  private isDeployed = false;
  /** A change of what was there before may be read for the first time, as part of the baseline. */
  inBaseline = true;
  private readonly crashedIds = new Set<string>();
  /** What a crashed poll emitted may change before it is emitted again: these are only emitted at least once. */
  private readonly unsure = new Set<string>();

  /**
   * @param rooms those that are watched, if not all that are open
   * @param deletions whether deletions are chosen
   * @param searched whether what is gone is searched for in all rooms: what moves from room to room meanwhile may not be found
   */
  constructor(private readonly diary: Diary, private readonly rooms: string[] | undefined, private readonly deletions: boolean, private readonly searched: boolean) {}

  /** Where it stands during the whole history; at an edge, that depends on the polls. */
  private place(booking: Booking): "inside" | "outside" | "edge" {
    const at = booking.startTime - NOW;
    if (!(this.rooms ?? this.diary.rooms).includes(booking.room) || at < -2 * DAY || at > LONGEST + 8 * DAY) return "outside";
    return isInside(booking) ? "inside" : "edge";
  }

  book(id: string): void {
    const booking = this.diary.get(id)!;
    const bornInside = this.place(booking) === "inside";
    this.lives.set(id, {
      versions: [booking],
      old: this.isDeployed ? [] : [booking],
      bornInside,
      closed: false,
      ...(bornInside && { insideSince: this.isDeployed ? booking.dateUpdated : -Infinity, ...(this.isDeployed && { expected: booking }) }),
    });
  }

  deployed(): void {
    this.isDeployed = true;
  }

  change(id: string): void {
    const life = this.lives.get(id)!;
    const before = life.versions.at(-1)!;
    const now = this.diary.get(id)!;
    life.versions.push(now);
    if (life.old.length > 0 && this.inBaseline) {
      life.old.push(now);
      delete life.expected;
      delete life.insideSince;
      return;
    }
    const place = this.place(now);
    if (place === "inside") {
      // From the edge it may have been known as it is.
      if (this.place(before) === "inside" || moved(before, now)) {
        life.expected = now;
        delete life.ifEmittedSince;
        life.insideSince ??= now.dateUpdated;
      }
    } else {
      if (place === "edge" || this.place(before) === "edge") delete life.expected;
      if (this.place(before) === "inside") {
        delete life.expected;
        if (place === "outside" && this.deletions && life.insideSince !== undefined) {
          life.expected = now;
          life.ifEmittedSince = life.insideSince;
        }
      }
      delete life.insideSince;
    }
  }

  remove(id: string): void {
    const life = this.lives.get(id)!;
    life.removed = { expected: this.deletions && !(life.old.length > 0 && this.inBaseline) && life.insideSince !== undefined && this.place(life.versions.at(-1)!) === "inside" };
    life.ifEmittedSince = life.insideSince;
    delete life.expected;
  }

  close(room: string): void {
    for (const life of this.lives.values()) {
      if (!life.versions.some((version) => version.room === room)) continue;
      life.closed = true;
      if (life.versions.at(-1)?.room !== room) continue;
      delete life.expected;
      delete life.insideSince;
    }
  }

  crashed(emitted: Emitted[]): void {
    for (const { id, event } of emitted) {
      this.crashedIds.add(id);
      this.unsure.add(String(event.id));
    }
  }

  judge(events: Emitted[]): void {
    const seen = new Set<string>();
    for (const { id } of events) {
      // Nothing twice, but what a crash interrupted.
      if (seen.has(id)) expect(this.crashedIds).toContain(id);
      seen.add(id);
    }
    for (const [id, life] of this.lives) if (!this.unsure.has(id)) this.judgeOne(life, events.filter(({ event }) => event.id === id));
  }

  private judgeOne({ versions, old, bornInside, expected, ifEmittedSince, removed, closed }: Life, events: Emitted[]): void {
    let last: Booking | undefined;
    let isDeleted = false;
    const hasShifted = versions.some(({ room }) => room !== versions[0]?.room);
    // What was looked up in between cannot be compared with what a list shows of it.
    const isVague = this.diary.isDetailed && (closed || hasShifted);
    for (const { kind, event } of events) {
      if (kind === "deleted") {
        const isHidden = closed || (this.searched && hasShifted);
        expect(removed !== undefined || isHidden).toBe(true);
        expect(isDeleted && !isHidden).toBe(false);
        isDeleted = true;
        continue;
      }
      // Nothing that did not happen, and nothing of it twice.
      const shown = versions.find(({ dateUpdated }) => dateUpdated === event.dateUpdated);
      if (!shown) throw new Error(`${String(event.id)} never was as it was emitted.`);
      expect(contentOf(event as Booking)).toBe(contentOf(shown)); // what the diary gave
      const since = versions.slice(last ? versions.indexOf(last) + 1 : 1, versions.indexOf(shown) + 1);
      if (last && !closed) expect(since.length).toBeGreaterThan(0);
      const steps = since.map((now) => ({ now, before: versions[versions.indexOf(now) - 1]! }));
      if (kind === "created") {
        expect(old).toEqual([]);
        expect(last).toBeUndefined();
      } else if (kind === "rescheduled") {
        expect(closed || steps.some(({ now, before }) => moved(now, before))).toBe(true);
      } else {
        expect(isVague || steps.some(({ now, before }) => now.title !== before.title || now.status !== before.status || now.room !== before.room)).toBe(true);
        if (last && !isVague) expect(contentOf(shown)).not.toBe(contentOf(last));
        // Behind an edge, a move may remain unseen.
        if (last && kind === "updated" && since.every(isInside)) expect(shown.startTime).toBe(last.startTime);
      }
      if (kind === "cancelled") expect(shown.status).toBe("cancelled");
      // What never moved is emitted as created first.
      if (old.length === 0 && bornInside && !last && !steps.some(({ now, before }) => moved(now, before))) expect(closed ? "created" : kind).toBe("created");
      last = shown;
      isDeleted = false;
    }
    // Nothing lost.
    const wasKnown = ifEmittedSince === undefined || ifEmittedSince === -Infinity
      || events.some(({ event, kind }) => kind !== "deleted" && Number(event.dateUpdated) >= ifEmittedSince && Number(event.dateUpdated) < (expected?.dateUpdated ?? Infinity));
    const known = last ? [last] : old;
    const mayStaySilent = isDeleted || (isVague && ifEmittedSince !== undefined);
    if (expected && wasKnown && !mayStaySilent && !known.some((one) => one.dateUpdated >= expected.dateUpdated || contentOf(one) === contentOf(expected))) {
      throw new Error(`Lost: ${JSON.stringify(expected)}, emitted: ${JSON.stringify(events.map(({ kind, event }) => [kind, event.dateUpdated]))}`);
    }
    if (removed?.expected && wasKnown) expect(isDeleted).toBe(true);
  }
}
