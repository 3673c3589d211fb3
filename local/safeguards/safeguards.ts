/** What keeps polling right, each with the smallest change that takes it away. */
export interface Safeguard {
  name: string;
  /** What it is for, in a few words. */
  against: string;
  file: string;
  /** Exactly once in the file. */
  find: string;
  replace: string;
  /** Triggers whose simulation is asked; none where it cannot notice. */
  slugs: string[];
  /** Tests of the engine that are asked. */
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
  { name: "lookback", against: "records that become visible late", file: "common/polling/tolerances.ts", find: "LOOKBACK_MS = 15 * 60_000", replace: "LOOKBACK_MS = 0", slugs: IN_ORDER, tests: STEPS },
  { name: "seen set", against: "repeats from the overlap", file: incremental, find: "const before = window.seen.version(id);", replace: "const before = undefined;", slugs: IN_ORDER, tests: STEPS },
  { name: "same timestamp", against: "records that share a timestamp taken for one", file: incremental, find: "const { known, resume } = window.state;", replace: "if (before === undefined && version === window.seen.newest(to)) return; const { known, resume } = window.state;", slugs: IN_ORDER, tests: STEPS },
  { name: "same timestamp at the edge of the memory", against: "only some records of one timestamp remembered", file: "common/polling/state/seen.ts", find: "dropped ? dropped[1] + 1 :", replace: "dropped ? dropped[1] :", slugs: [], tests: STEPS },
  { name: "commit last", against: "events lost in a crash", file: "common/polling/poll.ts", find: "this.host.$emit(", replace: "((...args) => void setImmediate(() => this.host.$emit(...args)))(", slugs: [...IN_ORDER, ...WHOLE, "get-contact"], tests: STEPS },
  { name: "progress is kept", against: "a backlog that never ends", file: "common/polling/engine.ts", find: "if (state === undefined) throw error;", replace: "throw error;", slugs: [], tests: STEPS },
  { name: "time budget", against: "polls that take too long", file: "common/polling/poll.ts", find: "return this.slowestPageMs * 1.5 > this.left();", replace: "return false;", slugs: ["search-contacts"], tests: STEPS },
  { name: "cursor guard", against: "pages that repeat forever", file: "common/api/pagination/paginate.ts", find: "if (next && seen.has(mark)) break;", replace: "", slugs: [], tests: ["test/api/pagination/guards.test.ts"] },
  { name: "refused cursor", against: "a trigger that fails forever", file: "common/polling/engine.ts", find: "strategy.withoutCursor?.(state)", replace: "undefined", slugs: [], tests: STEPS },
  { name: "settings fingerprint", against: "old positions under new form values", file: "common/polling/state/envelope.ts", find: "scope === settings && ", replace: "", slugs: ["get-contact", "search-contacts", "get-contact-tasks"], tests: ["test/polling/poll.test.ts"] },
  { name: "number of the baseline in ids", against: "new events that look like old ones", file: "common/polling/poll.ts", find: "this.baseline > 0 ?", replace: "this.baseline > 1e9 ?", slugs: ["get-contact", "get-contact-tasks"], tests: ["test/polling/poll.test.ts"] },
  { name: "count of polls in ids", against: "A → B → A taken for a repeat", file: "common/polling/strategies/watch/watch-record.ts", find: "id: [state.id, fingerprint(fields, 10), state.poll]", replace: "id: [state.id, fingerprint(fields, 10)]", slugs: ["get-contact", "get-opportunity"], tests: ["test/polling/watch.test.ts"] },
  { name: "count of scans in ids", against: "A → B → A taken for a repeat", file: snapshot, find: "[id, now.content, now.flag, scans]", replace: "[id, now.content, now.flag]", slugs: WHOLE, tests: LISTS },
  { name: "once a scan", against: "one id for two changes that one scan sees", file: snapshot, find: "if (before?.read) continue;", replace: "", slugs: [], tests: LISTS },
  { name: "start in a flood", against: "late records behind the first page", file: incremental, find: "if (from > begun - LOOKBACK_MS && !poll.mustStop()) yield* learn(", replace: "if (from === 1) yield* learn(", slugs: [], tests: ["test/polling/incremental-start.test.ts"] },
  { name: "known children", against: "repeats of messages", file: "common/polling/strategies/fan-out/memory.ts", find: "const isNew = this.seen.version(id) === undefined;", replace: "const isNew = true;", slugs: CHATS, tests: ["test/polling/fan-out"] },
  { name: "what a reading has passed", against: "repeats where the first page comes again", file: "common/polling/strategies/fan-out/children.ts", find: "passed.has(key) || ", replace: "", slugs: [], tests: ["test/polling/fan-out"] },
  { name: "marks of parents", against: "conversations that are read in each poll", file: "common/polling/strategies/fan-out/memory.ts", find: "if (then >= LOOKBACK_MS) return false;", replace: "", slugs: [], tests: ["test/polling/fan-out"] },
  { name: "positions without repeats", against: "records skipped behind one that a page repeats", file: "common/api/pagination/paginators.ts", find: "new Set(items.map((item) => JSON.stringify(item))).size", replace: "items.length", slugs: [], tests: ["test/api/pagination/paginators.test.ts"] },
  { name: "deadline of look-ups", against: "polls that wait too long before they begin", file: "common/polling/poll.ts", find: "this.app.timeZone(this.source.locationId, this.deadline)", replace: "this.app.timeZone(this.source.locationId)", slugs: [], tests: ["test/e2e/look-ups-in-time.test.ts"] },
  { name: "state size", against: "a state that the platform refuses", file: "common/polling/state/envelope.ts", find: "if (bytes > MAX_STATE_BYTES) {", replace: "if (bytes > 1e9) {", slugs: [], tests: ["test/polling/poll.test.ts"] },
  { name: "dated ahead", against: "a window pushed into the future", file: classify, find: "if (version > to) return \"seen\";", replace: "", slugs: ["search-contacts", "list-contacts"], tests: STEPS },
  { name: "undated records", against: "repeats of what has no time", file: incremental, find: "if (window.addUndated(id))", replace: "window.addUndated(id); if (true)", slugs: [], tests: STEPS },
  { name: "silent baseline", against: "a flood at the first poll", file: snapshot, find: "before: Entry | undefined) => isStart", replace: "before: Entry | undefined) => (isStart && record === before)", slugs: WHOLE, tests: LISTS },
  { name: "baseline read again", against: "old records that the first reading skipped emitted as new", file: snapshot, find: "return complete && (isCounted || !isLong || !isGrown)", replace: "return complete", slugs: ["list-appointment-notes"], tests: LISTS },
  { name: "samples once", against: "a record that a page repeats as two samples", file: incremental, find: "new Map(records.map((record) => [resource.id(record), record])).values()", replace: "records", slugs: ["search-contacts"], tests: [] },
  { name: "absent twice", against: "deletions reported too early", file: "common/polling/strategies/snapshot/state.ts", find: ".filter(([, { read, missed }]) => !read && missed)", replace: ".filter(([, { read }]) => !read)", slugs: ["list-businesses-by-location", ...BY_START], tests: LISTS },
  { name: "complete scans", against: "deletions reported from pages that moved", file: snapshot, find: "const complete = !shrunk && (!lack || page.now - lack.since >= LOOKBACK_MS);", replace: "const complete = true;", slugs: [], tests: LISTS },
  { name: "lack of the count", against: "deletions never reported where the count is too high", file: snapshot, find: "(!lack || page.now - lack.since >= LOOKBACK_MS)", replace: "!lack", slugs: [], tests: LISTS },
  { name: "a lack that lasts", against: "deletions reported of what is hidden for a while", file: snapshot, find: "page.now - lack.since >= LOOKBACK_MS", replace: "lack === state.lack", slugs: [], tests: LISTS },
  { name: "count of complete scans in ids", against: "another id for what is emitted again after a crash, while pages move", file: snapshot, find: "id: [id, \"deleted\", counted]", replace: "id: [id, \"deleted\", scans]", slugs: [], tests: LISTS },
  { name: "one count for a baseline", against: "two ids for a change that another scan comes upon after a crash", file: snapshot, find: "? { scans, complete: counted, baseline", replace: "? { scans: scans + 1, complete: counted, baseline", slugs: [], tests: LISTS },
  { name: "what an emptied field means", against: "a new position, and events lost, where the form says the same", file: "common/polling/engine.ts", find: "return value === \"\" ? null : value ?? null;", replace: "return value;", slugs: [], tests: LISTS },
  { name: "null is no value", against: "changes that are none", file: "common/core/fingerprint.ts", find: "item !== undefined && item !== null", replace: "item !== undefined", slugs: [], tests: LISTS },
  { name: "emails of a thread", against: "answers lost that HighLevel adds to the message of the first email", file: "components/conversations/triggers/get-messages-by-conversation.ts", find: "keyOf: messageKey,", replace: "", slugs: CHATS, tests: ["test/e2e/email-threads.test.ts"] },
  { name: "room before events", against: "the same events in each poll", file: snapshot, find: "if (!entries.fits()) refuse(entries, wholeIds);", replace: "", slugs: [], tests: LISTS },
  { name: "room of those that are gone", against: "a full list that is refused forever", file: snapshot, find: "if (complete && !entries.fits()) entries.hurryAbsent();", replace: "", slugs: [], tests: LISTS },
  { name: "times before a reading", against: "a move to another stage reported as a mere update", file: incremental, find: "bornAt >= known ? bornAt : known)", replace: "bornAt >= known ? bornAt : window.state.floor)", slugs: [], tests: ["test/polling/incremental-updates"] },
  { name: "changes alone", against: "changes of young records lost where creations are not chosen", file: classify, find: "version > bornAt && !wantsCreated", replace: "false", slugs: ["search-contacts"], tests: ["test/polling/incremental-updates"] },
  { name: "size of saved pages", against: "a reading that ends at a page that only looks short", file: "common/api/pagination/paginate.ts", find: "paginator.size && size < wanted", replace: "paginator.size && size < 0", slugs: [], tests: ["test/api/pagination/paginators.test.ts"] },
  { name: "one look-up is not all", against: "a calendar that is blocked by one appointment", file: "common/polling/strategies/windowed/windowed.ts", find: "        failure ??= error;\n        continue;", replace: "        throw error;", slugs: [], tests: ["test/polling/windowed-faults"] },
  { name: "answers that hold none", against: "news made of an empty answer", file: "components/calendars/triggers/get-free-slots.ts", find: "if (answer === null || typeof answer !== \"object\")", replace: "if (answer === 1)", slugs: [], tests: ["test/polling/empty-answers"] },
  { name: "content of what was moved away in ids", against: "a second move lost after a crash", file: "common/polling/strategies/windowed/windowed.ts", find: "found, changeId(watch, id, now));", replace: "found, [id, \"moved\", scans]);", slugs: BY_START, tests: ["test/polling/windowed-faults"] },
  { name: "versions in ids of first messages", against: "a message lost after a crash where creations are not chosen", file: incremental, find: "(kind === \"created\" ? [id] : [id, version])", replace: "(kind === \"updated\" ? [id, version] : [id])", slugs: ["search-conversations"], tests: ["test/polling/incremental-conversations"] },
  { name: "error of what is hidden", against: "conversations that are silently missing", file: "common/polling/engine.ts", find: "if (complaint) throw complaint;", replace: "", slugs: [], tests: ["test/polling/incremental-conversations"] },
  { name: "HighLevel's clock", against: "polls that see nothing where the machine's clock is behind", file: "common/polling/clock.ts", find: "    this.offset = heard;\n    this.isKnown = true;", replace: "    this.isKnown = true;", slugs: CHATS, tests: CLOCKS },
  { name: "beginning again after a wrong guess", against: "slots and appointments of the wrong days", file: "common/polling/clock.ts", find: "return isOff && this.isGuessUsed;", replace: "return false;", slugs: ["get-free-slots"], tests: CLOCKS },
  { name: "a clock that nobody sets", against: "polls that end, or never do, when the machine's clock is set", file: "common/api/http/ticks.ts", find: "return Number(process.hrtime.bigint()) / 1e6;", replace: "return Date.now();", slugs: [], tests: CLOCKS },
  { name: "window intersection", against: "slots that the moving span reaches", file: "common/polling/strategies/windowed/slots.ts", find: "Math.min(last.to, span.to)]", replace: "span.to]", slugs: ["get-free-slots"], tests: ["test/polling/slots.test.ts"] },
  { name: "limits read again", against: "slots that the calendar hides reported as taken", file: "common/polling/strategies/windowed/slots.ts", find: "view = await look(poll, 0);", replace: "void view;", slugs: ["get-free-slots"], tests: ["test/polling/slots.test.ts"] },
  { name: "reach of the last span", against: "appointments that the moving span reaches", file: "common/polling/strategies/windowed/state.ts", find: "if (startsAt > this.state.reach) return undefined;", replace: "", slugs: BY_START, tests: ["test/polling/windowed"] },
  { name: "span of the next scan", against: "appointments forgotten that the next scan's span reaches", file: "common/polling/strategies/windowed/state.ts", find: "this.isOutside(start) && this.isOutside(start, this.wanted)", replace: "this.isOutside(start)", slugs: [], tests: ["test/polling/windowed-scan"] },
  { name: "look-up of the absent", against: "moved appointments reported as deleted", file: "common/polling/strategies/windowed/windowed.ts", find: "if (!found) return { kind: \"deleted\"", replace: "if (id) return { kind: \"deleted\"", slugs: BY_START, tests: ["test/polling/windowed"] },
];
