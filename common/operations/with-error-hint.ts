import { HighLevelError } from "../api/http/errors.ts";
import type { ActionContext, ActionInstance } from "../core/types.ts";

interface Behavior {
  run(this: ActionInstance, context: { $: ActionContext }): Promise<unknown>;
}

/** What is to be said of a refusal in place of the error's own words; undefined where these speak for themselves. */
type Hint = (error: HighLevelError, props: ActionInstance, $: ActionContext) => string | undefined | Promise<string | undefined>;

/** What ends every error of a request: method, path, status and trace id. Support asks for them. */
const FACTS = /(?: \([A-Z]+ \/[^()]*\))?$/;

/**
 * An action whose refusals HighLevel words so that they mislead, or leave open what to do.
 * @param hint what to say instead. Where it only guesses, it quotes the error's message at its end.
 */
export function withErrorHint<B extends Behavior>(behavior: B, hint: Hint): B {
  return {
    ...behavior,
    async run(this: ActionInstance, context: { $: ActionContext }) {
      try {
        return await behavior.run.call(this, context);
      } catch (error) {
        const text = error instanceof HighLevelError ? await hint(error, this, context.$) : undefined;
        if (!text || !(error instanceof HighLevelError)) throw error;
        const message = text.endsWith(error.message) ? text : `${text}${FACTS.exec(error.message)![0]}`; // it fits any text
        throw new HighLevelError(message, error.kind, error.status, error.traceId, error.contactId);
      }
    },
  };
}

/** For {@link withErrorHint}: what to say by HighLevel's own words; the first that fit count. */
export function byWords(...known: [words: RegExp, text: string][]): Hint {
  return ({ message }) => known.find(([words]) => words.test(message))?.[1];
}
