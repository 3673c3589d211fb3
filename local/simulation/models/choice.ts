/** Chooses what changes: by any number; after a crash, what was emitted last before it, so that it changes before it is emitted again. */
export class Choice {
  private favoured: string[] = [];

  /** @param ids the last at the end */
  prefer = (ids: string[]): void => {
    this.favoured = ids;
  };

  of<R extends { id: string }>(rows: R[], pick: number): R | undefined {
    const last = this.favoured.findLast((id) => rows.some((row) => row.id === id));
    return last === undefined ? rows[pick % Math.max(1, rows.length)] : rows.find(({ id }) => id === last);
  }
}
