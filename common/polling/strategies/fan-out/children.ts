import { isNotFound, isRefused } from "../../../api/http/errors.ts";
import type { Page } from "../../../api/pagination/paginate.ts";
import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { Fields } from "../../../core/types.ts";
import type { Memory } from "./memory.ts";
import type { Place } from "./state.ts";
import type { Poll } from "../../poll.ts";

export interface ChildrenSpec<C extends Fields> {
  children: Resource<C>;
  /** A parent's children, newest first. */
  readChildren(poll: Poll, parent: string, after?: Cursor): AsyncGenerator<Page<C>>;
  /** The event type; "created" by default. */
  kindOf?(child: C): string;
  /** Names what is emitted once; the child's id by default. Needed if a child that moves up again is a new event. */
  keyOf?(child: C): string;
}

/** How a parent is read. */
interface Reading<C> {
  /** Children dated later wait, epoch ms. */
  to: number;
  /** Sees each page before its events are emitted. */
  look?(page: Page<C>): void;
}

/** Reads the children of one parent at a time, and emits what is new. */
export function childrenOf<C extends Fields>({ children, readChildren, kindOf, keyOf = children.id }: ChildrenSpec<C>) {
  function emit(poll: Poll, child: C): void {
    poll.emit({ kind: kindOf?.(child) ?? "created", record: child, id: [keyOf(child)], ts: children.createdAt(child), label: children.label(child) });
  }

  /**
   * Emits what is new on a page.
   * @param emittedTo children newer than this were emitted before the reading was resumed, epoch ms
   * @param passed keys of the children read so far; some come again if the child that a page follows moves up
   * @returns the oldest time on the page, epoch ms
   */
  function emitPage(poll: Poll, memory: Memory, place: Place, { items, now }: Page<C>, to: number, emittedTo: number, passed: Set<string>): number {
    const times = items.flatMap((child) => children.createdAt(child) ?? []);
    const oldest = Math.min(...times);
    memory.countUndated(items.length - times.length);
    memory.reach(place, now, times.filter((time) => time <= to));
    memory.hasMoved = false;
    for (const child of items) {
      const time = children.createdAt(child);
      const key = keyOf(child);
      if (passed.has(key) || (time !== undefined && (time < place.lower || time > Math.min(to, emittedTo)))) continue;
      passed.add(key);
      if (memory.add(place, key, time, time === oldest)) emit(poll, child);
    }
    memory.hasMoved = true;
    return oldest;
  }

  /**
   * Emits what is new in the current parent.
   * @returns false if time ran out; the memory's `child` says where to continue
   * @throws HighLevelError if HighLevel refuses, unless the parent was deleted after it was listed
   */
  async function read(poll: Poll, memory: Memory, place: Place, { to, look }: Reading<C>): Promise<boolean> {
    let begunAnewAt: number | undefined = Infinity;
    const passed = new Set<string>();
    for (;;) {
      const emittedTo = place.told ?? Infinity;
      try {
        for await (const page of readChildren(poll, place.of, place.after)) {
          look?.(page);
          const oldest = emitPage(poll, memory, place, page, to, emittedTo, passed);
          if (!page.next || oldest < place.lower) break;
          place.after = page.next;
          if (oldest < emittedTo) place.told = oldest;
          if (poll.mustStop()) return false;
        }
        memory.done(to);
        return true;
      } catch (error) {
        if (place.after && isRefused(error) && begunAnewAt !== place.told) {
          // The child before the page may have been deleted since: read again from the newest.
          begunAnewAt = place.told;
          delete place.after;
          memory.hasMoved = true;
        } else if (!place.after && place.date !== undefined && isNotFound(error)) {
          memory.done(-Infinity);
          memory.hasMoved = true;
          return true;
        } else {
          throw error;
        }
      }
    }
  }

  return { emit, keyOf, read };
}
