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
  /** The kind of event; "created" by default. */
  kindOf?(child: C): string;
  /** What is told once, where a child that moves up again is news; its id by default. */
  keyOf?(child: C): string;
}

/** How {@link childrenOf} reads a parent. */
interface Reading<C> {
  /** Children dated later wait, epoch ms. */
  to: number;
  /** Sees each page before it is told. */
  look?(page: Page<C>): void;
}

/** Reads the children of one parent at a time, and emits what is new. */
export function childrenOf<C extends Fields>({ children, readChildren, kindOf, keyOf = children.id }: ChildrenSpec<C>) {
  function emit(poll: Poll, child: C): void {
    poll.emit({ kind: kindOf?.(child) ?? "created", record: child, id: [keyOf(child)], ts: children.createdAt(child), label: children.label(child) });
  }

  /**
   * Tells what is new on a page.
   * @param told what is newer was told before the reading went on, epoch ms
   * @param passed keys of what the reading has come to, and comes to again where the child that a page follows moves up
   * @returns the oldest time on the page, epoch ms
   */
  function tell(poll: Poll, memory: Memory, place: Place, { items, now }: Page<C>, to: number, told: number, passed: Set<string>): number {
    const times = items.flatMap((child) => children.createdAt(child) ?? []);
    const oldest = Math.min(...times);
    memory.expectUndated(items.length - times.length);
    memory.reach(place, now, times.filter((time) => time <= to));
    memory.hasMoved = false;
    for (const child of items) {
      const time = children.createdAt(child);
      const key = keyOf(child);
      if (passed.has(key) || (time !== undefined && (time < place.lower || time > Math.min(to, told)))) continue;
      passed.add(key);
      if (memory.add(place, key, time, time === oldest)) emit(poll, child);
    }
    memory.hasMoved = true;
    return oldest;
  }

  /**
   * Tells what is new of the parent whose turn it is.
   * @returns false where time ran out; the memory's `child` says where to go on
   * @throws HighLevelError where HighLevel refuses, unless the parent was deleted since it was listed
   */
  async function read(poll: Poll, memory: Memory, place: Place, { to, look }: Reading<C>): Promise<boolean> {
    let begunAnewAt: number | undefined = Infinity;
    const passed = new Set<string>();
    for (;;) {
      const told = place.told ?? Infinity;
      try {
        for await (const page of readChildren(poll, place.of, place.after)) {
          look?.(page);
          const oldest = tell(poll, memory, place, page, to, told, passed);
          if (!page.next || oldest < place.lower) break;
          place.after = page.next;
          if (oldest < told) place.told = oldest;
          if (poll.mustStop()) return false;
        }
        memory.done(to);
        return true;
      } catch (error) {
        if (place.after && isRefused(error) && begunAnewAt !== place.told) {
          // The child that the page was to follow may have been deleted since: from the newest on again.
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
