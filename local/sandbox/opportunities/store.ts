import type { Clock } from "../clock.ts";
import type { Visibility } from "../contact-store.ts";
import type { Opportunity } from "../models/opportunities.ts";
import type { Random } from "../random.ts";
import { Table } from "../table.ts";

/** An opportunity to insert; missing fields get defaults. Times are milliseconds since 1970. */
export type OpportunityInput = Partial<Opportunity> & Pick<Opportunity, "locationId" | "name" | "pipelineId" | "pipelineStageId" | "contactId">;

/** In the live API, the times of a new opportunity's stage and status are this much later than its creation. */
const STAMP_MS = 1;

interface Pending {
  visibleAt: number;
  sequence: number;
  id: string;
  /** Undefined: the opportunity was deleted. */
  row: Opportunity | undefined;
}

/** The opportunities of all locations: the records, visible at once, and what searches see, which lags. */
export class OpportunityStore {
  private readonly table = new Table<Opportunity>(({ locationId }) => locationId);
  private readonly index = new Table<Opportunity>(({ locationId }) => locationId);
  private pending: Pending[] = [];
  private sequence = 0;
  /** The version of each opportunity that searches see, numbered in the order of writes. */
  private readonly seen = new Map<string, number>();

  constructor(private readonly clock: Clock, private readonly random: Random, private readonly indexLagMs: number) {}

  /** The current version of an opportunity, or undefined. */
  get(id: string): Opportunity | undefined {
    return this.table.get(id);
  }

  /** The current versions of all opportunities of a location. */
  in(locationId: string): Opportunity[] {
    return this.table.in(locationId);
  }

  /** Adds an opportunity without checks, and returns it. */
  insert(input: OpportunityInput, visibility: Visibility = {}): Opportunity {
    const createdAt = input.createdAt ?? this.clock.now();
    return this.put({
      id: this.random.id(), status: "open", followers: [], customFields: [],
      updatedAt: createdAt, lastStatusChangeAt: createdAt + STAMP_MS, lastStageChangeAt: createdAt + STAMP_MS, ...input, createdAt,
    }, visibility);
  }

  /**
   * Changes an opportunity, with `updatedAt` and, for a new stage or status, the time of that change.
   * @throws Error if there is no such opportunity
   */
  update(id: string, changes: Partial<Opportunity>, visibility: Visibility = {}): Opportunity {
    const former = this.table.get(id);
    if (!former) throw new Error(`The sandbox has no opportunity ${id} to change.`);
    const now = this.clock.now();
    const isOther = (field: "pipelineStageId" | "status") => changes[field] !== undefined && changes[field] !== former[field];
    return this.put({
      ...former,
      updatedAt: now,
      ...(isOther("pipelineStageId") && { lastStageChangeAt: now }),
      ...(isOther("status") && { lastStatusChangeAt: now }),
      ...changes,
    }, visibility);
  }

  /** Removes the opportunity; false if there was none. */
  delete(id: string): boolean {
    this.publish(id, undefined, {});
    return this.table.delete(id);
  }

  /** What searches of a location currently see; a version that arrives after a later one is dropped. */
  visible(locationId: string): Opportunity[] {
    const now = this.clock.now();
    for (const { id, row, sequence } of this.pending.filter(({ visibleAt }) => visibleAt <= now)) {
      if (sequence < (this.seen.get(id) ?? 0)) continue;
      this.seen.set(id, sequence);
      if (row) this.index.put(row);
      else this.index.delete(id);
    }
    this.pending = this.pending.filter(({ visibleAt }) => visibleAt > now);
    return this.index.in(locationId);
  }

  private put(row: Opportunity, visibility: Visibility): Opportunity {
    this.publish(row.id, row, visibility);
    return this.table.put(row);
  }

  private publish(id: string, row: Opportunity | undefined, { visibleAt = this.clock.now() + this.indexLagMs }: Visibility): void {
    this.pending.push({ visibleAt, sequence: ++this.sequence, id, row });
  }
}
