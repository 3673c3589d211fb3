import { ConfigurationError } from "#platform";
import { amountOf } from "../input/amount.ts";
import { checked, renamed, required } from "../input/fields.ts";
import type { Rule } from "../input/rules.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import { customFieldSlots, customFieldsOfModel } from "./custom-fields.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** The path's `id`. */
export const opportunityId: FieldSpec = required(renamed("id", "opportunityId"));

/** The name, in an operation that writes it. */
export const opportunityName = (optional: boolean) => ({
  type: "string",
  label: "Opportunity Name",
  description: "The name of the opportunity, such as `Yearly plan for Maya`",
  optional,
});

/** Spread into an operation: where the opportunity stands. */
export const pipelineFields = {
  pipelineId: {
    propDefinition: [app, "pipelineId", dependsOn("locationId")],
  },
  pipelineStageId: {
    propDefinition: [app, "pipelineStageId", dependsOn("locationId", "pipelineId")],
    optional: true,
  },
};

/** Spread into an operation: what an opportunity can be given beside its place and its status. */
export const opportunityFields = {
  monetaryValue: {
    type: "string",
    label: "Opportunity Value",
    description: "What the opportunity is worth, without thousands separators, such as 1250.50",
    optional: true,
  },
  assignedTo: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    label: "Owner",
    description: "The user the opportunity is assigned to. Choose one, or type an ID",
    optional: true,
  },
};

/** Spread into an operation: the custom fields of opportunities. */
export const opportunityCustomFields = customFieldSlots(app, "opportunity");

export const opportunityForm = formOf({ name: opportunityName(true), status: { propDefinition: [app, "opportunityStatus"] }, ...opportunityFields, ...opportunityCustomFields });

/** A sum of money as a number. @throws ConfigurationError for anything else */
function amount(value: unknown, label: string): number {
  const found = amountOf(value);
  if (found !== undefined) return found;
  throw new ConfigurationError(`${label}: "${String(value)}" is not a number. Write it without thousands separators, such as 1250.50.`);
}

/** What is sent for {@link opportunityFields}. */
export const opportunityBody: Field[] = [checked("monetaryValue", amount), "assignedTo"];

/** What is sent for {@link opportunityCustomFields}. */
export const opportunityCustomBody: Field[] = [customFieldsOfModel("opportunity")];

/** By what HighLevel recognizes the opportunity of an upsert. */
export const recognizable: Rule = { fields: ["contactId", "opportunityId"], filled: "any", why: "HighLevel recognizes an opportunity by its contact and pipeline, or by its own ID." };

export const lostReasonFits: Rule = { fields: ["lostReasonId"], filled: "none", when: [{ field: "status", isNot: ["lost"] }], why: "It only goes with the status Lost." };
