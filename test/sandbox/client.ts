import get from "lodash/get.js";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox, SandboxOptions } from "../../local/sandbox/index.ts";

export interface Answer {
  status: number;
  /** The JSON that came. */
  body: unknown;
  headers: Headers;
}

/** The value at a path of an answer's body, such as "contact.id"; a string unless the test says what else. */
export function at<T = string>(body: unknown, path: string): T {
  return get(body, path) as T; // the test that asks knows what it is
}

export interface RequestOptions {
  body?: unknown;
  query?: Record<string, string>;
  /** null: send no Authorization header. */
  token?: string | null;
  /** null: send no Version header. */
  version?: string | null;
  signal?: AbortSignal;
}

export interface TestBed extends Sandbox {
  /** Sends a request with a token that may do everything in the demo location, unless told otherwise. */
  api(method: string, path: string, options?: RequestOptions): Promise<Answer>;
}

/** Starts a sandbox with a small client. Nothing is refused for its rate unless the options say so. */
export async function open(options: SandboxOptions = {}): Promise<TestBed> {
  const sandbox = await startSandbox({ rateLimit: false, ...options });
  const everything = sandbox.token();
  const api = async (method: string, path: string, { body, query, token = everything, version = "2021-07-28", signal }: RequestOptions = {}): Promise<Answer> => {
    const response = await fetch(`${sandbox.url}${path}${query ? `?${new URLSearchParams(query)}` : ""}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(version !== null && { version }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  return { ...sandbox, api };
}
