import type { Page } from "../pagination/paginate.ts";
import type { Cursor } from "../pagination/schemes.ts";
import type { Resource } from "../resources/resource.ts";
import type { Fields } from "../types.ts";
import { trigger } from "./engine.ts";
import type { Strategy, TriggerSpec } from "./engine.ts";
import { OVERLAP_MS } from "./incremental-state.ts";
import type { Poll } from "./poll.ts";
import { Seen } from "./seen.ts";
import type { PackedSeen } from "./seen.ts";

export interface FanOutSpec<P extends Fields, C extends Fields> extends Omit<TriggerSpec, "noun"> {
  parents: Resource<P>;
  children: Resource<C>;
  /** Parents with something new since `from` (epoch ms). */
  readParents(poll: Poll, from: number, after?: Cursor): AsyncGenerator<Page<P>>;
  /** A parent's children, newest first. */
  readChildren(poll: Poll, parent: P, after?: Cursor): AsyncGenerator<Page<C>>;
}

/** Where an unfinished reading goes on. */
interface Resume {
  /** Page of parents that was under way; absent for the first. */
  parents?: Cursor;
  /** Parents of that page that are done. */
  done: string[];
  /** The parent that was under way, and where in its children. */
  child?: { of: string; after: Cursor };
}

interface State {
  /** Everything visible that is older than this has been handled, epoch ms. */
  floor: number;
  seen: PackedSeen;
  resume?: Resume;
}

function isState({ floor, seen }: Fields): boolean {
  return typeof floor === "number" && seen !== null && typeof seen === "object" && "base" in seen && "entries" in seen;
}

/**
 * Watches the children of many parents (messages of conversations): reads the parents that moved since the last poll,
 * and of each the children newer than that. The position moves only when all parents are done; a poll that runs out
 * of time remembers which parent, and which page of its children, comes next.
 */
export function fanOut<P extends Fields, C extends Fields>(spec: FanOutSpec<P, C>) {
  const { children, parents } = spec;

  /** @returns where to go on, or undefined when all children of the parent since `from` are done */
  async function readOne(poll: Poll, parent: P, from: number, seen: Seen, after?: Cursor): Promise<Cursor | undefined> {
    for await (const page of spec.readChildren(poll, parent, after)) {
      let reached = false;
      for (const child of page.items) {
        const id = children.id(child);
        const time = children.createdAt(child);
        if (time !== undefined && time < from) reached = true;
        else if (seen.version(id) === undefined) {
          poll.emit({ kind: "created", record: child, id: [id], ts: time, label: children.label(child) });
          seen.set(id, time ?? from);
        }
      }
      if (reached) return undefined;
      if (page.next && poll.mustStop()) return page.next;
    }
    return undefined;
  }

  const strategy: Strategy<State> = {
    name: "fanOut",
    isState,

    async* start(poll) {
      // The window opens now: children that become visible late are still found, older ones are history.
      const seen = new Seen();
      const from = poll.startedAt - OVERLAP_MS;
      let open = from;
      poll.silent = true;
      for await (const page of spec.readParents(poll, from)) {
        for (const parent of page.items) await readOne(poll, parent, from, seen);
        // Too busy to learn in one poll what is there already: then what follows counts from now.
        if (page.next && poll.mustStop()) {
          open = poll.startedAt;
          break;
        }
      }
      poll.silent = false;
      const { packed, floor } = seen.pack(open);
      yield { floor, seen: packed };
    },

    async* advance(poll, state) {
      const seen = Seen.unpack(state.seen);
      const from = state.floor;
      const pack = (resume?: Resume): State => {
        const { packed, floor } = seen.pack(resume ? from : Math.max(from, poll.startedAt - OVERLAP_MS));
        return resume ? { floor: from, seen: packed, resume } : { floor, seen: packed };
      };
      let at = state.resume?.parents;
      let done = new Set(state.resume?.done);
      const child = state.resume?.child;
      for await (const page of spec.readParents(poll, from, at)) {
        for (const parent of page.items) {
          const id = parents.id(parent);
          if (done.has(id)) continue;
          const after = await readOne(poll, parent, from, seen, child?.of === id ? child.after : undefined);
          if (!after) done.add(id);
          const unfinished = after && { of: id, after };
          yield pack({ parents: at, done: [...done], ...(unfinished && { child: unfinished }) });
          if (unfinished || poll.mustStop()) return;
        }
        at = page.next;
        done = new Set();
      }
      yield pack();
    },
  };
  return trigger({ ...spec, noun: children.noun }, strategy);
}
