/** Records by id, and by group (a location, a contact), in the order they were added. */
export class Table<T extends { id: string }> {
  private readonly rows = new Map<string, T>();
  private readonly groups = new Map<string, Map<string, T>>();

  /** @param groupOf returns the group of a record, which must not change */
  constructor(private readonly groupOf: (row: T) => string) {}

  get size(): number {
    return this.rows.size;
  }

  /** The record, or undefined. */
  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** All records of a group. */
  in(group: string): T[] {
    return [...(this.groups.get(group)?.values() ?? [])];
  }

  /** The records of all groups. */
  all(): T[] {
    return [...this.rows.values()];
  }

  /** How many records a group has. */
  count(group: string): number {
    return this.groups.get(group)?.size ?? 0;
  }

  /** Adds the record or replaces the one with its id, and returns it. */
  put(row: T): T {
    this.rows.set(row.id, row);
    const group = this.groupOf(row);
    const members = this.groups.get(group);
    if (members) members.set(row.id, row);
    else this.groups.set(group, new Map([[row.id, row]]));
    return row;
  }

  /** Changes some properties of an existing record, and returns the new version. */
  change(row: T, changes: Partial<T>): T {
    return this.put({ ...row, ...changes });
  }

  /** Removes the record; false if there was none. */
  delete(id: string): boolean {
    const row = this.rows.get(id);
    if (!row) return false;
    this.groups.get(this.groupOf(row))?.delete(id);
    return this.rows.delete(id);
  }
}
