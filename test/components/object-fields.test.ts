/** Fields of rows are objects where the form is used; a workflow's expression can fill them with anything. */
import { expect, it } from "@jest/globals";
import { objectField } from "../../common/input/checks.ts";

it.each<[unknown, unknown]>([[undefined, {}], ["", {}], [{ a: 1 }, { a: 1 }], ["{\"a\":\"00123\"}", { a: "00123" }]])("%j is %j", (value, fields) => {
  expect(objectField(value, "More Custom Fields")).toEqual(fields);
});

it.each(["text", "[1]", "{broken", 5, [1]])("%j is refused", (value) => {
  expect(() => objectField(value, "More Custom Fields")).toThrow("More Custom Fields: this is not a JSON object. Write it like { \"name\": \"value\" }.");
});
