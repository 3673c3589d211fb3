/** nock, set up so that a request without a mock, or a mock without a request, fails its test. */
import { afterAll, afterEach } from "@jest/globals";
import nock from "nock";
import { LOCAL } from "./local.ts";

interface Unmatched { method?: string; path?: string; host?: string; hostname?: string }

let unmatched: string[] = [];

nock.disableNetConnect();
nock.enableNetConnect(LOCAL);
// Depending on where nock detects it, the request's options are the first argument or the second.
nock.emitter.on("no match", (request: Unmatched, options: Unmatched = request) => {
  const host = options.hostname ?? options.host ?? "";
  if (!LOCAL.test(host)) unmatched.push(`${options.method ?? request.method} ${host}${options.path ?? request.path}`);
});

afterEach(() => {
  const problems = [
    ...unmatched.map((request) => `sent without a mock: ${request}`),
    ...nock.pendingMocks().map((mock) => `expected, but never sent: ${mock}`),
  ];
  unmatched = [];
  nock.cleanAll();
  if (problems.length > 0) throw new Error(problems.join("\n"));
});

afterAll(() => nock.restore());

export default nock;
