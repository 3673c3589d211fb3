import type { Delay, Fields, Item, Known, Environment, Model, ModelRow } from "../model.ts";
import { Choice } from "./choice.ts";
import { text } from "./read.ts";

/** A record as a search shows it: the latest visible version. */
export interface Sight {
  id: string;
  /** When it was created, epoch ms; undefined for a record without a date. */
  created?: number;
  /** The time by which the trigger distinguishes versions, epoch ms. */
  updated?: number;
  /** Whatever event types depend on. */
  data?: Fields;
  /** It need not be emitted before this, epoch ms. */
  due?: number;
}

/** A list that a trigger reads in order of time. */
export interface TimelineOf {
  /** Adds a record, which searches see `delay.lagMs` later, and which is dated back by `delay.backMs` (ahead if negative). */
  add(environment: Environment, group: string, id: string, delay: Delay): void;
  /** Changes a record, by the name of the change. */
  changes?: Record<string, (environment: Environment, id: string, delay: Delay) => void>;
  /** What else can happen, for example to things that are not shown. */
  also?(environment: Environment, group: string): Model["mutations"];
  remove?(environment: Environment, id: string): void;
  /** What the endpoint shows now. */
  shown(environment: Environment, group: string): Sight[];
  /** Prepares the account, and gives the values of the form and the group that is watched. */
  props(environment: Environment): Pick<Model, "props" | "otherProps" | "token"> & { group: string };
  /** The time of an event's version, epoch ms; of its creation if the trigger watches only that. */
  reported(event: Fields): number | undefined;
  /** Event types beside "created" (undefined before) and "updated". */
  eventTypes?(before: Known, after: Item, chosen: ReadonlySet<string>): (string | undefined)[];
  /** What else can happen: to things that are not watched, or that come to be watched. */
  others?(environment: Environment, group: string): Model["mutations"];
  /** Adds a record without a date. */
  addUndated?(environment: Environment, group: string, id: string): void;
  /** Whether records may be dated ahead. */
  ahead?: boolean;
}

/** Pages. */
const FLOOD = 1.3;
const AHEAD_MS = [3_600_000, 86_400_000];

/** The model of a trigger that reads in order of time: shared timestamps, late visibility, clocks behind or ahead, undated records. */
export function timelineModel(slug: string, spec: TimelineOf, more: Partial<ModelRow> = {}): ModelRow {
  return {
    slug,
    ...more,
    open(environment) {
      const { group, ...given } = spec.props(environment);
      const ids: string[] = [];
      const now = { lagMs: 0, backMs: 0 };
      const add = (delay: Delay) => {
        const id = environment.id();
        spec.add(environment, group, id, delay);
        ids.push(id);
      };
      const there = () => {
        const shown = new Set(spec.shown(environment, group).map(({ id }) => id));
        return ids.filter((id) => shown.has(id)).map((id) => ({ id }));
      };
      const choice = new Choice();
      const pickOne = (pick: number) => choice.of(there(), pick)?.id;
      const changes = Object.entries(spec.changes ?? {}).map(([name, change]) => [name, (pick: number, delay: Delay) => {
        const id = pickOne(pick);
        if (id) change(environment, id, delay);
      }] as const);
      const { large = Infinity } = more;
      let vagueUntil = -Infinity;
      // Old ones: each a day older than the one before.
      for (let index = 0; index < environment.size; index++) add({ lagMs: 0, backMs: (index + 1) * 86_400_000 });

      return {
        ...given,
        mutations: {
          add: (_, delay) => add(delay),
          "add several at once": (pick, delay) => {
            for (let index = 0; index <= pick % 6; index++) add(delay);
          },
          // More than a page; each four share a timestamp.
          ...(environment.size >= large && {
            "add a flood": (pick: number, { lagMs, backMs }: Delay) => {
              for (let index = 0; index < FLOOD * large; index++) add({ lagMs, backMs: backMs + (index >> 2) * (1 + pick % 300) });
            },
          }),
          ...Object.fromEntries(changes),
          ...spec.also?.(environment, group),
          ...spec.others?.(environment, group),
          ...(spec.remove && {
            remove: (pick: number) => {
              const id = pickOne(pick);
              if (id) spec.remove?.(environment, id);
            },
          }),
          ...(spec.addUndated && {
            "add one without a date": () => {
              const id = environment.id();
              spec.addUndated?.(environment, group, id);
              ids.push(id);
            },
          }),
          ...(spec.ahead && { "add one dated ahead": (pick: number) => add({ ...now, backMs: -(AHEAD_MS[pick % AHEAD_MS.length] ?? 0) }) }),
        },
        shown: () => spec.shown(environment, group).map(({ id, created, updated, data = {}, due = 0 }): Item => {
          const at = updated ?? created;
          const from = Math.max(at ?? 0, due);
          return { id, version: String(at), data: { ...data, created }, ...(from > environment.now() && { due: from }) };
        }),
        reported: (event) => ({ id: text(event.id), version: String(spec.reported(event)) }),
        prefer: choice.prefer,
        startedVaguely: () => void (vagueUntil = environment.now()),
        eventTypes: (before, after, chosen) => {
          if (!after) return [undefined];
          // If it becomes visible late, it may be behind the page that such a start has read.
          const vague = Number(after.version) <= vagueUntil ? [undefined] : [];
          // If "created" was not chosen, a record that was created and changed counts as changed.
          const isChange = !chosen.has("created") && Number(after.version) > Number(after.data.created);
          return [...spec.eventTypes?.(before, after, chosen) ?? [before || isChange ? "updated" : "created"], ...vague];
        },
      };
    },
  };
}
