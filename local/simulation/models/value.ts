import type { Mutation, Fields, Known, Environment, Model, ModelRow } from "../model.ts";

/** A question to HighLevel, and what can change its answer. */
export interface Question extends Pick<Model, "props" | "otherProps" | "token"> {
  mutations: Record<string, Mutation>;
  /** The answer at this moment; undefined for "no", "none", "not yet". */
  answer(): string | undefined;
}

export interface ValueOf {
  /** Prepares the account, with `environment.size` records before the trigger is deployed. */
  open(environment: Environment): Question;
  /** The answer that an event reports; undefined if it reports that there is none any more. */
  reported(event: Fields): string | undefined;
  /** The event types that may report a change of the answer; undefined among them: it need not be reported. */
  eventTypes(before: string | undefined, after: string | undefined): (string | undefined)[];
}

/** The one thing that such a trigger watches. */
const ANSWER = "answer";

/**
 * The model of a trigger that watches the answer to one question.
 * @param creations see {@link Model.creations}
 */
export function valueModel(slug: string, spec: ValueOf, more: Partial<ModelRow> = {}, creations: string[] = []): ModelRow {
  return {
    slug,
    ...more,
    open(environment) {
      const { answer, ...given } = spec.open(environment);
      return {
        ...given,
        creations,
        shown: () => {
          const version = answer();
          return version === undefined ? [] : [{ id: ANSWER, version, data: {} }];
        },
        reported: (event) => ({ id: ANSWER, version: spec.reported(event) }),
        eventTypes: (before: Known, after: Known) => spec.eventTypes(before?.version, after?.version),
      };
    },
  };
}
