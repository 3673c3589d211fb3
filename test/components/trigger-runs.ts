/** Deploys and polls built triggers against the sandbox, with the required and with all props, and notes what they sent. */
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { loadOperation } from "../../local/cli/catalog.ts";
import type { ManifestOperation } from "../../hosts/manifest/model.ts";
import { createSource, defineProps, resolveOptions } from "../../hosts/runtime/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { RequestLogEntry, Sandbox } from "../../local/sandbox/index.ts";
import type { TriggerRow } from "./trigger-row.ts";

type Fields = Record<string, unknown>;
type Props = ReturnType<typeof defineProps>;

/** What a trigger did in one way of filling in its form. */
export interface TriggerRun {
  requests: RequestLogEntry[];
  /** `Version` of each request, in the same order. */
  versions: (string | undefined)[];
}

/** What decides which token an operation takes. */
type Account = Pick<ManifestOperation, "token" | "scopes">;

/** A token that may do what the trigger declares and nothing else, so that a look-up that is not declared is refused. */
export function account(sandbox: Sandbox, { token: kind, scopes }: Account): Fields {
  const token = sandbox.token({ kind: kind === "agency" ? "agency" : "location", scopes });
  return { oauth_access_token: token, locationId: sandbox.locationId, base_url: sandbox.url };
}

const isField = (type: unknown) => type !== "app" && type !== "alert" && !String(type).startsWith("$.");

/** A value for a prop that the row says nothing of. @throws Error where there is none to choose */
async function chosen(component: Component, name: string, props: Props, configured: Fields, sandbox: Sandbox): Promise<unknown> {
  const { definition } = props.get(name)!;
  if (name === "locationId" || name === "companyId") return sandbox[name];
  if (name === "watchFields") return ["customFields.any"];
  if (name === "fieldMap") return { title: "id" };
  if (definition.options !== undefined) {
    const auth = { oauth_access_token: sandbox.token(), locationId: sandbox.locationId, base_url: sandbox.url };
    const values = (await resolveOptions(component, name, { auth, configured })).options.map(({ value }) => value);
    if (values.length === 0) throw new Error(`The dropdown of ${name} is empty: the row has to give a value.`);
    if (!String(definition.type).endsWith("[]")) return values[0];
    return typeof definition.options === "function" ? values.slice(0, 2) : values;
  }
  if (definition.default !== undefined) return definition.default;
  if (definition.type === "boolean") return true;
  throw new Error(`Nothing to choose from for ${name}: the row has to give a value.`);
}

/** Every field of the form, filled in. */
export async function filledIn(component: Component, props: Props, given: Fields, sandbox: Sandbox): Promise<Fields> {
  const values: Fields = {};
  for (const [name, { definition }] of props) {
    if (isField(definition.type)) values[name] = name in given ? given[name] : await chosen(component, name, props, { ...given, ...values }, sandbox);
  }
  return values;
}

/** Deploys, changes something, polls twice. */
async function observed(component: Component, row: Account, { change }: TriggerRow, props: Fields, sandbox: Sandbox): Promise<TriggerRun> {
  const from = sandbox.requests.length;
  const versions: (string | undefined)[] = [];
  const note = (message: unknown) => {
    const { headers } = (message as { request: IncomingMessage }).request; // as node documents this channel
    if (sandbox.url.endsWith(String(headers.host))) versions.push([headers.version].flat()[0]);
  };
  diagnostics.subscribe("http.server.request.start", note);
  try {
    const trigger = createSource(component, { props, auth: account(sandbox, row), onLog: () => undefined });
    await trigger.deploy();
    await change?.(sandbox, props);
    await trigger.run();
    await trigger.run();
  } finally {
    diagnostics.unsubscribe("http.server.request.start", note);
  }
  return { requests: sandbox.requests.slice(from), versions };
}

/** Runs a trigger in a sandbox of its own: once with the required props, then with all of them in each of the row's ways. */
export async function runsOf(operation: Account & Pick<ManifestOperation, "slug">, row: TriggerRow): Promise<{ required: TriggerRun; all: TriggerRun[] }> {
  const { component } = await loadOperation(operation.slug, process.env);
  const props = defineProps(component.props ?? {});
  const way = async (further: Fields, only: (name: string) => boolean) => {
    const sandbox = await startSandbox({ rateLimit: false, strict: true });
    try {
      const given = row.props?.(sandbox) ?? {};
      const unknown = Object.keys({ ...given, ...further }).filter((name) => !props.has(name));
      if (unknown.length > 0) throw new Error(`The row of ${operation.slug} names props that it does not have: ${unknown.join(", ")}.`);
      const all = await filledIn(component, props, { ...given, ...further }, sandbox);
      return await observed(component, operation, row, Object.fromEntries(Object.entries(all).filter(([name]) => only(name))), sandbox);
    } finally {
      await sandbox.close();
    }
  };
  const required = await way({}, (name) => props.get(name)?.definition.optional !== true || row.needs?.includes(name) === true);
  const all: TriggerRun[] = [];
  for (const further of [{}, ...row.also ?? []]) all.push(await way(further, () => true));
  return { required, all };
}
