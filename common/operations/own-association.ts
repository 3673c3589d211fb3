import { byWords } from "./with-error-hint.ts";

/** For `withErrorHint`: some associations are HighLevel's own. */
export const ownAssociation = byWords([
  /\bonly user.defined\b/i,
  "This association is one of HighLevel's own, which can be neither changed nor deleted. Choose one that was added to the sub-account.",
]);
