import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { dedupeKey, fingerprint } from "../../common/core/fingerprint.ts";

describe("a fingerprint", () => {
  it("is the same for the same record, whatever the order of its fields", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      expect(fingerprint(turned, 27)).toBe(fingerprint(record, 27));
      expect(fingerprint(JSON.parse(JSON.stringify(record)), 27)).toBe(fingerprint(record, 27));
    }), { seed: 12, numRuns: 100 });
  });

  it.each([undefined, null])("takes a field that is %p for one that is missing", (nothing) => {
    expect(fingerprint({ a: 1, b: nothing }, 27)).toBe(fingerprint({ a: 1 }, 27));
  });

  it.each([
    [{ a: 1 }, { a: "1" }],
    [{ a: null }, { a: false }],
    [{ a: "" }, {}],
    [{ a: [null] }, { a: [] }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: { b: 1 } }, { a: { c: 1 } }],
    [["ab"], ["a", "b"]],
    [{ "a\":1,\"b": 2 }, { a: 1, b: 2 }],
    ["", " "],
  ])("tells %p from %p", (one, other) => expect(fingerprint(one, 27)).not.toBe(fingerprint(other, 27)));

  it.each([1, 5, 27])("has %d characters that are safe in JSON and in lists", (length) => {
    expect(fingerprint({ a: 1 }, length)).toMatch(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));
  });
});

describe("an event id", () => {
  it("is readable where it is short, and the same for the same parts", () => {
    expect(dedupeKey("c1", 1_767_000_000_000)).toBe("c1:1767000000000");
    expect(dedupeKey("c1")).toBe("c1");
  });

  it("never has more than 64 characters, and never one that only differs behind the 64th", () => {
    const long = "x".repeat(64);
    expect(dedupeKey(long)).toBe(long);
    expect(dedupeKey(long, 1).length).toBeLessThanOrEqual(64);
    expect(dedupeKey(long, 1)).not.toBe(dedupeKey(long, 2));
    expect(dedupeKey(long, 1)).toBe(dedupeKey(long, 1));
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.integer()), { minLength: 1, maxLength: 5 }), (parts) => {
      expect(dedupeKey(...parts).length).toBeLessThanOrEqual(64);
    }), { seed: 13, numRuns: 100 });
  });
});
