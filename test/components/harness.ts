/** Runs built actions against mocks of HighLevel, and notes what goes over the wire. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jest } from "@jest/globals";
import nock from "../support/nock.ts";
import { loadComponent, runAction } from "../../hosts/runtime/index.ts";
import type { ActionResult } from "../../hosts/runtime/index.ts";
import type { CatalogRow } from "../../hosts/bundle/catalog-row.ts";
import { REAL_TIMERS } from "../support/timers.ts";
import { LOCATION, TOKEN } from "./account.ts";
import type { Call } from "./row.ts";

const dist = new URL("../../dist/", import.meta.url);

export { LOCATION, TOKEN };
/** The clock of all runs: a Wednesday. */
export const NOW = new Date("2026-11-25T15:00:00.000Z");

/** The built actions. */
export function builtActions(): CatalogRow[] {
  const rows = JSON.parse(readFileSync(new URL("catalog.json", dist), "utf8")) as CatalogRow[]; // written by the build
  return rows.filter(({ type }) => type === "action");
}

/** A request as the server saw it. */
export interface Sent {
  method: string;
  path: string;
  query?: Record<string, string | string[]>;
  body?: unknown;
  authorization: string | undefined;
  version: string | undefined;
}

/** Mocks the calls; the returned list fills with what was really sent. */
export function mock(calls: Call[]): Sent[] {
  const sent: Sent[] = [];
  const scope = nock("https://services.leadconnectorhq.com");
  for (const { method, path, reply, status = 200, headers } of calls) {
    scope.intercept(path, method).query(true).reply(function answer(uri, body) {
      const { pathname, searchParams } = new URL(uri, "https://any.invalid");
      const query = Object.fromEntries([...new Set(searchParams.keys())].map((name) => {
        const values = searchParams.getAll(name);
        return [name, values.length > 1 ? values : values[0]!]; // its own names have values
      }));
      const header = (name: string) => [this.req.headers[name]].flat()[0];
      sent.push({
        method,
        path: pathname,
        ...(searchParams.size > 0 && { query }),
        ...(body !== "" && { body }),
        authorization: header("authorization"),
        version: header("version"),
      });
      // A copy, as over the wire: what the action does to its answer must not reach the test's.
      return [status, Buffer.isBuffer(reply) ? reply : JSON.stringify(reply), { "content-type": "application/json", ...headers }];
    });
  }
  return sent;
}

interface Account {
  auth?: Record<string, string>;
  timeoutMs?: number;
}

const ACCOUNT: Record<string, string> = { oauth_access_token: TOKEN, locationId: LOCATION };

/** Runs a built action as the platform does, with the clock at {@link NOW}. */
export async function run(slug: string, props: Record<string, unknown>, { auth = ACCOUNT, timeoutMs }: Account = {}): Promise<ActionResult> {
  const found = builtActions().find((action) => action.slug === slug);
  if (!found) throw new Error(`dist/ has no action ${slug}. Build first: npm run build`);
  const component = await loadComponent(fileURLToPath(new URL(found.file, dist)));
  jest.useFakeTimers({ now: NOW, doNotFake: [...REAL_TIMERS] });
  try {
    return await runAction(component, { props, auth, timeoutMs, onLog: () => undefined });
  } finally {
    jest.useRealTimers();
  }
}

/** The error a run ends with; fails the test where there is none. */
export async function failureOf(slug: string, props: Record<string, unknown>, account?: Account): Promise<Error & Record<string, unknown>> {
  const outcome = await run(slug, props, account).then(() => undefined, (error: unknown) => error);
  if (outcome instanceof Error) return outcome as Error & Record<string, unknown>; // errors carry data of their own
  throw new Error(`${slug} was expected to fail.`);
}
