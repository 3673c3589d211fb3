import { describe, expect, it } from "@jest/globals";
import { checkProps, fixedOptions, resolveOptions } from "../../../hosts/runtime/index.ts";
import type { ComponentFunction, PropDefinition } from "../../../hosts/runtime/index.ts";
import { AUTH, failure, fixture, quiet } from "./support.ts";

describe("without an account", () => {
  it("reads fixed choices, leaves others to the account, and refuses what has none", async () => {
    const component = await fixture("create-card.mjs");
    const fixed = { ...component, props: { ...component.props, color: { type: "string", options: ["red"] }, free: { type: "string" } } };
    expect(fixedOptions(fixed, "color")).toEqual({ options: [{ label: "red", value: "red" }] });
    expect(fixedOptions(fixed, "boardId")).toBeUndefined();
    expect(() => fixedOptions(fixed, "free")).toThrow('"free" has no options');
    expect(() => fixedOptions(fixed, "colr")).toThrow('There is no field "colr". Did you mean color?');
    expect(fixedOptions(await fixture("sheet-row.mjs"), "col_age")).toBeUndefined(); // additionalProps may add it
  });

  it("checks a form, except where the component's own code makes its fields, or a default needs the account", async () => {
    const component = { type: "action" as const, props: { name: { type: "string", label: "Name" } } };
    await expect(checkProps(component, { name: "x" })).resolves.toBeUndefined();
    await expect(checkProps(component, { nam: "x" })).rejects.toMatchObject({ name: "PropError", problems: ["Name (name) is required.", 'There is no field "nam". Did you mean name?'] });
    await expect(checkProps(await fixture("sheet-row.mjs"), { x: 1 })).resolves.toBeUndefined();
    const asks = { ...component, props: { name: { type: "string", default: () => { throw new Error("no account"); } } } };
    await expect(checkProps(asks, {})).resolves.toBeUndefined();
  });
});

describe("resolveOptions", () => {
  const base = { ...quiet, auth: AUTH };

  it("calls an inherited options() with the app as this, page and query, and pages by context", async () => {
    const component = await fixture("create-card.mjs");
    const first = await resolveOptions(component, "boardId", { ...base, query: "a" });
    expect(first).toEqual({
      options: [{ label: "alpha", value: "alpha-0-first" }, { label: "beta", value: "beta-0-first" }, { label: "gamma", value: "gamma-0-first" }],
      context: { token: "t2" },
    });
    const second = await resolveOptions(component, "boardId", { ...base, page: 1, prevContext: first.context, query: "bet" });
    expect(second.options).toEqual([{ label: "beta", value: "beta-1-t2" }]);
  });

  it("hands it what the propDefinition's function makes of the values so far", async () => {
    const { options } = await resolveOptions(await fixture("create-card.mjs"), "listIds", { ...base, configured: { boardId: "b1" } });
    expect(options.map(({ value }) => value)).toEqual(["L:b1/1", "L:b1/2"]);
  });

  it("calls the component's own options() with the component as this", async () => {
    const { options } = await resolveOptions(await fixture("create-card.mjs"), "own", { ...base, page: 2, configured: { boardId: "b1" } });
    expect(options).toEqual([{ label: "b1:2!", value: "b1:2!" }]);
  });

  it("calls them with the app as this where the rest is inherited, so that they can call the app's", async () => {
    const component = await fixture("create-card.mjs");
    const { boardId } = component.props as Record<string, PropDefinition>;
    const [crm] = boardId?.propDefinition ?? [];
    const inherited = crm?.propDefinitions?.boardId?.options as ComponentFunction;
    const options = function (this: unknown, args: object) {
      return inherited.call(this, { ...args, query: "alp" }); // as the platform's worksheetId does
    };
    const own = { ...component, props: { ...component.props, boardId: { ...boardId, options } } };
    expect((await resolveOptions(own, "boardId", base)).options).toEqual([{ label: "alpha", value: "alpha-0-first" }]);
  });

  it("offers the choices of a field although additionalProps fails, but says so for one that it might add", async () => {
    const component = await fixture("sheet-row.mjs");
    const broken = { ...component, props: { ...component.props, color: { type: "string", options: ["red"] } } };
    expect((await resolveOptions(broken, "color", { ...base, configured: { sheet: "broken" } })).options).toEqual([{ label: "red", value: "red" }]);
    expect((await failure(resolveOptions(broken, "col_age", { ...base, configured: { sheet: "broken" } }))).message).toBe("no sheet for [$auth.api_key]");
  });

  it("normalises primitives and values without a label, and reads fixed lists", async () => {
    const component = await fixture("create-card.mjs");
    expect((await resolveOptions(component, "recordId", base)).options).toEqual([
      { label: "7", value: 7 }, { label: "true", value: true }, { label: "x", value: "x" }, { label: "3", value: 3 }, { label: "Four", value: 4 },
    ]);
    expect((await resolveOptions(component, "color", base)).options).toEqual([{ label: "red", value: "red" }, { label: "green", value: "green" }]);
  });

  it("knows the props that additionalProps adds", async () => {
    const { options } = await resolveOptions(await fixture("sheet-row.mjs"), "col_age", { ...base, configured: { sheet: "people" } });
    expect(options.map(({ value }) => value)).toEqual(["people", "age"]);
  });

  it("says what cannot be offered", async () => {
    const component = await fixture("create-card.mjs");
    expect((await failure(resolveOptions(component, "title", base))).message).toBe('"title" has no options to choose from; type a value.');
    expect((await failure(resolveOptions(component, "boardID", base))).message).toBe('There is no field "boardID". Did you mean boardId (Board)?');
    const odd = { ...component, props: { odd: { type: "string", options: () => ({ options: "abc" }) } } };
    expect((await failure(resolveOptions(odd, "odd", base))).message).toContain("returned string, neither a list nor");
    const failing = { ...component, props: { odd: { type: "string", options: () => Promise.reject(new RangeError(`no ${AUTH.api_key}`)) } } };
    expect(await failure(resolveOptions(failing, "odd", base))).toMatchObject({ name: "RangeError", message: "no [$auth.api_key]" });
  });
});
