/** Each rule of each form, broken in every way it can be: nothing is sent, and the error names the fields and the reason. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readManifest } from "../../local/cli/catalog.ts";
import { createSource, defineProps, optionOf, runAction } from "../../hosts/runtime/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { checkRules } from "../../common/input/rules.ts";
import type { Condition, Rule } from "../../common/input/rules.ts";
import { LOCATION, TOKEN } from "./account.ts";
import { actionRows } from "./all-rows.ts";
import "../support/nock.ts";

type Form = Record<string, unknown>;

const auth = { oauth_access_token: TOKEN, locationId: LOCATION };
const rows = Object.fromEntries(await actionRows());

interface Subject { slug: string; component: Component; rules: Rule[] }

const subjects: Subject[] = [];
for (const { slug, rules } of readManifest(process.env).operations) {
  if (rules) subjects.push({ slug, component: (await loadOperation(slug, process.env)).component, rules });
}

/** A value for a field: what the row fills in, else one that its kind takes. */
function valueOf({ slug, component }: Subject, field: string): unknown {
  const { type, options } = defineProps(component.props ?? {}).get(field)!.definition; // rules name fields of the form, see below
  const choice = Array.isArray(options) ? optionOf(options[0]).value : undefined;
  const text = choice ?? (/email/i.test(field) ? "maya.ellison@example.com" : /phone/i.test(field) ? "+12025550143" : "id1");
  const made = type === "boolean" ? true : type === "integer" ? 1 : type?.endsWith("[]") ? [text] : text;
  return rows[slug]?.all.props[field] || made;
}

/** A value with which a condition holds. */
function fulfilling(subject: Subject, { field, is, isNot }: Condition): unknown {
  if (is) return is[0];
  if (!isNot) return valueOf(subject, field);
  const { options } = defineProps(subject.component.props ?? {}).get(field)!.definition;
  return Array.isArray(options) ? options.map((option) => optionOf(option).value).find((value) => !isNot.includes(value as string)) : undefined;
}

/** The fields that are filled in where a rule is broken: each way once. */
const BREAKING: Record<Rule["filled"], (fields: string[]) => string[][]> = {
  "any": () => [[]],
  "one": (fields) => [[], fields],
  "at most one": (fields) => [fields],
  "all or none": (fields) => fields.map((field) => [field]),
  "none": (fields) => [fields],
};

const cases = subjects.flatMap((subject) => subject.rules.flatMap((rule) => BREAKING[rule.filled](rule.fields).map((filled) => {
  const others = subject.rules.flatMap(({ fields, filled: many, when }) => (when === undefined && (many === "any" || many === "one") ? fields.slice(0, 1) : []));
  const form: Form = {
    ...Object.fromEntries(others.map((field) => [field, valueOf(subject, field)])),
    ...rows[subject.slug]?.required.props,
    ...Object.fromEntries((rule.when ?? []).map((condition) => [condition.field, fulfilling(subject, condition)])),
    ...Object.fromEntries(rule.fields.map((field) => [field, filled.includes(field) ? valueOf(subject, field) : undefined])),
  };
  return [`${subject.slug}: ${rule.filled} of ${rule.fields.join(", ")}, with ${filled.join(", ") || "none"}`, subject, rule, form] as const;
})));

it.each(cases)("%s", async (_, { component }, rule, form) => {
  const doing = component.type === "source" ? createSource(component, { props: form, auth }).deploy() : runAction(component, { props: form, auth, onLog: () => undefined });
  const error = await Promise.resolve(doing).then(() => undefined, (reason: Error) => reason);
  expect(error).toMatchObject({ name: "ConfigurationError", message: expect.stringContaining(rule.why) });
  const labels = [...defineProps(component.props ?? {})].filter(([name]) => rule.fields.includes(name)).map(([, { definition: { label } }]) => String(label));
  if (labels.length <= 5) expect(labels.filter((label) => !error?.message.includes(label))).toEqual([]);
});

it("rules name fields of the form they belong to, and give their reason in sentences", () => {
  const named = subjects.flatMap(({ slug, component, rules }) => rules.flatMap(({ fields, when = [] }) => (
    [...fields, ...when.map(({ field }) => field)].filter((field) => !(field in (component.props ?? {}))).map((field) => `${slug}: ${field}`)
  )));
  expect(named).toEqual([]);
  expect(subjects.flatMap(({ rules }) => rules.map(({ why }) => why)).filter((why) => !/^[A-Z].*\.$/.test(why))).toEqual([]);
});

describe("a rule", () => {
  const [a, b] = ["a", "b"];
  const says = (rule: Partial<Rule>, props: Form): string | undefined => {
    try {
      checkRules([{ fields: [a, b], filled: "any", why: "Why.", ...rule }], props);
      return undefined;
    } catch (error) {
      return (error as Error).message; // a ConfigurationError
    }
  };

  it.each<[filled: Rule["filled"], props: Form, says: string | undefined]>([
    ["any", {}, "Fill in A or B. Why."],
    ["any", { a: " ", b: [" ", ""] }, "Fill in A or B. Why."],
    ["any", { a: false, b: {} }, "Fill in A or B. Why."],
    ["any", { a: 0 }, undefined],
    ["any", { a: "x", b: "y" }, undefined],
    ["one", {}, "Fill in A or B. Why."],
    ["one", { b: "y" }, undefined],
    ["one", { a: true, b: ["y"] }, "Fill in only one of A and B. Why."],
    ["at most one", {}, undefined],
    ["at most one", { a: "x", b: "y" }, "Fill in only one of A and B. Why."],
    ["all or none", {}, undefined],
    ["all or none", { a: "x" }, "Fill in B too, or clear A. Why."],
    ["all or none", { a: "x", b: "y" }, undefined],
    ["none", { b: "y" }, "Clear B. Why."],
    ["none", { a: null, b: "" }, undefined],
  ])("%s of two: %j", (filled, props, message) => {
    expect(says({ filled }, props)).toBe(message);
  });

  it.each<[when: Condition, c: unknown, applies: boolean]>([
    [{ field: "c" }, "x", true],
    [{ field: "c" }, undefined, false],
    [{ field: "c", is: ["x", "y"] }, "y", true],
    [{ field: "c", is: ["x"] }, undefined, false],
    [{ field: "c", isNot: ["x"] }, undefined, true],
    [{ field: "c", isNot: ["x"] }, "x", false],
    [{ field: "c", isNot: [true] }, false, true],
  ])("when %j and c is %j", (condition, c, applies) => {
    expect(says({ when: [condition] }, { c }) !== undefined).toBe(applies);
  });

  it("of many fields lists none of them", () => {
    expect(says({ fields: [..."abcdef"] }, {})).toBe("Fill in at least one field. Why.");
  });
});
