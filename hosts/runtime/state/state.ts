import type { DedupeState, EmittedEvent } from "../dedupe.ts";
import type { Values } from "../types.ts";

/** The state of a deployed source between runs. */
export interface SourceState {
  /** Key (or name) of the component. */
  component: string;
  /** True once `deploy()` has succeeded. */
  deployed: boolean;
  /** Fingerprint of the props of the last deploy or update. */
  props?: string;
  /** `$.service.db`. */
  db: Values;
  dedupe: DedupeState;
  /** Events that were emitted but may not have been delivered: the next run delivers them. */
  pending: { event: EmittedEvent; at: number }[];
}

/** Where the state of one source is kept. All calls are synchronous: when `save` returns, the state is durable. */
export interface StateStore {
  /** The state; undefined where there is none yet. Throws a StateError if it cannot be used. */
  load(): SourceState | undefined;
  save(state: SourceState): void;
  /** Deletes and releases the state. */
  remove(): void;
  /** Releases the state, so that others may use it. */
  close(): void;
}

/** State that lives as long as the returned object; several sources may use it, one after another. */
export function memoryState(): StateStore {
  let saved: { json: string; pending: SourceState["pending"] } | undefined;
  return {
    load: () => saved && { ...JSON.parse(saved.json) as Omit<SourceState, "pending">, pending: [...saved.pending] }, // written by save() alone
    // Events never change, and there may be tens of thousands, so they are not copied.
    save: ({ pending, ...state }) => {
      saved = { json: JSON.stringify(state), pending: [...pending] };
    },
    remove: () => {
      saved = undefined;
    },
    close: () => undefined,
  };
}
