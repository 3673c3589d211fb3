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
import { LOOKBACK_MS, TICK_MS } from "../../tolerances.ts";
import type { Poll } from "../../poll.ts";

export interface FanOutSpec<P extends Fields, C extends Fields> extends Omit<TriggerSpec, "noun">, ChildrenSpec<C> {
  /** `updatedAt` is the time of a parent's last child. */
  parents: Resource<P>;
  /**
   * Parents whose last child is of `from` (epoch ms) or later, upwards; without it, those that moved last, the last first.
   * Or the one that the user named, without a time: it is read in each poll, and it is an error where it is gone.
   */
  readParents(poll: Poll, from?: number): AsyncGenerator<Page<P>>;
}

/** Children dated further ahead wait until their time comes. */
const AHEAD_MS = 5 * 60_000;
/** Parents that are read for samples. */
const SAMPLE_PARENTS = 5;

/** What a start learns of a parent that moves meanwhile ends where it began. Epoch ms. */
const latestKnown = (date: number | undefined, begun: number) => (date === undefined ? Infinity : begun + TICK_MS);

/** A start: where it stands. */
interface Start {
  /** HighLevel's clock, epoch ms. */
  begun: number;
  /** Parents that were read for samples. */
  read: Set<string>;
}

/**
 * Watches the children of many parents (messages of conversations), or of one: reads the parents that moved since the
 * last poll, upwards, so that one that moves meanwhile comes again, and of each the children that are new. The position
 * moves only when all parents are done; a poll that runs out of time remembers which parent, and which page of its
 * children, comes next. Costs one request a poll where nothing moved. No page of parents is remembered, only a time.
 */
export function fanOut<P extends Fields, C extends Fields>(spec: FanOutSpec<P, C>) {
  const { children, parents } = spec;
  const { emit, keyOf, read } = childrenOf(spec);

  /** Emits the newest children of the parents that moved last, and learns what there is of them. */
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

  /** Learns what there is already. @returns false where there is more than can be learnt in one poll */
  async function learn(poll: Poll, memory: Memory, start: Partial<Start>): Promise<boolean> {
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

  /** Tells what is new. @returns false where time ran out */
  async function emitNew(poll: Poll, memory: Memory): Promise<boolean> {
    const to = poll.startedAt + AHEAD_MS;
    const { child } = memory;
    if (child) {
      const isDone = await read(poll, memory, child, { to });
      // A parent that the user named is the only one.
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
      // The window opens a quarter of an hour ago: children that become visible late are still found, older ones are history.
      const memory = Memory.empty(poll.startedAt - LOOKBACK_MS);
      const start: Partial<Start> = samples > 0 ? await emitSamples(poll, memory, samples) : {};
      // Where not all can be learnt, what follows counts from its beginning: of a parent that the user named, on HighLevel's clock at its first page.
      const begun = () => (memory.child?.date === undefined ? memory.child?.read : undefined) ?? start.begun ?? poll.startedAt;
      const soFar = () => memory.finish(begun() + TICK_MS + LOOKBACK_MS);
      poll.silent = true;
      try {
        const isAll = !(samples > 0 && poll.mustStop()) && await learn(poll, memory, start);
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
        // What was told before a request failed is kept.
        if (memory.hasMoved) yield memory.pause();
        throw error;
      }
    },
  };
  return trigger({ ...spec, noun: children.noun }, strategy);
}
