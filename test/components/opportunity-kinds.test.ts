/** What a change of an opportunity is told as, from the times that it carries. */
import { describe, expect, it } from "@jest/globals";
import { opportunityKind } from "../../common/resources/opportunities.ts";

const AT = Date.parse("2026-01-15T09:28:41.423Z");
const ALL = new Set(["created", "updated", "stage changed", "status changed"]);
/** Times in ms behind AT: of the present version, and of the last change of the status. */
const kindOf = (version: number, status: number, wanted: ReadonlySet<string> = ALL) => {
  const iso = (ms: number) => new Date(AT + ms).toISOString();
  return opportunityKind({ id: "o1", createdAt: iso(0), updatedAt: iso(version), lastStatusChangeAt: iso(status), lastStageChangeAt: iso(0) }, "updated", AT, wanted);
};

describe("an opportunity that was seen as it was created", () => {
  it("and is renamed, is updated, though its status is a few ms younger than its creation, as live ones are", () => {
    expect(kindOf(60_000, 1)).toBe("updated");
    expect(kindOf(60_000, 50)).toBe("updated");
    expect(kindOf(60_000, 1, new Set(["status changed"]))).toBe("updated");
  });

  it("and is won, has another status, also a moment later, and also where its status is a little younger than that version", () => {
    expect(kindOf(60_000, 60_000)).toBe("status changed");
    expect(kindOf(60_000, 60_001)).toBe("status changed");
    expect(kindOf(90_000, 60_000)).toBe("status changed");
    expect(kindOf(5, 5)).toBe("status changed");
  });
});
