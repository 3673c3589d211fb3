/** What a trigger's events read like in the form. */
import { expect, it } from "@jest/globals";

const { eventKinds, recordKinds } = await import("../../common/polling/event-types.ts");

const sentences = ({ options }: ReturnType<typeof eventKinds>) => options.map(({ label }) => label);

it.each<[string, string[], string[]]>([
  ["contact", ["created", "updated", "status changed"], ["A contact is created", "A contact is updated", "A contact changes its status"]],
  ["appointment", ["rescheduled", "cancelled"], ["An appointment is rescheduled", "An appointment is cancelled"]],
  ["user", ["found", "changed", "gone"], ["A user is found", "Another user is found instead", "The user is no longer found"]],
  ["URL slug", ["taken", "free"], ["A URL slug is taken", "A URL slug is free"]],
  ["email", ["deleted"], ["An email is deleted"]],
])("of a kind of record (%s)", (noun, kinds, said) => {
  const events = eventKinds({ noun }, kinds);
  expect(sentences(events)).toEqual(said);
  expect(events.options.map(({ value }) => value)).toEqual(kinds);
});

it("of one record", () => {
  expect(sentences(recordKinds({ noun: "opportunity" }))).toEqual(["The opportunity is updated", "The opportunity is deleted", "The opportunity is restored"]);
});

it("in the trigger's own words", () => {
  expect(sentences(eventKinds({ noun: "contact" }, ["created", "updated"], { says: { created: "A contact joins the company" } }))).toEqual(["A contact joins the company", "A contact is updated"]);
});

it("with what counts where none is chosen", () => {
  const kinds = ["created", "updated", "deleted"];
  expect(eventKinds({ noun: "note" }, kinds)).toMatchObject({ default: kinds, description: "The events to emit. Leave it empty for all of them" });
  expect(eventKinds({ noun: "note" }, kinds, { preset: ["created", "updated"] })).toMatchObject({
    default: ["created", "updated"], description: "The events to emit. Leave it empty for: created, updated",
  });
});
