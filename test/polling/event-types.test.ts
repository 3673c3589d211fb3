/** What a trigger's events read like in the form. */
import { expect, it } from "@jest/globals";

const { eventTypesOf, recordEventTypes } = await import("../../common/polling/event-types.ts");

const sentences = ({ options }: ReturnType<typeof eventTypesOf>) => options.map(({ label }) => label);

it.each<[string, string[], string[]]>([
  ["contact", ["created", "updated", "status changed"], ["A contact is created", "A contact is updated", "A contact changes its status"]],
  ["appointment", ["rescheduled", "cancelled"], ["An appointment is rescheduled", "An appointment is cancelled"]],
  ["user", ["found", "changed", "gone"], ["A user is found", "Another user is found instead", "The user is no longer found"]],
  ["URL slug", ["taken", "free"], ["A URL slug is taken", "A URL slug is free"]],
  ["email", ["deleted"], ["An email is deleted"]],
])("of a kind of record (%s)", (noun, eventTypes, said) => {
  const events = eventTypesOf({ noun }, eventTypes);
  expect(sentences(events)).toEqual(said);
  expect(events.options.map(({ value }) => value)).toEqual(eventTypes);
});

it("of one record", () => {
  expect(sentences(recordEventTypes({ noun: "opportunity" }))).toEqual(["The opportunity is updated", "The opportunity is deleted", "The opportunity is restored"]);
});

it("in the trigger's own words", () => {
  expect(sentences(eventTypesOf({ noun: "contact" }, ["created", "updated"], { says: { created: "A contact joins the company" } }))).toEqual(["A contact joins the company", "A contact is updated"]);
});

it("with what counts where none is chosen", () => {
  const eventTypes = ["created", "updated", "deleted"];
  expect(eventTypesOf({ noun: "note" }, eventTypes)).toMatchObject({ default: eventTypes, description: "The events to emit. Leave it empty for all of them" });
  expect(eventTypesOf({ noun: "note" }, eventTypes, { preset: ["created", "updated"] })).toMatchObject({
    default: ["created", "updated"], description: "The events to emit. Leave it empty for: created, updated",
  });
});
