import { describe, expect, it } from "@jest/globals";
import { preview } from "../../local/cli/preview.ts";

describe("a preview", () => {
  it.each([[{ n: 0 }, '{"n":0}'], [null, "null"], ["x".repeat(300), `"${"x".repeat(236)}...`], [undefined, "undefined"]])("of a small value shows it whole: %j", (value, text) => {
    expect(preview(value)).toBe(text);
  });

  it("of a large record shows what tells it apart, in one short line, and leaves out what is empty", () => {
    const record = {
      phoneLabel: null, country: "US", customFields: Array.from({ length: 40 }, (_, id) => ({ id, value: "v" })), notes: "long ".repeat(60), dateOfBirth: 627696000000,
      locationId: "SandboxLocation00001", tags: [], dateAdded: "2026-10-07T16:39:06.430Z", type: "lead", email: "liam@example.com", phone: "", contactName: "liam mbeki", id: "gqgk4fiYs3YZshWDZryr",
      _event: { kind: "updated", changedFields: ["email"] },
    };
    const line = preview(record);
    expect(line.length).toBeLessThanOrEqual(240);
    expect(line).toMatch(/^\{"id":"gqgk4fiYs3YZshWDZryr","contactName":"liam mbeki","email":"liam@example.com","_event":\{"kind":"updated","changedFields":\["email"\]\},"type":"lead","dateAdded":"2026-10-07T16:39:06.430Z",.*\.\.\.\}$/);
    expect(line).not.toMatch(/customFields|phone|tags/);
  });
});
