import type { DedupeState, EmittedEvent } from "../dedupe.ts";
import type { Values } from "../types.ts";

/** Everything that is kept of a deployed source between runs. */
export interface SourceState {
  /** Key (or name) of the component. */
  component: string;
  /** True once `deploy()` has ended without an error. */
  deployed: boolean;
  /** Fingerprint of the props it was last deployed or updated with. */
  props?: string;
  /** `$.service.db`. */
  db: Values;
  dedupe: DedupeState;
  /** Events that were emitted but perhaps not delivered: the next run delivers them. */
  pending: { event: EmittedEvent; at: number }[];
}

/** Where the state of one source is kept. All calls are synchronous: when `save` returns, the state is durable. */
export interface StateStore {
  /** The state, or undefined where there is none yet. Throws a StateError if there is one that cannot be used. */
  load(): SourceState | undefined;
  save(state: SourceState): void;
  /** Forgets the state and lets go of it. */
  remove(): void;
  /** Lets go of the state, so that others may use it. */
  close(): void;
}

/** State that lives as long as the returned object; several sources, one after another, may use it. */
export function memoryState(): StateStore {
  let saved: { json: string; pending: SourceState["pending"] } | undefined;
  return {
    load: () => saved && { ...JSON.parse(saved.json) as Omit<SourceState, "pending">, pending: [...saved.pending] }, // written by save() alone
    // Events do not change once they are emitted, and there may be tens of thousands: they are kept, not copied.
    save: ({ pending, ...state }) => {
      saved = { json: JSON.stringify(state), pending: [...pending] };
    },
    remove: () => {
      saved = undefined;
    },
    close: () => undefined,
  };
}
