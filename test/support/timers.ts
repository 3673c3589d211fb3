/** For `doNotFake`: timers that stay real while Jest fakes the date, because sockets need them. */
export const REAL_TIMERS = [
  "setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "nextTick", "queueMicrotask", "hrtime", "performance",
] as const;
