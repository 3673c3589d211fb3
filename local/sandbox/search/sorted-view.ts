import type { Contact } from "../model.ts";

export type SortValue = string | number;
export type SortKey = (contact: Contact) => SortValue | undefined;

/** With more changes than this, one pass over the view is cheaper than moving its tail for each change. */
const MERGE_FROM = 64;

/**
 * Contacts in ascending order of one sort key, ties by id; contacts without a value are kept separately, by id. Changes are
 * collected and merged on the next read, so that 200,000 contacts are sorted once, not for each search.
 */
export class SortedView {
  private present: Contact[] = [];
  private absent: Contact[] = [];
  private removed = new Set<Contact>();
  private added = new Set<Contact>();

  constructor(private readonly key: SortKey, contacts: Iterable<Contact>) {
    this.added = new Set(contacts);
  }

  /** Records that a new version of a contact (if any) replaces the former one (if any). */
  replace(former: Contact | undefined, current: Contact | undefined): void {
    if (former && !this.added.delete(former)) this.removed.add(former);
    if (current) this.added.add(current);
  }

  /** The contacts with a value, in ascending order. Read-only. */
  withValue(): readonly Contact[] {
    this.fold();
    return this.present;
  }

  /** The contacts without a value, by id. Read-only. */
  withoutValue(): readonly Contact[] {
    this.fold();
    return this.absent;
  }

  private fold(): void {
    if (this.removed.size === 0 && this.added.size === 0) return;
    if (this.removed.size + this.added.size < MERGE_FROM) this.foldOneByOne();
    else this.foldAtOnce();
    this.removed.clear();
    this.added.clear();
  }

  private foldOneByOne(): void {
    const at = (contact: Contact): [Contact[], number] => {
      const list = this.key(contact) === undefined ? this.absent : this.present;
      return [list, this.position(list, contact)];
    };
    for (const contact of this.removed) {
      const [list, position] = at(contact);
      list.splice(position, 1);
    }
    for (const contact of this.added) {
      const [list, position] = at(contact);
      list.splice(position, 0, contact);
    }
  }

  private foldAtOnce(): void {
    const added = [...this.added].sort(this.compare);
    const kept = (list: Contact[]) => (this.removed.size === 0 ? list : list.filter((contact) => !this.removed.has(contact)));
    const hasValue = (contact: Contact) => this.key(contact) !== undefined;
    this.present = this.merge(kept(this.present), added.filter(hasValue));
    this.absent = this.merge(kept(this.absent), added.filter((contact) => !hasValue(contact)));
  }

  /** Merges two sorted lists; everything before the first new contact stays as it is. */
  private merge(left: Contact[], right: Contact[]): Contact[] {
    const [first] = right;
    if (!first) return left;
    const start = this.position(left, first);
    const merged = left.slice(0, start);
    let next = 0;
    for (const contact of left.slice(start)) {
      for (let other = right[next]; other && this.compare(other, contact) < 0; other = right[++next]) merged.push(other);
      merged.push(contact);
    }
    return merged.concat(right.slice(next));
  }

  private position(list: Contact[], contact: Contact): number {
    return lowerBound(list.length, (position) => this.compare(list[position] as Contact, contact) < 0); // inside the list
  }

  private readonly compare = (a: Contact, b: Contact): number => compareValues(this.key(a), this.key(b)) || compareValues(a.id, b.id);
}

/** Orders two sort values; undefined equals only itself and comes last. */
export function compareValues(a: SortValue | undefined, b: SortValue | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Binary search: the first of `size` positions that is not `before` the wanted place. */
export function lowerBound(size: number, before: (position: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
