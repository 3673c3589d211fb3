/** The props that every trigger begins with, beside `app`. */
export const pollingProps = {
  db: "$.service.db",
  timer: {
    type: "$.interface.timer",
    label: "Polling Interval",
    description: "How often HighLevel is asked for news",
    default: {
      intervalSeconds: 60 * 15,
    },
  },
} as const;

/** How long a poll may take; offered last, since hardly anyone changes it. */
export const pollBudget = {
  type: "integer",
  label: "Longest Poll (Seconds)",
  description: "A poll that has more to do than fits into this time stops in between, and the next one goes on from there. Keep it below the time limit of the trigger",
  optional: true,
  default: 25,
  min: 5,
  max: 270,
} as const;
