import { fingerprint } from "../fingerprint.ts";
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
  /** HighLevel's clock when it began, epoch ms. */
  begun: number;
  /** Page of parents that was under way; absent for the first. */
  parents?: Cursor;
  /** Fingerprints of the parents of that page that are done. */
  done: string[];
  /** Parents that were left in the middle, and where in their children. */
  unfinished: Rest[];
  /** All pages were read; only those that were left in the middle and have moved away since are looked for. */
  rest?: boolean;
}

interface Rest { of: string; after: Cursor }

interface State {
  /** Everything visible that is older than this has been handled, epoch ms. */
  floor: number;
  seen: PackedSeen;
  resume?: Resume;
}

function isState(value: Fields): boolean {
  const { floor, seen, resume } = value as Partial<State>; // unknown content: every part is checked
  const isPlace = resume === undefined || (typeof resume?.begun === "number" && Array.isArray(resume.done) && Array.isArray(resume.unfinished));
  return typeof floor === "number" && typeof seen?.base === "number" && typeof seen.entries === "string" && isPlace;
}

const mark = (id: string) => fingerprint(id, 8);

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
      reading: for await (const page of spec.readParents(poll, from)) {
        for (const parent of page.items) {
          const after = await readOne(poll, parent, from, seen);
          if (!after && !poll.mustStop()) continue;
          // Too busy to learn in one poll what is there already: then what follows counts from now.
          open = poll.startedAt;
          break reading;
        }
      }
      poll.silent = false;
      const { packed, floor } = seen.pack(open);
      yield { floor, seen: packed };
    },

    async* advance(poll, state) {
      const seen = Seen.unpack(state.seen);
      const from = state.floor;
      const unfinished = new Map(state.resume?.unfinished.map(({ of, after }) => [of, after]));
      const rest = state.resume?.rest === true;
      let { parents: at, begun } = state.resume ?? {};
      let done = new Set(state.resume?.done);
      const pause = (startedAt: number, more: Partial<Resume>): State => ({
        floor: from,
        seen: seen.pack(from).packed,
        resume: { begun: startedAt, done: [], unfinished: [...unfinished].map(([of, after]) => ({ of, after })), ...more },
      });
      for await (const page of spec.readParents(poll, from, at)) {
        begun ??= page.now;
        for (const parent of page.items) {
          const id = parents.id(parent);
          if (done.has(mark(id)) || (rest && !unfinished.has(id))) continue;
          const after = await readOne(poll, parent, from, seen, unfinished.get(id));
          if (after) unfinished.set(id, after);
          else unfinished.delete(id);
          if (!after) done.add(mark(id));
          yield pause(begun, { parents: at, done: [...done], rest });
          if (after || (poll.mustStop() && parent !== page.items.at(-1))) return;
        }
        at = page.next;
        done = new Set();
        if (!at) break;
        yield pause(begun, { parents: at, rest });
        if (poll.mustStop()) return;
      }
      begun ??= poll.startedAt;
      if (unfinished.size > 0 && !rest) {
        yield pause(begun, { rest: true });
        return;
      }
      // What came behind the back of the reading is not older than its beginning less the overlap.
      const { packed, floor } = seen.pack(Math.max(from, begun - OVERLAP_MS));
      yield { floor, seen: packed };
    },
  };
  return trigger({ ...spec, noun: children.noun }, strategy);
}
