import type { ActionContext } from "../core/types.ts";

/** When an action has to be done, epoch ms, where the platform says so; a second is kept for the way back. */
export function deadlineOf($: ActionContext): number | undefined {
  const deadline = $.context?.deadline;
  return typeof deadline === "number" ? deadline - 1000 : undefined;
}
