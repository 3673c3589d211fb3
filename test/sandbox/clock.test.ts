import { describe, expect, it } from "@jest/globals";
import { readMs } from "../../local/sandbox/clock.ts";

describe("a time that a request names", () => {
  // That the machine's own zone does not count shows under `npm run moments`, which sets other ones.
  it.each([
    ["2026-03-08T02:30", "2026-03-08T02:30:00Z"],
    ["2026-03-08 02:30:15.5", "2026-03-08T02:30:15.500Z"],
    ["2026-03-08", "2026-03-08T00:00:00Z"],
    ["2026-03-08T02:30:00-05:00", "2026-03-08T07:30:00Z"],
    ["2026-03-08T02:30:00.000Z", "2026-03-08T02:30:00Z"],
  ])("is in UTC where it has no zone: %s", (text, utc) => {
    expect(readMs(text)).toBe(Date.parse(utc));
  });

  it("may be none", () => {
    expect(readMs("soon")).toBeNaN();
  });
});
