import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Contact } from "../../local/sandbox/index.ts";
import { ContactIndex } from "../../local/sandbox/search/contact-index.ts";
import { search } from "../../local/sandbox/search/engine.ts";
import { searchField } from "../../local/sandbox/search/fields.ts";

const contact = (id: string, dateUpdated: number, source: string | undefined): Contact => ({
  id, source, dateUpdated, dateAdded: dateUpdated, locationId: "l", type: "lead", country: "US", dnd: false, tags: [], followers: [], customFields: [], additionalEmails: [], campaigns: [], workflows: [],
});
const lookup = (name: string) => searchField(name, () => undefined);

const change = fc.record({ id: fc.integer({ min: 0, max: 150 }).map(String), time: fc.integer({ min: 0, max: 12 }), source: fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined }), gone: fc.boolean() });

describe("the kept order of contacts", () => {
  // Batches of up to 200 changes to 150 contacts take both ways of folding them in: one by one, and all at once.
  it("is what sorting everything anew would give, after any changes, from any cursor", () => {
    fc.assert(fc.property(
      fc.array(fc.array(change, { maxLength: 200, size: "max" }), { maxLength: 4 }), fc.constantFrom("dateUpdated", "source"), fc.constantFrom("asc" as const, "desc" as const),
      fc.option(fc.record({ gte: fc.integer({ min: 0, max: 12 }), lt: fc.integer({ min: 0, max: 12 }) }), { nil: undefined }), fc.integer({ min: 1, max: 9 }),
      (batches, field, direction, range, pageLimit) => {
        const index = new ContactIndex();
        const known = new Map<string, Contact>();
        const request = { pageLimit, sort: [{ field, direction }], filters: range ? [{ field: "dateUpdated", operator: "range", value: range }] : [] };
        for (const batch of [[], ...batches]) {
          for (const { id, time, source, gone } of batch) {
            if (gone) known.delete(id);
            else known.set(id, contact(id, time, source));
            index.publish(id, known.get(id), 0);
          }
          index.catchUp(0);
          const key = field === "source" ? "source" : "dateUpdated";
          const expected = [...known.values()].filter(({ dateUpdated }) => !range || (dateUpdated >= range.gte && dateUpdated < range.lt)).sort((a, b) => naive(a, b, key, direction)).map(({ id }) => id);
          const found: string[] = [];
          for (let searchAfter: unknown[] | undefined; ;) {
            const { hits, total } = search(index, { ...request, searchAfter }, lookup);
            expect(total).toBe(expected.length);
            found.push(...hits.map((hit) => hit.contact.id));
            searchAfter = hits.at(-1)?.searchAfter;
            if (!searchAfter) break;
          }
          expect(found).toEqual(expected);
        }
      },
    ));
  });
});

function naive(a: Contact, b: Contact, key: "source" | "dateUpdated", direction: "asc" | "desc"): number {
  const [x, y] = [a[key], b[key]];
  const sign = direction === "asc" ? 1 : -1;
  if (x === undefined && y !== undefined) return 1;
  if (y === undefined && x !== undefined) return -1;
  if (x !== undefined && y !== undefined && x !== y) return x < y ? -sign : sign;
  return a.id < b.id ? -sign : sign;
}
