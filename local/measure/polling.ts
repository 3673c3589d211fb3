import { loadOperation } from "../cli/catalog.ts";
import { createSource } from "../runtime/index.ts";
import type { Source } from "../runtime/index.ts";
import { startSandbox } from "../sandbox/index.ts";
import type { ContactInput, Sandbox } from "../sandbox/index.ts";
import { pass } from "./clock.ts";

const MINUTE = 60_000;

export interface Figure { what: string; is: number; should: string; ok: boolean }

const atMost = (what: string, is: number, most: number): Figure => ({ what, is, should: `at most ${most}`, ok: is <= most });
const exactly = (what: string, is: number, should: number): Figure => ({ what, is, should: String(should), ok: is === should });

async function searchContacts(sandbox: Sandbox, props: Record<string, unknown>): Promise<Source> {
  const { component } = await loadOperation("search-contacts", process.env);
  const auth = { oauth_access_token: sandbox.token(), locationId: sandbox.locationId, base_url: sandbox.url };
  return createSource(component, { props, auth });
}

/** What one run cost and gave. */
async function measured(sandbox: Sandbox, run: Promise<{ emitted: { id?: unknown }[]; stateBytes: number }>) {
  const before = sandbox.requests.length;
  const { emitted, stateBytes } = await run;
  return { requests: sandbox.requests.length - before, ids: emitted.map(({ id }) => String(id)), stateBytes };
}

/** First deployment, then idle polls, on a large account. */
export async function firstDeploy(contacts: number): Promise<Figure[]> {
  const sandbox = await startSandbox({ contacts, rateLimit: false, now: Date.now });
  try {
    const source = await searchContacts(sandbox, {});
    const deploy = await measured(sandbox, source.deploy());
    pass(15 * MINUTE);
    const idle = await measured(sandbox, source.run());
    const name = `${contacts.toLocaleString("en-US")} contacts`;
    return [
      atMost(`${name}, first deployment: requests`, deploy.requests, 2),
      atMost(`${name}, first deployment: events`, deploy.ids.length, 25),
      exactly(`${name}, idle poll: requests`, idle.requests, 1),
      exactly(`${name}, idle poll: events`, idle.ids.length, 0),
    ];
  } finally {
    await sandbox.close();
  }
}

/** 1,500 new contacts between two polls: 200 of one millisecond, 50 that searches see only a minute late. */
export async function burst(pageSize: number, mostRequests: number): Promise<Figure[]> {
  const sandbox = await startSandbox({ rateLimit: false, now: Date.now });
  try {
    const source = await searchContacts(sandbox, { pageSize });
    await source.deploy();
    pass(30 * MINUTE);
    const now = Date.now();
    const { locationId, store } = sandbox;
    const contact = (index: number, dateAdded: number): ContactInput => ({ locationId, firstName: `New ${index}`, email: `new${index}@example.com`, dateAdded });
    const spread = Array.from({ length: 1250 }, (_, index) => contact(index, now - 5 * MINUTE + index * 200));
    const tied = Array.from({ length: 200 }, (_, index) => contact(1250 + index, now - 2 * MINUTE));
    const late = Array.from({ length: 50 }, (_, index) => contact(1450 + index, now - MINUTE - index));
    const expected = [
      ...store.contacts.insert([...spread, ...tied], { visibleAt: now }),
      ...store.contacts.insert(late, { visibleAt: now + MINUTE / 2 }),
    ].map(({ id }) => id);
    const first = await measured(sandbox, source.run());
    pass(MINUTE);
    const second = await measured(sandbox, source.run());
    const ids = [...first.ids, ...second.ids];
    const name = `1,500 new contacts, ${pageSize} a page`;
    return [
      atMost(`${name}: requests of the poll`, first.requests, mostRequests),
      exactly(`${name}: events`, ids.length, 1500),
      exactly(`${name}: events twice`, ids.length - new Set(ids).size, 0),
      exactly(`${name}: missing`, expected.filter((id) => !ids.includes(id)).length, 0),
      atMost(`${name}: bytes of state`, second.stateBytes, 60_000),
    ];
  } finally {
    await sandbox.close();
  }
}

/** A backlog larger than one poll may take, with more records in the overlap than a state can remember. */
export async function backlog(contacts: number): Promise<Figure[]> {
  const sandbox = await startSandbox({ rateLimit: false, now: Date.now });
  try {
    const source = await searchContacts(sandbox, {});
    await source.deploy();
    pass(30 * MINUTE);
    const now = Date.now();
    const { locationId, store } = sandbox;
    store.contacts.insert(Array.from({ length: contacts }, (_, index) => ({ locationId, firstName: `New ${index}`, dateAdded: now - 5 * MINUTE + index })), { visibleAt: now });
    const first = await measured(sandbox, source.run());
    pass(MINUTE);
    const second = await measured(sandbox, source.run());
    const name = `${contacts.toLocaleString("en-US")} new contacts`;
    return [
      atMost(`${name}: requests of the poll`, first.requests, contacts / 500 + 1),
      exactly(`${name}: events`, new Set([...first.ids, ...second.ids]).size, contacts),
      exactly(`${name}: events twice`, first.ids.length + second.ids.length - contacts, 0),
      atMost(`${name}: bytes of state`, Math.max(first.stateBytes, second.stateBytes), 60_000),
    ];
  } finally {
    await sandbox.close();
  }
}
