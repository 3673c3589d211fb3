import type { Fields, Item, Known, Environment, Model, ModelRow } from "../model.ts";
import { Choice } from "./choice.ts";
import { text } from "./read.ts";

interface Row { id: string }

/** Where the rows of a list are kept. */
export interface Shelf<R extends Row> {
  get(id: string): R | undefined;
  put(row: R): R;
  delete(id: string): boolean;
}

/** A flag of a record (completed, published) whose change is an event of its own. */
export interface Flag<R extends Row> {
  of(row: R): boolean;
  set(row: R, on: boolean): R;
  reported(event: Fields): boolean;
  /** The event types for switching it on and off; undefined if that is a plain "updated". */
  eventTypes: { on?: string; off?: string };
  /** The event type for a new record with the flag if "created" was not chosen. */
  newOn?: string;
}

/** A field with several values (a status) whose change is an event of its own. */
export interface Status<R extends Row> {
  of(row: R): string;
  /** @param pick chooses the new value */
  set(row: R, pick: number): R;
  reported(event: Fields): string;
  /** The event type for this change. */
  kind(before: string, after: string): string;
}

/** A list that a trigger reads whole. */
export interface ListOf<R extends Row> {
  shelf(environment: Environment): Shelf<R>;
  /** A new record. */
  make(environment: Environment, id: string, name: string): R;
  /** Its text that changes. */
  name: { of(row: R): string; set(row: R, name: string): R; reported(event: Fields): string };
  flag?: Flag<R>;
  status?: Status<R>;
  /** Prepares the account, and gives the values of the form. */
  props(environment: Environment): Pick<Model, "props" | "otherProps" | "token">;
  /** Records that exist from the start and do not change. */
  others?: (environment: Environment) => Item[];
  /** Whether a record matches the trigger's filters; all do by default. */
  isShown?(row: R, environment: Environment): boolean;
  /** Changes of things that the trigger does not watch. */
  noise?(environment: Environment): Model["mutations"];
}

const NAMES = ["Anna", "Boris", "Chloe"];

const versionOf = (name: string, on: boolean, status = "") => [name, on && "on", status].filter(Boolean).join(" ");

/** The model of a trigger that compares complete lists: records are added, renamed, marked, removed, and put back. */
export function listModel<R extends Row>(slug: string, spec: ListOf<R>, more: Partial<ModelRow> = {}): ModelRow {
  const { name, flag, status } = spec;

  function eventTypes(before: Known, after: Known, chosen: ReadonlySet<string>): (string | undefined)[] {
    if (!after) return ["deleted"];
    const isOn = after.data.on === true;
    if (!before) return isOn && flag?.newOn ? ["created", flag.newOn] : ["created"];
    const marked = before.data.on === after.data.on ? undefined : isOn ? flag?.eventTypes.on : flag?.eventTypes.off;
    const special = before.data.status === after.data.status ? marked : status?.kind(String(before.data.status), String(after.data.status));
    return [special !== undefined && chosen.has(special) ? special : "updated"];
  }

  return {
    slug,
    missingFor: 2,
    ...more,
    open(environment) {
      const shelf = spec.shelf(environment);
      const given = spec.props(environment);
      const ids: string[] = [];
      const gone: R[] = [];
      let count = 0;

      const add = (title: string, on: boolean) => {
        const id = environment.id();
        const row = spec.make(environment, id, title);
        shelf.put(flag ? flag.set(row, on) : row);
        ids.push(id);
      };
      const there = () => ids.flatMap((id) => shelf.get(id) ?? []);
      const choice = new Choice();
      const pickOne = (pick: number) => choice.of(there(), pick);
      const nameAt = (pick: number) => NAMES[pick % NAMES.length] ?? "";

      for (let index = 0; index < environment.size; index++) add(nameAt(index), index % 3 === 0);
      return {
        ...given,
        mutations: {
          add: (pick) => add(nameAt(pick), pick % 2 === 0),
          "add several": (pick) => {
            for (let index = 0; index <= pick % 4; index++) add(nameAt(pick + index), false);
          },
          rename: (pick) => {
            const row = pickOne(pick);
            if (row) shelf.put(name.set(row, nameAt(pick + count++)));
          },
          ...(status && {
            "change the status": (pick: number) => {
              const row = pickOne(pick);
              if (row) shelf.put(status.set(row, pick + count++));
            },
          }),
          ...spec.noise?.(environment),
          ...(flag && {
            mark: (pick: number) => {
              const row = pickOne(pick);
              if (row) shelf.put(flag.set(row, !flag.of(row)));
            },
          }),
          remove: (pick) => {
            const row = pickOne(pick);
            if (row && shelf.delete(row.id)) gone.push(row);
          },
          "put back": () => {
            const row = gone.pop();
            if (row) shelf.put(row);
          },
        },
        shown: () => [
          ...there().filter((row) => spec.isShown?.(row, environment) ?? true).map((row): Item => {
            const on = flag?.of(row) ?? false;
            const value = status?.of(row);
            return { id: row.id, version: versionOf(name.of(row), on, value), data: { on, status: value } };
          }),
          ...spec.others?.(environment) ?? [],
        ],
        reported: (event) => {
          const id = text(event.id ?? event._id);
          const { kind } = event._event as { kind: string }; // every trigger adds it
          return kind === "deleted" ? { id } : { id, version: versionOf(name.reported(event), flag?.reported(event) ?? false, status?.reported(event)) };
        },
        eventTypes,
        prefer: choice.prefer,
      };
    },
  };
}
