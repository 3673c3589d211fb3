/** What keeps polling correct, each with the smallest change that removes it. */
export interface Safeguard {
  name: string;
  /** What it prevents, in a few words. */
  against: string;
  file: string;
  /** Occurs exactly once in the file. */
  find: string;
  replace: string;
  /** Triggers to simulate; none if the simulation cannot notice. */
  slugs: string[];
  /** Tests of the engine to run. */
  tests: string[];
}

const STEPS = ["test/polling/incremental.test.ts", "test/polling/incremental-faults.test.ts", "test/polling/incremental-limits.test.ts"];
const LISTS = ["test/polling/snapshot"];
const IN_ORDER = ["search-contacts", "list-contacts", "search-opportunities"];
const WHOLE = ["get-contact-tasks", "list-businesses-by-location"];
const CLOCKS = ["test/polling/clock.test.ts"];
const CHATS = ["get-messages-by-conversation"];
const BY_START = ["list-calendar-events", "list-blocked-slots"];

const incremental = "common/polling/strategies/incremental/incremental.ts";
const classify = "common/polling/strategies/incremental/classify.ts";
const snapshot = "common/polling/strategies/snapshot/snapshot.ts";

export const safeguards: Safeguard[] = [
  { name: "lookback", against: "missing records that become visible late", file: "common/polling/tolerances.ts", find: "LOOKBACK_MS = 15 * MINUTE_MS", replace: "LOOKBACK_MS = 0", slugs: IN_ORDER, tests: STEPS },
  { name: "seen set", against: "repeats from the lookback", file: incremental, find: "const before = window.seen.version(id);", replace: "const before = undefined;", slugs: IN_ORDER, tests: STEPS },
  { name: "same timestamp", against: "records that share a timestamp taken for one", file: incremental, find: "const { known, resume } = window.state;", replace: "if (before === undefined && version === window.seen.newest(to)) return; const { known, resume } = window.state;", slugs: IN_ORDER, tests: STEPS },
  { name: "same timestamp at the edge of the memory", against: "only some records of one timestamp remembered", file: "common/polling/state/seen.ts", find: "dropped ? dropped[1] + 1 :", replace: "dropped ? dropped[1] :", slugs: [], tests: STEPS },
  { name: "commit last", against: "events lost in a crash", file: "common/polling/poll.ts", find: "this.host.$emit(", replace: "((...args) => void setImmediate(() => this.host.$emit(...args)))(", slugs: [...IN_ORDER, ...WHOLE, "get-contact"], tests: STEPS },
  { name: "progress kept", against: "a backlog that never ends", file: "common/polling/engine.ts", find: "if (state === undefined) throw error;", replace: "throw error;", slugs: [], tests: STEPS },
  { name: "time budget", against: "polls that take too long", file: "common/polling/poll.ts", find: "return this.slowestPageMs * 1.5 > this.left();", replace: "return false;", slugs: ["search-contacts"], tests: STEPS },
  { name: "cursor guard", against: "pages that repeat forever", file: "common/api/pagination/paginate.ts", find: "if (next && seen.has(mark)) break;", replace: "", slugs: [], tests: ["test/api/pagination/guards.test.ts"] },
  { name: "refused cursor", against: "a trigger that fails forever", file: "common/polling/engine.ts", find: "strategy.withoutCursor?.(state)", replace: "undefined", slugs: [], tests: STEPS },
  { name: "settings fingerprint", against: "old positions under new form values", file: "common/polling/state/envelope.ts", find: "scope === settings && ", replace: "", slugs: ["get-contact", "search-contacts", "get-contact-tasks"], tests: ["test/polling/poll.test.ts"] },
  { name: "baseline number in ids", against: "new events that look like old ones", file: "common/polling/poll.ts", find: "this.baseline > 0 ?", replace: "this.baseline > 1e9 ?", slugs: ["get-contact", "get-contact-tasks"], tests: ["test/polling/poll.test.ts"] },
  { name: "poll count in ids", against: "A → B → A taken for a repeat", file: "common/polling/strategies/watch/watch-record.ts", find: "id: [state.id, fingerprint(fields, 10), state.poll]", replace: "id: [state.id, fingerprint(fields, 10)]", slugs: ["get-contact", "get-opportunity"], tests: ["test/polling/watch.test.ts"] },
  { name: "scan count in ids", against: "A → B → A taken for a repeat", file: snapshot, find: "[id, now.content, now.flag, scans]", replace: "[id, now.content, now.flag]", slugs: WHOLE, tests: LISTS },
  { name: "once per scan", against: "one id for two changes that one scan sees", file: snapshot, find: "if (before?.read) continue;", replace: "", slugs: [], tests: LISTS },
  { name: "start in a flood", against: "late records behind the first page", file: incremental, find: "if (from > begun - LOOKBACK_MS && !poll.mustStop()) yield* readSilently(", replace: "if (from === 1) yield* readSilently(", slugs: [], tests: ["test/polling/incremental-start.test.ts"] },
  { name: "known children", against: "repeats of messages", file: "common/polling/strategies/fan-out/memory.ts", find: "const isNew = this.seen.version(id) === undefined;", replace: "const isNew = true;", slugs: CHATS, tests: ["test/polling/fan-out"] },
  { name: "keys already read", against: "repeats if the first page is read again", file: "common/polling/strategies/fan-out/children.ts", find: "passed.has(key) || ", replace: "", slugs: [], tests: ["test/polling/fan-out"] },
  { name: "parent marks", against: "conversations that every poll reads again", file: "common/polling/strategies/fan-out/memory.ts", find: "if (then >= LOOKBACK_MS) return false;", replace: "", slugs: [], tests: ["test/polling/fan-out"] },
  { name: "positions without repeats", against: "records skipped behind one that a page repeats", file: "common/api/pagination/paginators.ts", find: "new Set(items.map((item) => JSON.stringify(item))).size", replace: "items.length", slugs: [], tests: ["test/api/pagination/paginators.test.ts"] },
  { name: "look-up deadline", against: "polls that wait too long before they begin", file: "common/polling/poll.ts", find: "this.app.timeZone(this.source.locationId, this.deadline)", replace: "this.app.timeZone(this.source.locationId)", slugs: [], tests: ["test/e2e/look-ups-in-time.test.ts"] },
  { name: "state size", against: "a state that the platform refuses", file: "common/polling/state/envelope.ts", find: "if (bytes > MAX_STATE_BYTES) {", replace: "if (bytes > 1e9) {", slugs: [], tests: ["test/polling/poll.test.ts"] },
  { name: "dated ahead", against: "a window pushed into the future", file: classify, find: "if (version > to) return \"seen\";", replace: "", slugs: ["search-contacts", "list-contacts"], tests: STEPS },
  { name: "undated records", against: "repeats of records without a time", file: incremental, find: "if (window.addUndated(id))", replace: "window.addUndated(id); if (true)", slugs: [], tests: STEPS },
  { name: "silent baseline", against: "a flood at the first poll", file: snapshot, find: "before: Entry | undefined) => isStart", replace: "before: Entry | undefined) => (isStart && record === before)", slugs: WHOLE, tests: LISTS },
  { name: "baseline read again", against: "old records that the first reading skipped emitted as new", file: snapshot, find: "return complete && (isCounted || !isLong || !isGrown)", replace: "return complete", slugs: ["list-appointment-notes"], tests: LISTS },
  { name: "samples once", against: "a record that a page repeats as two samples", file: incremental, find: "new Map(records.map((record) => [resource.id(record), record])).values()", replace: "records", slugs: ["search-contacts"], tests: [] },
  { name: "absent twice", against: "deletions reported too early", file: "common/polling/strategies/snapshot/state.ts", find: ".filter(([, { read, missed }]) => !read && missed)", replace: ".filter(([, { read }]) => !read)", slugs: ["list-businesses-by-location", ...BY_START], tests: LISTS },
  { name: "complete scans", against: "deletions reported from pages that moved", file: snapshot, find: "const complete = !shrunk && (!lack || page.now - lack.since >= LOOKBACK_MS);", replace: "const complete = true;", slugs: [], tests: LISTS },
  { name: "count shortfall", against: "deletions never reported if the count is too high", file: snapshot, find: "(!lack || page.now - lack.since >= LOOKBACK_MS)", replace: "!lack", slugs: [], tests: LISTS },
  { name: "lasting shortfall", against: "deletions reported for records hidden for a while", file: snapshot, find: "page.now - lack.since >= LOOKBACK_MS", replace: "lack === state.lack", slugs: [], tests: LISTS },
  { name: "count of complete scans in ids", against: "a new id for an event emitted again after a crash, while pages move", file: snapshot, find: "id: [id, \"deleted\", counted]", replace: "id: [id, \"deleted\", scans]", slugs: [], tests: LISTS },
  { name: "one count for a baseline", against: "two ids for a change that another scan finds after a crash", file: snapshot, find: "? { scans, complete: counted, baseline", replace: "? { scans: scans + 1, complete: counted, baseline", slugs: [], tests: LISTS },
  { name: "meaning of emptied fields", against: "a new baseline, and lost events, though the form means the same", file: "common/polling/engine.ts", find: "return value === \"\" ? null : value ?? null;", replace: "return value;", slugs: [], tests: LISTS },
  { name: "null as no value", against: "false changes", file: "common/core/fingerprint.ts", find: "item !== undefined && item !== null", replace: "item !== undefined", slugs: [], tests: LISTS },
  { name: "emails in a thread", against: "lost replies, which HighLevel adds to the message of the first email", file: "components/conversations/triggers/get-messages-by-conversation.ts", find: "keyOf: messageKey,", replace: "", slugs: CHATS, tests: ["test/e2e/email-threads.test.ts"] },
  { name: "room before events", against: "the same events in each poll", file: snapshot, find: "if (!entries.fits()) refuse(entries, wholeIds);", replace: "", slugs: [], tests: LISTS },
  { name: "room of absent records", against: "a full list that is refused forever", file: snapshot, find: "if (complete && !entries.fits()) entries.expireAbsent();", replace: "", slugs: [], tests: LISTS },
  { name: "time of the version before", against: "a move to another stage reported as a mere update", file: incremental, find: "bornAt >= known ? bornAt : known)", replace: "bornAt >= known ? bornAt : window.state.floor)", slugs: [], tests: ["test/polling/incremental-updates"] },
  { name: "changes only", against: "lost changes of young records if creations are not chosen", file: classify, find: "version > bornAt && !wantsCreated", replace: "false", slugs: ["search-contacts"], tests: ["test/polling/incremental-updates"] },
  { name: "saved page size", against: "a reading that ends at a page that only looks short", file: "common/api/pagination/paginate.ts", find: "paginator.size && size < wanted", replace: "paginator.size && size < 0", slugs: [], tests: ["test/api/pagination/paginators.test.ts"] },
  { name: "independent look-ups", against: "a calendar that is blocked by one appointment", file: "common/polling/strategies/windowed/windowed.ts", find: "        failure ??= error;\n        continue;", replace: "        throw error;", slugs: [], tests: ["test/polling/windowed-faults"] },
  { name: "empty answers refused", against: "events made from an empty answer", file: "components/calendars/triggers/get-free-slots.ts", find: "if (answer === null || typeof answer !== \"object\")", replace: "if (answer === 1)", slugs: [], tests: ["test/polling/empty-answers"] },
  { name: "content of moved records in ids", against: "a second move lost after a crash", file: "common/polling/strategies/windowed/windowed.ts", find: "found, changeId(watch, id, now));", replace: "found, [id, \"moved\", scans]);", slugs: BY_START, tests: ["test/polling/windowed-faults"] },
  { name: "versions in ids of first messages", against: "a message lost after a crash if creations are not chosen", file: incremental, find: "(kind === \"created\" ? [id] : [id, version])", replace: "(kind === \"updated\" ? [id, version] : [id])", slugs: ["search-conversations"], tests: ["test/polling/incremental-conversations"] },
  { name: "error about hidden records", against: "conversations that are silently missing", file: "common/polling/engine.ts", find: "if (hiddenError) throw hiddenError;", replace: "", slugs: [], tests: ["test/polling/incremental-conversations"] },
  { name: "HighLevel's clock", against: "polls that see nothing if the machine's clock is behind", file: "common/polling/clock.ts", find: "    this.offset = measured;\n    this.isKnown = true;", replace: "    this.isKnown = true;", slugs: CHATS, tests: CLOCKS },
  { name: "restart after a wrong guess", against: "slots and appointments of the wrong days", file: "common/polling/clock.ts", find: "return isOff && this.isGuessUsed;", replace: "return false;", slugs: ["get-free-slots"], tests: CLOCKS },
  { name: "monotonic clock", against: "polls that end, or never do, when the machine's clock is set", file: "common/api/http/ticks.ts", find: "return Number(process.hrtime.bigint()) / 1e6;", replace: "return Date.now();", slugs: [], tests: CLOCKS },
  { name: "window intersection", against: "slots that the moving span reaches", file: "common/polling/strategies/windowed/slots.ts", find: "Math.min(last.to, span.to)]", replace: "span.to]", slugs: ["get-free-slots"], tests: ["test/polling/slots.test.ts"] },
  { name: "limits read again", against: "slots that the calendar hides reported as taken", file: "common/polling/strategies/windowed/slots.ts", find: "view = await look(poll, 0);", replace: "void view;", slugs: ["get-free-slots"], tests: ["test/polling/slots.test.ts"] },
  { name: "reach of the last span", against: "appointments that the moving span reaches", file: "common/polling/strategies/windowed/state.ts", find: "if (startsAt > this.state.reach) return undefined;", replace: "", slugs: BY_START, tests: ["test/polling/windowed"] },
  { name: "span of the next scan", against: "appointments forgotten that the next scan's span reaches", file: "common/polling/strategies/windowed/state.ts", find: "this.isOutside(start) && this.isOutside(start, this.wanted)", replace: "this.isOutside(start)", slugs: [], tests: ["test/polling/windowed-scan"] },
  { name: "look-up of absent records", against: "moved appointments reported as deleted", file: "common/polling/strategies/windowed/windowed.ts", find: "if (!found) return { kind: \"deleted\"", replace: "if (id) return { kind: \"deleted\"", slugs: BY_START, tests: ["test/polling/windowed"] },
];
