import type { Act, Fields, Known, Stage, World, WorldRow } from "../world.ts";

/** A question put to HighLevel, and what can happen to its answer. */
export interface Question extends Pick<World, "props" | "otherProps" | "token"> {
  acts: Record<string, Act>;
  /** The answer at this moment; undefined for "no", "none", "not yet". */
  answer(): string | undefined;
}

export interface ValueOf {
  /** Prepares the account. What was there before the trigger is deployed: `stage.size`. */
  open(stage: Stage): Question;
  /** The answer that an event tells; undefined where it tells that there is none (any more). */
  told(event: Fields): string | undefined;
  /** The kinds of event by which a change of the answer may be told; undefined among them: it need not be. */
  kinds(before: string | undefined, after: string | undefined): (string | undefined)[];
}

/** The one thing that such a trigger watches. */
const ANSWER = "answer";

/**
 * The world of a trigger that watches the answer to one question.
 * @param creations see {@link World.creations}
 */
export function valueWorld(slug: string, spec: ValueOf, more: Partial<WorldRow> = {}, creations: string[] = []): WorldRow {
  return {
    slug,
    ...more,
    open(stage) {
      const { answer, ...given } = spec.open(stage);
      return {
        ...given,
        creations,
        shown: () => {
          const version = answer();
          return version === undefined ? [] : [{ id: ANSWER, version, data: {} }];
        },
        told: (event) => ({ id: ANSWER, version: spec.told(event) }),
        kinds: (before: Known, after: Known) => spec.kinds(before?.version, after?.version),
      };
    },
  };
}
