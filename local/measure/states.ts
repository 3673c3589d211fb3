import { loadOperation } from "../cli/catalog.ts";
import { createSource } from "../runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import type { Figure } from "./polling.ts";

const MOST_BYTES = 60_000;
const KINDS = ["created", "updated", "deleted"];

/** How many records fill the state of a trigger, with and without deletions reported. */
interface Case {
  slug: string;
  props: Record<string, unknown>;
  fill(sandbox: Sandbox, contactId: string, count: number): unknown;
  count: number;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Record${String(index).padStart(14, "0")}`);

const tasks: Case["fill"] = ({ store }, contactId, count) => numbered(count).map((id) => store.tasks.put({ id, contactId, title: id, dueDate: Date.now(), completed: false, dateAdded: Date.now() }));
const notes: Case["fill"] = ({ store }, contactId, count) => numbered(count).map((id) => store.notes.put({ id, contactId, body: id, pinned: false, dateAdded: Date.now() }));
const appointments: Case["fill"] = ({ store }, contactId, count) => numbered(count).map((id) => store.addAppointment({ id, contactId, title: id, startTime: Date.now() }));
const members: Case["fill"] = ({ store, locationId }, _, count) => store.contacts.insert(numbered(count).map((id) => ({ id, locationId, businessId: "MeasuredBusiness0001" })));
const newcomers: Case["fill"] = ({ store, locationId }, _, count) => store.contacts.insert(numbered(count).map((id, index) => ({ id, locationId, dateAdded: Date.now() - index })));
const none: Case["fill"] = () => undefined;

/** The most that each contact trigger can remember: 4,300 records in lists, about 2,000 with deletions, 4,000 in the overlap. */
const cases: Case[] = [
  { slug: "search-contacts", props: {}, fill: newcomers, count: 10_000 },
  { slug: "list-contacts", props: {}, fill: newcomers, count: 10_000 },
  { slug: "get-contacts-by-business", props: { businessId: "MeasuredBusiness0001" }, fill: members, count: 4_300 },
  { slug: "get-contacts-by-business", props: { businessId: "MeasuredBusiness0001", kinds: KINDS }, fill: members, count: 2_000 },
  { slug: "get-contact-tasks", props: {}, fill: tasks, count: 4_300 },
  { slug: "get-contact-tasks", props: { kinds: KINDS }, fill: tasks, count: 2_000 },
  { slug: "get-contact-notes", props: {}, fill: notes, count: 4_300 },
  { slug: "get-contact-notes", props: { kinds: KINDS }, fill: notes, count: 2_000 },
  { slug: "get-contact-appointments", props: {}, fill: appointments, count: 4_300 },
  { slug: "get-contact-appointments", props: { kinds: KINDS }, fill: appointments, count: 2_000 },
  { slug: "get-contact", props: {}, fill: none, count: 0 },
  { slug: "get-contact-task-by-id", props: { taskId: "MeasuredTask00000001" }, fill: none, count: 0 },
  { slug: "get-contact-note-by-id", props: { noteId: "MeasuredNote00000001" }, fill: none, count: 0 },
  { slug: "get-duplicate-contact", props: { email: "nobody@example.com" }, fill: none, count: 0 },
];

async function bytesOf({ slug, props, fill, count }: Case): Promise<number> {
  const sandbox = await startSandbox({ rateLimit: false, now: Date.now });
  try {
    const contactId = sandbox.store.contacts.insert([{ locationId: sandbox.locationId, firstName: "Measured" }])[0]!.id;
    sandbox.store.tasks.put({ id: "MeasuredTask00000001", contactId, title: "Task", dueDate: 0, completed: false, dateAdded: 0 });
    sandbox.store.notes.put({ id: "MeasuredNote00000001", contactId, body: "Note", pinned: false, dateAdded: 0 });
    sandbox.store.businesses.put({ ...sandbox.store.businesses.in(sandbox.locationId)[0]!, id: "MeasuredBusiness0001" });
    const { component } = await loadOperation(slug, process.env);
    const needed = Object.keys(component.props ?? {}).includes("contactId") ? { contactId } : {};
    const auth = { oauth_access_token: sandbox.token(), locationId: sandbox.locationId, base_url: sandbox.url };
    const source = createSource(component, { props: { ...needed, ...props }, auth });
    const { stateBytes } = await source.deploy();
    fill(sandbox, contactId, count - 10);
    return Math.max(stateBytes, (await source.run()).stateBytes);
  } finally {
    await sandbox.close();
  }
}

/** Bytes of state of every contact trigger in its worst case. */
export async function stateFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const row of cases) {
    const is = await bytesOf(row);
    const what = `${row.slug}${row.count ? `, ${row.count.toLocaleString("en-US")} records` : ""}${row.props.kinds ? " with deletions" : ""}: bytes of state`;
    figures.push({ what, is, should: `at most ${MOST_BYTES}`, ok: is <= MOST_BYTES });
  }
  return figures;
}
