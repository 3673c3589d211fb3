import type { Endpoint } from "../core/types.ts";

/** Only the endpoint of a list request or an action's spec, which hold more. */
export const endpointOf = ({ method, path, version, scope, reads, agencyOnly }: Endpoint): Endpoint => ({ method, path, version, scope, reads, agencyOnly });

/** Endpoints without what else they hold, each once. */
export const eachOnce = (endpoints: Endpoint[]): Endpoint[] => [...new Map(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpointOf(endpoint)])).values()];

/** True for calls that change nothing and can safely be retried. */
export const isRead = ({ method, reads }: Endpoint): boolean => method === "GET" || reads === true;
