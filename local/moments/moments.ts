/** A moment and time zone in which the demo and the tests must pass. */
export interface Moment {
  /** In UTC, as YYYY-MM-DDTHH:mm:ss. */
  at: string;
  /** The machine's time zone (IANA). */
  zone: string;
  /** For people: what is special about it. */
  why: string;
  /** Run the time-dependent tests, too, not only the demo. */
  tests?: true;
}

/** The demo sub-account is in New York, where calendars are open from 9 to 17 (14:00 to 22:00 UTC in winter). Runs that start seconds before an event span it. */
export const moments: Moment[] = [
  { at: "2026-12-01T12:30:00", zone: "UTC", why: "a Tuesday" },
  { at: "2026-11-30T14:54:00", zone: "UTC", why: "Monday, minutes before slots come within the notice" },
  { at: "2026-11-30T14:57:00", zone: "UTC", why: "as slots come within the notice" },
  { at: "2026-11-30T14:59:00", zone: "UTC", why: "a minute before the hour" },
  { at: "2026-11-30T14:59:57", zone: "UTC", why: "across the hour", tests: true },
  { at: "2026-11-30T15:00:00", zone: "UTC", why: "on the hour" },
  { at: "2026-11-30T15:01:00", zone: "UTC", why: "a minute after it" },
  { at: "2026-11-30T11:57:00", zone: "Asia/Kathmandu", why: "the calendars' first slots, from 5:45 ahead" },
  { at: "2026-11-30T21:29:57", zone: "Asia/Kathmandu", why: "across half an hour" },
  { at: "2026-12-01T21:27:00", zone: "UTC", why: "Tuesday, before the evening's slots" },

  { at: "2026-12-04T21:59:57", zone: "UTC", why: "the week's work ends" },
  { at: "2026-12-05T14:57:00", zone: "America/New_York", why: "Saturday", tests: true },
  { at: "2026-12-06T14:59:57", zone: "Pacific/Kiritimati", why: "Sunday, and Monday on the machine" },
  { at: "2026-12-07T04:59:57", zone: "America/New_York", why: "the weekend ends in New York" },
  { at: "2026-12-07T13:57:00", zone: "UTC", why: "Monday morning" },

  { at: "2026-12-01T23:59:00", zone: "UTC", why: "a minute before midnight" },
  { at: "2026-12-01T23:59:57", zone: "UTC", why: "across midnight" },
  { at: "2026-12-02T00:01:00", zone: "UTC", why: "a minute after it" },
  { at: "2026-12-02T04:59:57", zone: "Pacific/Apia", why: "across midnight in New York", tests: true },
  { at: "2026-12-01T10:59:57", zone: "Pacific/Apia", why: "across the machine's midnight, 13 hours ahead" },

  { at: "2026-03-08T04:30:00", zone: "America/New_York", why: "half an hour before midnight, on the eve of a clock change" },
  { at: "2026-03-08T06:59:57", zone: "America/New_York", why: "New York goes forward", tests: true },
  { at: "2026-03-06T06:59:00", zone: "UTC", why: "two days before it" },
  { at: "2026-10-30T04:10:00", zone: "UTC", why: "two days before it goes back", tests: true },
  { at: "2026-11-01T05:30:00", zone: "America/New_York", why: "half past one, for the first time" },
  { at: "2026-11-01T05:59:57", zone: "Pacific/Kiritimati", why: "New York goes back", tests: true },
  { at: "2026-11-01T06:30:00", zone: "America/New_York", why: "half past one, for the second time" },
  { at: "2026-03-29T00:59:57", zone: "Europe/Berlin", why: "Berlin goes forward" },
  { at: "2026-10-25T00:59:57", zone: "Europe/Berlin", why: "Berlin goes back", tests: true },
  { at: "2026-09-06T03:59:57", zone: "America/Santiago", why: "Santiago skips midnight", tests: true },
  { at: "2026-04-05T02:59:57", zone: "America/Santiago", why: "Santiago has the hour before midnight twice" },
  { at: "2026-10-03T15:29:57", zone: "Australia/Lord_Howe", why: "Lord Howe goes forward by half an hour" },
  { at: "2026-04-04T14:59:57", zone: "Australia/Lord_Howe", why: "Lord Howe goes back by half an hour", tests: true },
  { at: "2026-03-08T05:29:57", zone: "America/St_Johns", why: "Newfoundland goes forward, an hour and a half before New York" },

  { at: "2026-12-31T23:59:57", zone: "UTC", why: "the year ends", tests: true },
  { at: "2027-01-01T04:59:57", zone: "America/New_York", why: "it ends in New York" },
  { at: "2026-12-31T09:59:57", zone: "Pacific/Kiritimati", why: "it ends where it ends first" },
  { at: "2028-02-28T23:59:57", zone: "UTC", why: "29 February begins" },
  { at: "2028-02-29T14:57:00", zone: "America/St_Johns", why: "29 February", tests: true },
  { at: "2028-03-01T04:59:57", zone: "America/New_York", why: "it ends in New York" },
  { at: "2030-07-01T12:59:57", zone: "Asia/Kathmandu", why: "a summer years ahead, across the time that tests fill in", tests: true },
];

/** Tests whose outcome could depend on when or where they run, as path patterns for Jest. All others set their own clock, or compare no times. */
export const timedTests = [
  "test/demo/",
  "test/sandbox/(calendars|clock|contact-parts|lists|messaging|opportunities|search|slots)\\.",
  "test/e2e/(blogs|calendars|calendars-extras|contacts|conversations|conversations-shapes|email-threads|messaging-dropdowns|opportunities|workflows)\\.",
  "test/core/time\\.",
  "test/components/(calendars|contact-actions|contact-filters)\\.",
  "test/polling/slots\\.",
];
