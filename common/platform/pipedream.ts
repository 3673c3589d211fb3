import { axios } from "@pipedream/platform";
import type { HttpAnswer, HttpClient } from "./port.ts";

export { ConfigurationError } from "@pipedream/platform";

/** Pipedream's client: shows a failed response in the step. It modifies the request it is given. */
export const http: HttpClient = (step, request) => axios(step, { ...request, returnFullResponse: true }) as Promise<HttpAnswer>; // typed any
