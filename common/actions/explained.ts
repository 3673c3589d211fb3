import { HighLevelError } from "../http/errors.ts";
import type { ActionContext, ActionInstance, Fields } from "../types.ts";

interface Behaviour {
  run(this: ActionInstance, context: { $: ActionContext }): Promise<Fields>;
}

/**
 * An action whose refusals HighLevel words so that they mislead.
 * @param hint what to say first; undefined where the error speaks for itself
 */
export function explained<B extends Behaviour>(behaviour: B, hint: (error: HighLevelError, props: ActionInstance, $: ActionContext) => string | undefined | Promise<string | undefined>): B {
  return {
    ...behaviour,
    async run(this: ActionInstance, context: { $: ActionContext }) {
      try {
        return await behaviour.run.call(this, context);
      } catch (error) {
        const text = error instanceof HighLevelError ? await hint(error, this, context.$) : undefined;
        if (!text || !(error instanceof HighLevelError)) throw error;
        throw new HighLevelError(`${text} ${error.message}`, error.kind, error.status, error.traceId, error.contactId);
      }
    },
  };
}
