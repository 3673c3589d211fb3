/** The `filters` of a search's body, undefined where there are none. HighLevel refuses flat filters beside groups, so all are in one group. */
export const inOneGroup = (filters: unknown[]): object[] | undefined => (filters.length > 0 ? [{ group: "AND", filters }] : undefined);
