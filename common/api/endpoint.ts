import type { Endpoint } from "../core/types.ts";

/** The endpoint alone, of something that holds more than it (a list, an action's spec). */
export const endpointOf = ({ method, path, version, scope, reads, agencyOnly }: Endpoint): Endpoint => ({ method, path, version, scope, reads, agencyOnly });

/** True for calls that change nothing, so that they may be repeated. */
export const isRead = ({ method, reads }: Endpoint): boolean => method === "GET" || reads === true;
