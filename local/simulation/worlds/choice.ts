/** Chooses what a change is of: by any number, and first among what was told last before a crash, so that it changes before it is told again. */
export class Choice {
  private favoured = new Set<string>();

  favour = (ids: string[]): void => {
    this.favoured = new Set(ids);
  };

  of<R extends { id: string }>(rows: R[], pick: number): R | undefined {
    const first = rows.filter(({ id }) => this.favoured.has(id));
    const all = first.length > 0 ? first : rows;
    return all[pick % Math.max(1, all.length)];
  }
}
