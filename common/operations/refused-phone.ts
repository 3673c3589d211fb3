import { byWords } from "./with-error-hint.ts";

/** For `withErrorHint`: a number that HighLevel's check of the request refuses, before anything is created or changed. */
export const refusedPhone = byWords([
  /\bvalid phone\b|\bphone (number )?(is )?(not valid|invalid)\b|\binvalid phone\b/i,
  "HighLevel does not take this for a phone number, and nothing was changed. Write it with + and the country code, such as +12025550143.",
]);
