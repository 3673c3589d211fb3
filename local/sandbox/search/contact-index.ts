import type { Contact } from "../model.ts";
import { SortedView } from "./sorted-view.ts";
import type { SortKey } from "./sorted-view.ts";

interface Pending {
  visibleAt: number;
  sequence: number;
  id: string;
  /** Undefined: the contact was deleted. */
  contact: Contact | undefined;
}

/**
 * What searches of one location see: the latest visible version of each contact. HighLevel's own index lags writes by seconds;
 * `publish` sets when a change becomes visible.
 */
export class ContactIndex {
  private readonly visible = new Map<string, { contact: Contact | undefined; sequence: number }>();
  private readonly views = new Map<string, SortedView>();
  private pending: Pending[] = [];
  private nextDue = Infinity;
  private sequence = 0;

  /** Adds a new version of a contact (undefined: deleted), visible from `visibleAt` (ms) on. */
  publish(id: string, contact: Contact | undefined, visibleAt: number): void {
    this.pending.push({ visibleAt, sequence: ++this.sequence, id, contact });
    this.nextDue = Math.min(this.nextDue, visibleAt);
  }

  /** Applies all changes due by `now` (ms). Drops versions older than the visible one. */
  catchUp(now: number): void {
    if (now < this.nextDue) return;
    const due = this.pending.filter(({ visibleAt }) => visibleAt <= now).sort((a, b) => a.sequence - b.sequence);
    this.pending = this.pending.filter(({ visibleAt }) => visibleAt > now);
    this.nextDue = this.pending.reduce((earliest, { visibleAt }) => Math.min(earliest, visibleAt), Infinity);
    for (const { id, contact, sequence } of due) {
      const seen = this.visible.get(id);
      if (seen && seen.sequence > sequence) continue;
      this.visible.set(id, { contact, sequence });
      for (const view of this.views.values()) view.replace(seen?.contact, contact);
    }
  }

  /** The visible contacts. */
  all(): Contact[] {
    return [...this.visible.values()].flatMap(({ contact }) => contact ?? []);
  }

  /** The visible contacts in the order of a sort key; `name` identifies the key. */
  sortedBy(name: string, key: SortKey): SortedView {
    let view = this.views.get(name);
    if (!view) {
      view = new SortedView(key, this.all());
      this.views.set(name, view);
    }
    return view;
  }
}
