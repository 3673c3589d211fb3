import { bare } from "../../common/core/text/characters.ts";
import { bareToken, oddInToken } from "../../common/core/text/token.ts";
import type { Values } from "../../hosts/runtime/index.ts";
import { describeOperation } from "./catalog.ts";
import type { CatalogRow } from "./catalog.ts";
import { SetupError, UsageError } from "./errors.ts";
import { HIGHLEVEL } from "./invocation.ts";
import type { Flags, Output } from "./output.ts";
import type { Surroundings } from "./surroundings.ts";

/** Timeout for a running sandbox, ms. */
const ANSWER_MS = 3_000;

/** An account to run components with. */
export interface Connection {
  /** `$auth` of the components. */
  auth: Values;
  /** True for a real account. */
  isLive: boolean;
  close(): Promise<void>;
}

/** A real account from the environment. */
function liveAccount(env: NodeJS.ProcessEnv): Connection {
  const { HIGHLEVEL_TOKEN = "", HIGHLEVEL_LOCATION_ID = "", HIGHLEVEL_COMPANY_ID = "", HIGHLEVEL_BASE_URL = "" } = env;
  const [locationId, companyId, baseUrl] = [HIGHLEVEL_LOCATION_ID, HIGHLEVEL_COMPANY_ID, HIGHLEVEL_BASE_URL].map(bare);
  const token = bareToken(HIGHLEVEL_TOKEN);
  const odd = oddInToken(token);
  if (odd) throw new UsageError(`HIGHLEVEL_TOKEN is invalid: it contains ${odd}. Copy the token again.`);
  if (!token) {
    throw new UsageError("--live needs HIGHLEVEL_TOKEN (an OAuth access token or a Private Integration Token) and, for a sub-account, HIGHLEVEL_LOCATION_ID in the environment.");
  }
  return {
    auth: {
      ...(token.startsWith("pit-") ? { api_key: token } : { oauth_access_token: token }),
      ...(locationId && { locationId }),
      ...(companyId && { companyId }),
      ...(baseUrl && { base_url: baseUrl }),
    },
    isLive: true,
    close: async () => undefined,
  };
}

/** The kind of token that a sandbox gives an operation: the agency's where nothing else will do. */
function kindFor(row: CatalogRow | undefined, env: NodeJS.ProcessEnv): "location" | "agency" {
  return row !== undefined && describeOperation(row.slug, env).operation.token === "agency" ? "agency" : "location";
}

/** Requests the account and a token from a running sandbox; undefined if there is none. */
async function runningSandbox(url: string, kind: "location" | "agency"): Promise<Connection | undefined> {
  const base = url.replace(/\/+$/, "");
  const ask = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> => {
    const response = await fetch(`${base}/__sandbox${path}`, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.json() as Record<string, unknown>; // the caller checks the fields it uses
  };
  try {
    const { locationId, companyId } = await ask("");
    const { token } = await ask("/token", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ kind }) });
    if (typeof token !== "string" || typeof locationId !== "string") return undefined;
    return { auth: { oauth_access_token: token, locationId, companyId, base_url: base }, isLive: false, close: async () => undefined };
  } catch {
    return undefined; // not a sandbox; the caller reports that
  }
}

async function ownSandbox(kind: "location" | "agency"): Promise<Connection> {
  const { startSandbox } = await import("../sandbox/index.ts");
  const sandbox = await startSandbox();
  const { locationId, companyId, url } = sandbox;
  return { auth: { oauth_access_token: sandbox.token({ kind }), locationId, companyId, base_url: url }, isLive: false, close: () => sandbox.close() };
}

async function choose(flags: Flags, env: NodeJS.ProcessEnv, output: Output, row: CatalogRow | undefined): Promise<Connection> {
  if (flags.live && flags.sandbox) throw new UsageError("--live and --sandbox cannot be used together.");
  if (flags.live || (env.HIGHLEVEL_TOKEN && !flags.sandbox)) {
    const { HIGHLEVEL_BASE_URL: baseUrl, HIGHLEVEL_SANDBOX_URL: sandboxUrl } = env;
    output.say(`Using the account of HIGHLEVEL_TOKEN${baseUrl ? ` at ${baseUrl}` : ", a real HighLevel account"}${sandboxUrl ? "; HIGHLEVEL_SANDBOX_URL is not used" : ""}.`);
    return liveAccount(env);
  }
  const url = env.HIGHLEVEL_SANDBOX_URL;
  if (url) {
    const running = await runningSandbox(url, kindFor(row, env));
    if (running) return running;
    throw new SetupError(`No sandbox answers at HIGHLEVEL_SANDBOX_URL (${url}). Start one there (${HIGHLEVEL} sandbox), or unset the variable, so that each command starts its own sandbox.`);
  }
  output.say("HIGHLEVEL_SANDBOX_URL is not set. Starting a sandbox for this command only; its data is then gone.");
  return ownSandbox(kindFor(row, env));
}

/**
 * The account a command uses: with `--live` or HIGHLEVEL_TOKEN, the real one from the environment; else the sandbox at
 * HIGHLEVEL_SANDBOX_URL, else a new sandbox that ends with the command.
 * @param row the operation, which determines whether a sandbox issues a sub-account's token or the agency's
 * @throws UsageError if `--live` lacks a token, SetupError if no sandbox answers at HIGHLEVEL_SANDBOX_URL
 */
export async function connect(flags: Flags, { env, masker }: Pick<Surroundings, "env" | "masker">, output: Output, row?: CatalogRow): Promise<Connection> {
  const connection = await choose(flags, env, output, row);
  masker.addAccount(connection);
  return connection;
}
