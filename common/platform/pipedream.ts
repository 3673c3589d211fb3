import { axios } from "@pipedream/platform";
import type { HttpAnswer, HttpClient } from "./port.ts";

export { ConfigurationError } from "@pipedream/platform";

/** Pipedream's client: shows the failed answer in the step. It changes the request that it is given. */
export const http: HttpClient = (step, request) => axios(step, { ...request, returnFullResponse: true }) as Promise<HttpAnswer>; // typed any
