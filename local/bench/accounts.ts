import { growContacts } from "../sandbox/seed/demo.ts";
import type { SimulationHost } from "../simulation/scenario.ts";
import type { Environment } from "../simulation/model.ts";

/** The sandbox's demo sub-account, grown to the given number of contacts. */
export function homeOf({ sandbox }: SimulationHost, contacts: number): Environment {
  const { store, locationId, companyId } = sandbox;
  growContacts(store, locationId, contacts);
  return { sandbox, locationId, companyId, now: () => store.clock.now(), size: 0, id: () => store.random.id() };
}
