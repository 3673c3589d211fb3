import type { SimulationHost } from "../simulation/scenario.ts";
import type { Fields, Environment } from "../simulation/model.ts";
import { homeOf } from "./accounts.ts";
import { LIMITS, atMost, exactly, inMb, written } from "./checks.ts";
import type { Check } from "./checks.ts";
import { crowd } from "./people.ts";
import { MINUTE, Rig, built, environmentOf } from "./rig.ts";
import type { Measured } from "./rig.ts";

/** A large case: what we promise about it, and what it cost. */
export interface ScaleFigures {
  name: string;
  checks: Check[];
}

const MANY = 10_000;
const LARGE = 200_000;

/** Collects the checks of one case, and the worst of its polls. */
class Case {
  readonly checks: Check[] = [];
  private readonly emitted: string[] = [];
  private peakMb = 0;
  private stateBytes = 0;
  private tookMs = 0;

  constructor(private readonly name: string, private readonly rig: Rig) {}

  /** Deploys or polls, in a new process. */
  async run(work: "deploy" | "poll"): Promise<Measured> {
    const measured = await this.rig[work]();
    this.rig.close();
    if (measured.error !== undefined) throw new Error(`${this.name}: ${measured.error}`);
    this.peakMb = Math.max(this.peakMb, inMb(measured.peakBytes));
    this.stateBytes = Math.max(this.stateBytes, measured.stateBytes);
    this.tookMs = Math.max(this.tookMs, measured.tookMs);
    if (work === "poll") this.emitted.push(...measured.emitted.map(({ record, kind }) => `${kind} ${record}`));
    return measured;
  }

  add(...checks: Check[]): void {
    this.checks.push(...checks);
  }

  /** Checks that all polls of the case together emitted exactly these, each once. @param due `kind id` of each */
  expect(due: string[]): void {
    const emitted = new Set(this.emitted);
    const wanted = new Set(due);
    this.add(
      exactly("events lost", due.filter((event) => !emitted.has(event)).length, 0),
      exactly("events repeated", this.emitted.length - emitted.size, 0),
      exactly("events of what did not happen", [...emitted].filter((event) => !wanted.has(event)).length, 0),
    );
  }

  end(): ScaleFigures {
    this.add(
      atMost("peak memory of a poll, MB over the idle process", this.peakMb, LIMITS.peakMb),
      atMost("state, bytes", this.stateBytes, LIMITS.stateBytes),
      atMost("longest poll, ms", this.tookMs, LIMITS.budgetMs),
    );
    return { name: this.name, checks: this.checks };
  }
}

/** 200,000 contacts: deployment, 10,000 new ones, then 10,000 new and 10,000 changed ones between two polls. */
export async function largeAccount(host: SimulationHost): Promise<{ figures: ScaleFigures[]; freeHeapMb: number }> {
  const environment = homeOf(host, LARGE);
  const { contacts } = host.sandbox.store;
  const rig = new Rig(host, { subject: built("search-contacts"), environment, model: { props: {} } });
  const small = new Case(`${written(LARGE)} contacts, ${written(MANY)} new between two polls`, rig);
  const deploy = await small.run("deploy");
  host.clock.pass(20 * MINUTE);
  const idle = await small.run("poll");
  host.clock.pass(20 * MINUTE);
  const first = contacts.insert(crowd(environment.locationId, MANY, environment.now(), 10 * MINUTE));
  const flood = await small.run("poll");
  small.add(
    atMost("first deployment, requests", deploy.requests, 2),
    atMost("first deployment, events (samples)", deploy.emitted.length, 25),
    exactly("idle poll, requests", idle.requests, 1),
    atMost(`poll of ${written(MANY)} new, requests`, flood.requests, 21),
  );
  small.expect(first.map(({ id }) => `created ${id}`));

  const large = new Case(`${written(LARGE)} contacts, ${written(MANY)} new and ${written(MANY)} changed between two polls`, rig);
  host.clock.pass(20 * MINUTE);
  const second = contacts.insert(crowd(environment.locationId, MANY, environment.now(), 10 * MINUTE));
  const changed = contacts.in(environment.locationId).slice(0, MANY).map(({ id }, index) => contacts.update(id, { city: "Eugene", dateUpdated: environment.now() - (MANY - index) * 50 }));
  const freeHeapMb = inMb((await rig.rehearse()).peakBytes);
  const both = await large.run("poll");
  // Those of the first 10,000 within the lookback are read again: 4,000 are remembered.
  large.add(atMost(`poll of ${written(2 * MANY)} changes, requests`, both.requests, 2 * MANY / 500 + 1 + 4_000 / 500));
  large.expect([...second.map(({ id }) => `created ${id}`), ...changed.map(({ id }) => `updated ${id}`)]);
  return { figures: [small.end(), large.end()], freeHeapMb };
}

/** 1,500 new contacts between two polls: 200 in one millisecond, 50 that searches see only later. */
export async function burst(host: SimulationHost, pageSize: number): Promise<ScaleFigures> {
  const environment = environmentOf(host);
  const { locationId, sandbox: { store: { contacts } } } = environment;
  const it = new Case(`1,500 new contacts, 200 of them of one millisecond and 50 visible later, ${pageSize} a page`, new Rig(host, { subject: built("search-contacts"), environment, model: { props: { pageSize } } }));
  await it.run("deploy");
  host.clock.pass(20 * MINUTE);
  const now = environment.now();
  const tied = crowd(locationId, 200, now - 2 * MINUTE, 0);
  const due = [
    ...contacts.insert([...crowd(locationId, 1_250, now, 10 * MINUTE), ...tied]),
    ...contacts.insert(crowd(locationId, 50, now - MINUTE, MINUTE), { visibleAt: now + MINUTE / 2 }),
  ];
  const { requests } = await it.run("poll");
  it.add(atMost("requests of the poll", requests, Math.ceil(1_450 / pageSize) + 1));
  host.clock.pass(MINUTE);
  await it.run("poll");
  it.expect(due.map(({ id }) => `created ${id}`));
  return it.end();
}

/** A list that can only be read as a whole, nearly at the trigger's limit. */
async function wholeList(host: SimulationHost, name: string, slug: string, environment: Environment, props: Fields, requests: number, mutation: () => string[]): Promise<ScaleFigures> {
  const it = new Case(name, new Rig(host, { subject: built(slug), environment, model: { props } }));
  const deploy = await it.run("deploy");
  host.clock.pass(15 * MINUTE);
  const idle = await it.run("poll");
  it.add(
    atMost("first deployment, events (samples)", deploy.emitted.length, 25),
    exactly("idle poll, requests", idle.requests, requests),
    exactly("idle poll, events", idle.emitted.length, 0),
  );
  const due = mutation();
  for (let polls = 0; polls < 3; polls++) {
    host.clock.pass(15 * MINUTE);
    await it.run("poll");
  }
  it.expect(due);
  return it.end();
}

/** 4,000 tasks of a contact, and 2,000 with deletions; 4,000 contacts of a business, in pages. */
export async function wholeLists(host: SimulationHost): Promise<ScaleFigures[]> {
  const tasksOf = (count: number) => {
    const environment = environmentOf(host);
    const { tasks, contacts } = environment.sandbox.store;
    const contactId = contacts.insert([{ locationId: environment.locationId, firstName: "Iris" }])[0]!.id; // one in, one out
    const rows = Array.from({ length: count }, (_, index) => tasks.put({ id: environment.id(), contactId, title: `Task ${index}`, dueDate: environment.now(), completed: false, dateAdded: environment.now() }));
    const [one, other] = [rows[7]!, rows[3]!]; // there are thousands
    const apply = () => {
      tasks.put({ ...one, title: "Another title" });
      const { id } = tasks.put({ ...one, id: environment.id(), title: "A new one" });
      tasks.delete(other.id);
      return [`updated ${one.id}`, `created ${id}`];
    };
    return { environment, contactId, apply, gone: other.id };
  };
  const plain = tasksOf(4_000);
  const deletions = tasksOf(2_000);
  const environment = environmentOf(host);
  const { contacts, businesses } = environment.sandbox.store;
  const businessId = businesses.put({ id: environment.id(), locationId: environment.locationId, name: "Harbor Yoga", createdAt: environment.now(), updatedAt: environment.now() }).id;
  contacts.insert(crowd(environment.locationId, 4_001, environment.now(), 60 * MINUTE).map((input) => ({ ...input, businessId })));
  return [
    await wholeList(host, "4,000 tasks in one answer", "get-contact-tasks", plain.environment, { contactId: plain.contactId }, 1, plain.apply),
    await wholeList(host, "2,000 tasks, deletions reported", "get-contact-tasks", deletions.environment, { contactId: deletions.contactId, eventTypes: ["created", "updated", "deleted"] }, 1, () => [...deletions.apply(), `deleted ${deletions.gone}`]),
    await wholeList(host, "4,001 contacts of a business, 100 a page", "get-contacts-by-business", environment, { businessId }, 41, () => contacts.insert([{ locationId: environment.locationId, businessId, firstName: "New" }]).map(({ id }) => `created ${id}`)),
  ];
}

/** Polls until no more events come; each poll must keep to its time and make progress. */
async function drain(host: SimulationHost, it: Case, mostPolls: number): Promise<number> {
  for (let polls = 0; polls < mostPolls; polls++) {
    host.clock.pass(MINUTE);
    const { emitted } = await it.run("poll");
    if (emitted.length === 0) return polls;
  }
  return mostPolls;
}

/** 10,000 new contacts, 100 per page, with half a second per response: more than one poll has time for. */
export async function backlog(host: SimulationHost): Promise<ScaleFigures> {
  const environment = environmentOf(host);
  const rig = new Rig(host, { subject: built("search-contacts"), environment, model: { props: { pageSize: 100 } }, latencyMs: 500 });
  const it = new Case(`${written(MANY)} new contacts, 100 a page, half a second per response`, rig);
  await it.run("deploy");
  host.clock.pass(20 * MINUTE);
  const due = environment.sandbox.store.contacts.insert(crowd(environment.locationId, MANY, environment.now(), 10 * MINUTE));
  // Each poll has time for 47 pages.
  it.add(atMost("polls until all are emitted", await drain(host, it, 6), 3));
  it.expect(due.map(({ id }) => `created ${id}`));
  return it.end();
}

/** 50 conversations with 200 new messages each, with a fifth of a second per response. */
export async function busyConversations(host: SimulationHost): Promise<ScaleFigures> {
  const environment = environmentOf(host);
  const { contacts, messaging } = environment.sandbox.store;
  const people = contacts.insert(crowd(environment.locationId, 50, environment.now() - 60 * MINUTE, 60 * MINUTE));
  for (const { id: contactId } of people) messaging.add({ contactId, body: "Hello", dateAdded: environment.now() - 60 * MINUTE });
  const rig = new Rig(host, { subject: built("get-messages-by-conversation"), environment, model: { props: {} }, latencyMs: 200 });
  const it = new Case("50 conversations with 200 new messages each, a fifth of a second per response", rig);
  await it.run("deploy");
  host.clock.pass(20 * MINUTE);
  const idle = await it.run("poll");
  it.add(exactly("idle poll, requests", idle.requests, 1));
  const now = environment.now();
  const due = Array.from({ length: 200 }, (_, round) => people.map(({ id: contactId }, index) => (
    messaging.add({ contactId, direction: "inbound", body: `Message ${round}`, dateAdded: now - 10 * MINUTE + round * 2_900 + index }).id))).flat();
  it.add(atMost("polls until all are emitted", await drain(host, it, 6), 3));
  it.expect(due.map((id) => `inbound ${id}`));
  return it.end();
}
