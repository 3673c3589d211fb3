/** The props that every trigger begins with, beside `app`. */
export const pollingProps = {
  db: "$.service.db",
  timer: {
    type: "$.interface.timer",
    label: "Polling Interval",
    description: "How often to check HighLevel for changes",
    default: {
      intervalSeconds: 60 * 15,
    },
  },
} as const;

/** How long a poll may take; offered last, since hardly anyone changes it. */
export const pollBudget = {
  type: "integer",
  label: "Longest Poll (Seconds)",
  description: "How long a poll may take. If there is more to read, the next poll continues from there. Keep it below the trigger's time limit",
  optional: true,
  default: 25,
  min: 5,
  max: 270,
} as const;
