import { endpointOf } from "../api/endpoint.ts";
import { OPERATION } from "../core/types.ts";
import type { Endpoint, OperationDescriptor } from "../core/types.ts";

/**
 * Declares endpoints that an operation calls beside its own (look-ups, checks), so that their scopes are known too.
 * @param behavior what `endpoint()` returned
 */
export function alsoCalls<B extends { [OPERATION]: OperationDescriptor }>(behavior: B, ...endpoints: Endpoint[]): B {
  const own = behavior[OPERATION];
  const further = endpoints.map(endpointOf);
  return { ...behavior, [OPERATION]: { ...own, endpoints: [...own.endpoints, ...further] } };
}
