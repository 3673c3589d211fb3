/** What stays real when Jest's fake timers fake the date: sockets need their timers. For `doNotFake`. */
export const REAL_TIMERS = [
  "setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "nextTick", "queueMicrotask", "hrtime", "performance",
] as const;
