import type { Fields, Item, Known, Environment, Model, ModelRow } from "../model.ts";
import { text } from "./read.ts";
import type { Shelf } from "./list.ts";

interface Row { id: string }

/** A field of a record as the API names it. */
export interface Field<R extends Row> {
  of(row: R): unknown;
  set(row: R, value: string): R;
  /** Its value in events, if not under its name. */
  reported?(event: Fields): unknown;
}

export interface RecordOf<R extends Row> {
  shelf(environment: Environment): Shelf<R>;
  make(environment: Environment, id: string): R;
  /** Fields that change, by the name under which the trigger reports them. */
  fields: Record<string, Field<R>>;
  props(environment: Environment, id: string): Pick<Model, "props" | "otherProps" | "token">;
  /** Changes of the record that the trigger ignores. */
  noise?: (row: R, environment: Environment) => R;
  /** What else can happen. */
  also?(environment: Environment, id: string): Model["mutations"];
  /** Whether a stored record counts as deleted. */
  isDeleted?(row: R): boolean;
  /** Deletes it; by default, removes it from the store. */
  remove?(environment: Environment, row: R): void;
}

const VALUES = ["first", "second", "third"];

/** The model of a trigger that watches one record: its fields change, and change back; it is deleted and comes back. */
export function recordModel<R extends Row>(slug: string, spec: RecordOf<R>, more: Partial<ModelRow> = {}): ModelRow {
  const names = Object.keys(spec.fields);

  function eventTypes(before: Known, after: Known): (string | undefined)[] {
    if (!after) return ["deleted"];
    return [before ? "updated" : "restored"];
  }

  return {
    slug,
    ...more,
    open(environment) {
      const shelf = spec.shelf(environment);
      const id = environment.id();
      shelf.put(spec.make(environment, id));
      let last: R | undefined;
      let count = 0;
      const row = () => shelf.get(id);

      const change = (pick: number) => {
        const current = row();
        const field = spec.fields[names[pick % names.length] ?? ""];
        if (current && field) shelf.put(field.set(current, VALUES[(pick + count++) % VALUES.length] ?? ""));
      };

      return {
        ...spec.props(environment, id),
        mustExist: true,
        mutations: {
          change,
          "change two fields": (pick) => {
            change(pick);
            change(pick + 1);
          },
          ...(spec.noise && {
            "change nothing that counts": () => {
              const current = row();
              if (current && spec.noise) shelf.put(spec.noise(current, environment));
            },
          }),
          remove: () => {
            const current = row();
            if (!current) return;
            last = current;
            if (spec.remove) spec.remove(environment, current);
            else shelf.delete(id);
          },
          "put back": () => {
            if (last) shelf.put(last);
            last = undefined;
          },
          ...spec.also?.(environment, id),
        },
        shown: () => {
          const current = row();
          if (!current || spec.isDeleted?.(current)) return [];
          const data = Object.fromEntries(names.map((name) => [name, spec.fields[name]?.of(current)]));
          return [{ id, version: JSON.stringify(Object.values(data)), data } satisfies Item];
        },
        reported: (event) => {
          const { kind } = event._event as { kind: string }; // every trigger adds it
          if (kind === "deleted") return { id: text(event.id) };
          return { id, version: JSON.stringify(names.map((name) => { const field = spec.fields[name]; return field?.reported ? field.reported(event) : event[name]; })) };
        },
        eventTypes,
        changedFields: (before, after) => names.filter((name) => before.data[name] !== after.data[name]),
      };
    },
  };
}
