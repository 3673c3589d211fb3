import type { Page } from "../../../api/pagination/paginate.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { childrenOf } from "./children.ts";
import type { ChildrenSpec } from "./children.ts";
import { Memory } from "./memory.ts";
import { isState } from "./state.ts";
import type { State } from "./state.ts";
import { AHEAD_MS, LOOKBACK_MS, TICK_MS } from "../../tolerances.ts";
import type { Poll } from "../../poll.ts";

export interface FanOutSpec<P extends Fields, C extends Fields> extends Omit<TriggerSpec, "noun">, ChildrenSpec<C> {
  /** `updatedAt` is the time of a parent's last child. */
  parents: Resource<P>;
  /**
   * Parents whose last child is of `from` (epoch ms) or later, oldest first; without `from`, those that moved last, newest first.
   * Or the one that the user named, without a time: every poll reads it, and it is an error if it is gone.
   */
  readParents(poll: Poll, from?: number): AsyncGenerator<Page<P>>;
}

/** How many parents are read for samples. */
const SAMPLE_PARENTS = 5;

/** Up to when a start takes the children of a parent for old: if the parent has a time, until the start began. Epoch ms. */
const latestKnown = (date: number | undefined, begun: number) => (date === undefined ? Infinity : begun + TICK_MS);

/** How far a start has come. */
interface Start {
  /** HighLevel's clock, epoch ms. */
  begun: number;
  /** Parents that were read for samples. */
  read: Set<string>;
}

/**
 * Watches the children of many parents (messages of conversations), or of one. Reads the parents that moved since the
 * last poll, oldest first, so that a parent that moves meanwhile comes again, and emits the new children of each. The
 * position moves only when all parents are done; a poll that runs out of time saves which parent, and which page of its
 * children, comes next. Of the parents it saves no page, only a time. Costs one request a poll if nothing moved.
 */
export function fanOut<P extends Fields, C extends Fields>(spec: FanOutSpec<P, C>) {
  const { children, parents } = spec;
  const { emit, keyOf, read } = childrenOf(spec);

  /** Emits the newest children of the parents that moved last, and remembers all that it reads of them. */
  async function emitSamples(poll: Poll, memory: Memory, samples: number): Promise<Start> {
    const found: { child: C; time: number }[] = [];
    const start: Start = { begun: poll.startedAt, read: new Set() };
    const look = (page: Page<C>) => {
      // HighLevel may repeat a child.
      const known = new Set(found.map(({ child }) => keyOf(child)));
      const more = new Map(page.items.map((child) => [keyOf(child), { child, time: children.createdAt(child) ?? 0 }]));
      found.push(...[...more].flatMap(([id, one]) => (known.has(id) ? [] : one)));
      found.sort((a, b) => b.time - a.time).splice(samples);
    };
    poll.silent = true;
    for await (const page of spec.readParents(poll)) {
      start.begun = page.now;
      for (const parent of page.items.slice(0, SAMPLE_PARENTS)) {
        const id = parents.id(parent);
        const date = parents.updatedAt(parent);
        const isEnough = found.length === samples && (date ?? Infinity) < (found.at(-1)?.time ?? 0);
        if (isEnough || (start.read.size > 0 && poll.mustStop())) break;
        await read(poll, memory, memory.turnTo(id, date), { to: latestKnown(date, start.begun), look });
        start.read.add(id);
      }
      break;
    }
    poll.silent = false;
    for (const { child, time } of found) {
      emit(poll, child);
      memory.know(keyOf(child), time);
    }
    return start;
  }

  /** Remembers what exists already. @returns false if that is more than one poll can read */
  async function readSilently(poll: Poll, memory: Memory, start: Partial<Start>): Promise<boolean> {
    let isFirst = true;
    for await (const page of spec.readParents(poll, memory.from)) {
      start.begun ??= page.now;
      for (const parent of page.items) {
        const id = parents.id(parent);
        const date = parents.updatedAt(parent);
        if (date === undefined ? start.read?.has(id) : !memory.isDue(id, date, page.now)) continue;
        if (!isFirst && poll.mustStop()) return false;
        isFirst = false;
        if (!await read(poll, memory, memory.turnTo(id, date), { to: latestKnown(date, start.begun) })) return false;
      }
      if (page.next && poll.mustStop()) return false;
    }
    return true;
  }

  /** Emits what is new. @returns false if time ran out */
  async function emitNew(poll: Poll, memory: Memory): Promise<boolean> {
    const to = poll.startedAt + AHEAD_MS;
    const { child } = memory;
    if (child) {
      const isDone = await read(poll, memory, child, { to });
      // A parent that the user named is the only one to read.
      if (!isDone || child.date === undefined) return isDone;
      if (poll.mustStop()) return false;
    }
    for await (const page of spec.readParents(poll, memory.past)) {
      memory.begin(page.now);
      for (const parent of page.items) {
        const id = parents.id(parent);
        const date = parents.updatedAt(parent);
        memory.past = Math.max(memory.past, date ?? 0);
        if (!memory.isDue(id, date, page.now)) continue;
        const place = memory.turnTo(id, date);
        if (poll.mustStop() || !await read(poll, memory, place, { to })) return false;
      }
      if (page.next && poll.mustStop()) return false;
    }
    return true;
  }

  const strategy: Strategy<State> = {
    name: "fanOut",
    isState,

    async* start(poll, samples) {
      // Children that become visible late are found if they are no older than the lookback.
      const memory = Memory.empty(poll.startedAt - LOOKBACK_MS);
      const start: Partial<Start> = samples > 0 ? await emitSamples(poll, memory, samples) : {};
      // If not all can be read, what comes after the start began is new: for a parent that the user named, after its first page.
      const begun = () => (memory.child?.date === undefined ? memory.child?.read : undefined) ?? start.begun ?? poll.startedAt;
      const soFar = () => memory.finish(begun() + TICK_MS + LOOKBACK_MS);
      poll.silent = true;
      try {
        const isAll = !(samples > 0 && poll.mustStop()) && await readSilently(poll, memory, start);
        yield isAll ? memory.finish(poll.startedAt) : soFar();
      } catch (error) {
        if (memory.hasMoved) yield soFar();
        throw error;
      }
    },

    async* advance(poll, state) {
      const memory = new Memory(state);
      try {
        yield await emitNew(poll, memory) ? memory.finish() : memory.pause();
      } catch (error) {
        // Keeps what was emitted before a request failed.
        if (memory.hasMoved) yield memory.pause();
        throw error;
      }
    },
  };
  return trigger({ ...spec, noun: children.noun }, strategy);
}
