import { growContacts } from "../sandbox/seed/demo.ts";
import type { Theatre } from "../simulation/play.ts";
import type { Stage } from "../simulation/world.ts";

/** The sub-account that the sandbox is seeded with, grown to so many contacts. */
export function homeOf({ sandbox }: Theatre, contacts: number): Stage {
  const { store, locationId, companyId } = sandbox;
  growContacts(store, locationId, contacts);
  return { sandbox, locationId, companyId, now: () => store.clock.now(), size: 0, id: () => store.random.id() };
}
