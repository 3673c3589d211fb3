/** Compares what a sample event shows with events that were emitted. */

type Fields = Record<string, unknown>;

/** What stands at one place of some events. */
interface Place {
  types: Set<string>;
  /** How many objects stand there, and in how many of them each name does. */
  objects: number;
  names: Map<string, number>;
}

/** By the names that lead there, with `[]` for "in a list": "customFields[].id". */
type Shape = Map<string, Place>;

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

function note(shape: Shape, path: string, value: unknown): void {
  const place = shape.get(path) ?? { types: new Set(), objects: 0, names: new Map() };
  shape.set(path, place);
  const type = typeOf(value);
  place.types.add(type);
  if (type === "list") for (const item of value as unknown[]) note(shape, `${path}[]`, item);
  if (type !== "object") return;
  place.objects += 1;
  for (const [name, part] of Object.entries(value as Fields)) {
    place.names.set(name, (place.names.get(name) ?? 0) + 1);
    note(shape, path ? `${path}.${name}` : name, part);
  }
}

function shapeOf(events: unknown[]): Shape {
  const shape: Shape = new Map();
  for (const event of events) note(shape, "", event);
  return shape;
}

const LAST_STEP = /(\[\]|\.?[^.[\]]*)$/;
const withoutNull = (types: Set<string>) => [...types].filter((type) => type !== "null");

/**
 * Where a sample differs from events, one line each: a place that no event has, or with other types, and a name that every
 * object at a place of the sample has, but not the sample. An empty value of either side says nothing of its type.
 */
export function shapeProblems(sample: unknown, events: unknown[]): string[] {
  const emitted = shapeOf(events);
  const problems: string[] = [];
  for (const [path, { types, names, objects }] of shapeOf([sample])) {
    const there = emitted.get(path);
    if (!there) {
      const above = emitted.get(path.replace(LAST_STEP, ""));
      // Where nothing of the kind stands above, that says it all.
      if (path.endsWith("[]") ? above?.types.has("list") : above?.objects) problems.push(`${path} is never emitted`);
      continue;
    }
    const known = withoutNull(there.types);
    const odd = withoutNull(types).filter((type) => known.length > 0 && !known.includes(type));
    if (odd.length > 0) problems.push(`${path} is ${odd.join(" or ")}, emitted as ${known.join(" or ")}`);
    if (objects === 0) continue;
    for (const [name, count] of there.names) {
      if (count === there.objects && !names.has(name)) problems.push(`${path ? `${path}.` : ""}${name} is always emitted, but not in the sample`);
    }
  }
  return problems;
}
