import { loadOperation } from "../cli/catalog.ts";
import type { SimulationHost } from "../simulation/scenario.ts";
import { homeOf } from "./accounts.ts";
import type { Strategy } from "./compare.ts";
import type { Subject } from "./messages.ts";
import { crowd } from "./people.ts";
import { references } from "./references.ts";
import type { ReferenceName } from "./references.ts";
import { MINUTE, Rig, built, environmentOf } from "./rig.ts";

/** The name of our strategy in tables. */
export const OURS = "search-contacts";
/** The strategies compared with it. */
export const OTHERS: ReferenceName[] = ["timestamp cursor", "newest page"];

/** Only new contacts, and pages as large as those of the others. */
const PROPS = { eventTypes: ["created"], pageSize: 100 };

/** All strategies, for running in this process. */
export async function strategies(): Promise<Strategy[]> {
  const { component } = await loadOperation(OURS, process.env, "source");
  return [{ name: OURS, component, props: PROPS }, ...OTHERS.map((name) => ({ name, component: references[name], props: {} }))];
}

/** The cost of one strategy. */
export interface StrategyCosts {
  name: string;
  /** Requests of a poll without new contacts, with 100, and with 10,000; and how many of those it emitted. */
  idle: number;
  hundred: { requests: number; emitted: number };
  many: { requests: number; emitted: number };
  eventsPerCpuSecond: number;
  peakBytes: number;
  stateBytes: number;
}

async function costsOf(host: SimulationHost, name: string, subject: Subject, props: Record<string, unknown>): Promise<StrategyCosts> {
  const environment = environmentOf(host);
  const { contacts } = host.sandbox.store;
  contacts.insert(crowd(environment.locationId, 300, environment.now() - 60 * MINUTE, 600 * MINUTE));
  const rig = new Rig(host, { subject, environment, model: { props } });
  await rig.deploy();
  const after = async (count: number) => {
    rig.close();
    host.clock.pass(30 * MINUTE);
    contacts.insert(crowd(environment.locationId, count, environment.now(), 10 * MINUTE));
    return rig.poll();
  };
  await after(0);
  const [idle, hundred, many] = [await after(0), await after(100), await after(10_000)];
  rig.close();
  return {
    name,
    idle: idle.requests,
    hundred: { requests: hundred.requests, emitted: hundred.emitted.length },
    many: { requests: many.requests, emitted: many.emitted.length },
    eventsPerCpuSecond: Math.round(many.emitted.length / many.cpuMs * 1_000),
    peakBytes: many.peakBytes,
    stateBytes: many.stateBytes,
  };
}

/** What each strategy costs; ours also with its default page size. */
export async function strategyCosts(host: SimulationHost): Promise<StrategyCosts[]> {
  const rows = [
    await costsOf(host, `${OURS}, 500 a page`, built(OURS), { eventTypes: PROPS.eventTypes }),
    await costsOf(host, `${OURS}, 100 a page`, built(OURS), PROPS),
  ];
  for (const reference of OTHERS) rows.push(await costsOf(host, `${reference}, 100 a page`, { reference }, {}));
  return rows;
}

/** Sizes of accounts, in contacts. */
export const SIZES = [60, 1_000, 10_000, 50_000, 200_000];

/** Requests of an idle poll, by strategy, for each of the {@link SIZES}; the sandbox's own account grows with them. */
export async function idleBySize(host: SimulationHost): Promise<Record<string, number[]>> {
  const requests: Record<string, number[]> = {};
  const subjects: [string, Subject][] = [[OURS, built(OURS)], ...(["newest page", "all pages"] as const).map((reference): [string, Subject] => [reference, { reference }])];
  for (const size of SIZES) {
    const environment = homeOf(host, size);
    for (const [name, subject] of subjects) {
      const rig = new Rig(host, { subject, environment, model: { props: {} } });
      await rig.deploy();
      host.clock.pass(30 * MINUTE);
      await rig.poll();
      host.clock.pass(30 * MINUTE);
      (requests[name] ??= []).push((await rig.poll()).requests);
      rig.close();
    }
  }
  return requests;
}
