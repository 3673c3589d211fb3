import * as api from "../api/endpoints.ts";
import { isUnclear, reasonOf } from "../api/http/errors.ts";
import { unwrap } from "../api/http/shape.ts";
import { opportunityCustomBody } from "../forms/opportunity-fields.ts";
import { withCleanForm } from "../input/form.ts";
import type { OPERATION, ActionContext, ActionInstance, Fields, OperationDescriptor } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { alsoCalls } from "./also-calls.ts";
import { callsOf, readFields } from "../input/fields.ts";
import { PartialFailureError } from "./partial-failure.ts";
import { idOf } from "./summary.ts";

interface Behavior {
  [OPERATION]: OperationDescriptor;
  run(this: ActionInstance, context: { $: ActionContext }): Promise<Fields>;
}

/**
 * For an action that writes an opportunity through an endpoint without custom fields (the upsert): they follow in an update.
 * @param behavior what `endpoint()` returned
 * @throws ConfigurationError for a custom field that is filled in wrongly, before anything is sent; PartialFailureError if only the update fails
 */
export function thenCustomFields<B extends Behavior>(behavior: B): B {
  return {
    ...alsoCalls(behavior, api.updateOpportunity, ...callsOf(opportunityCustomBody)),
    async run(this: ActionInstance, context: { $: ActionContext }): Promise<Fields> {
      const { $ } = context;
      const body = await readFields(opportunityCustomBody, { app: this.app, props: withCleanForm(this), $ });
      const opportunity = await behavior.run.call(this, context);
      if (Object.keys(body).length === 0) return opportunity;
      const id = idOf(opportunity);
      try {
        const answer = await this.app.request({ ...api.updateOpportunity, pathParams: { id }, body, deadline: deadlineOf($), $ });
        return unwrap(answer, "opportunity");
      } catch (error) {
        throw new PartialFailureError(
          `The opportunity ${id} was saved, but its custom fields ${isUnclear(error)
            ? "may not have been. If they are missing in HighLevel, run"
            : "were not. Run"} this again with the opportunity chosen, or fill them in with Update Opportunity. The reason: ${reasonOf(error)}`,
          { opportunityId: id },
          error,
        );
      }
    },
  };
}
