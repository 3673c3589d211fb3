import { byWords } from "./with-error-hint.ts";

/** For `withErrorHint`: HighLevel allows a contact one opportunity in a pipeline, unless the sub-account's settings allow more. */
export const duplicateOpportunity = byWords([
  /duplicate opportunity/i,
  "The contact already has an opportunity in this pipeline. Use Update Opportunity or Upsert Opportunity, or allow duplicates in HighLevel (Settings > Opportunities & Pipelines).",
]);
