/** What each operation advises when HighLevel refuses: only fields that its form has, and to empty only what is filled in. */
import { describe, expect, it } from "@jest/globals";
import nock from "../support/nock.ts";
import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { createSource, defineProps, runAction } from "../../hosts/runtime/index.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { LOCATION, TOKEN } from "./account.ts";
import { actionRows } from "./all-rows.ts";
import { sampled } from "../support/effort.ts";

type Fields = Record<string, unknown>;

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const COMPANY = "UAXssdawIWAWDqW2pL0Z";

const rows = Object.fromEntries(await actionRows());
const operations = await Promise.all(readCatalog(process.env).map(async ({ slug }) => {
  const { component } = await loadOperation(slug, process.env);
  return { slug, component, props: defineProps(component.props ?? {}) };
}));
/** Every field of any form that is called an ID. */
const ID_LABELS = [...new Set(operations.flatMap(({ props }) => [...props.values()].map(({ definition }) => String(definition.label))))].filter((label) => /\bIDs?$/.test(label));

/** Those whose advice depends on the operation and its form; test/api/http/errors.test.ts has the others. */
const REFUSALS: [status: number, message: string][] = [
  [403, "The token does not have access to this location."],
  [400, `Location with id ${LOCATION} not found`],
  [400, `Company with id ${COMPANY} not found`],
  [404, "Not found"],
];

/** The required fields: as the test row of an action has them, or something of the right type. */
function required({ slug, props }: (typeof operations)[number]): Fields {
  const row = rows[slug];
  if (row) return { ...row.required.props };
  const needed = [...props].filter(([, { definition }]) => definition.optional !== true && definition.type !== "app" && !String(definition.type).startsWith("$."));
  return Object.fromEntries(needed.map(([name, { definition }]) => {
    const [choice] = Array.isArray(definition.options) ? definition.options as (string | { value: unknown })[] : [];
    const value = name === "email" ? "maya@example.com" : choice === undefined ? "id1" : typeof choice === "object" ? choice.value : choice;
    return [name, definition.type === "string[]" ? [value] : value];
  }));
}

let refusal: [status: number, message: string] = [500, ""];

/** HighLevel refuses everything, in the words that are due. */
function refuseAll(): void {
  const scope = nock("https://services.leadconnectorhq.com").persist();
  for (const method of ["GET", "POST", "PUT", "DELETE"]) scope.intercept(/./, method).optionally().reply(() => [refusal[0], { statusCode: refusal[0], message: refusal[1] }]);
}

/** What a person is told then; nothing where the operation takes it for an answer. */
async function adviceOf(component: Component, props: Fields, auth: Fields, words: typeof refusal): Promise<string> {
  refusal = words;
  const doing = component.type === "source" ? createSource(component, { props, auth }).deploy() : runAction(component, { props, auth });
  return Promise.resolve(doing).then(() => "", (error: Error) => error.message);
}

const CONNECTED = { oauth_access_token: TOKEN, locationId: LOCATION, companyId: COMPANY };

describe.each(sampled(operations, 12).map((operation) => [operation.slug, operation] as const))("%s", (_, operation) => {
  const { component, props } = operation;
  const labels = [...props.values()].map(({ definition }) => String(definition.label));

  /** @throws where the advice is about a field that the form lacks, or that is empty */
  function check(text: string, form: Fields): void {
    const advice = text.replace(/^HighLevel says: .*?\. (?=[A-Z])/, "").replace(/ \([A-Z]+ \/.*$/, "");
    expect(ID_LABELS.filter((label) => advice.includes(label) && !labels.some((own) => own.includes(label)))).toEqual([]);
    if (/Sub-Account/.test(advice)) expect(form.locationId).toBeTruthy();
    if (/Agency/.test(advice)) expect(form.companyId).toBeTruthy();
    if (/[Ll]eave it empty|[Ee]mpty it/.test(advice)) expect(form.locationId).toBeTruthy();
    const ids = Object.keys(form).filter((name) => /(Ids?|^contacts|^key|^userIds|^followers)$/.test(name) && !/^(location|company)Id$/.test(name));
    if (/\b[Ii]ds?\b/.test(advice)) expect(ids).not.toEqual([]);
  }

  it("with the sub-account that is connected", async () => {
    refuseAll();
    const form = required(operation);
    delete form.locationId;
    if (props.get("companyId")?.definition.optional) delete form.companyId;
    const texts: string[] = [];
    for (const words of REFUSALS) texts.push(await adviceOf(component, form, CONNECTED, words));
    for (const text of texts) check(text, form);
    expect(texts.filter(Boolean).length).toBeGreaterThan(2);
  });

  if (!props.has("locationId")) return;
  it("with a sub-account of the form's", async () => {
    refuseAll();
    const form = { ...required(operation), locationId: OTHER_LOCATION };
    for (const words of REFUSALS.slice(0, 2)) check(await adviceOf(component, form, CONNECTED, words), form);
    expect(await adviceOf(component, form, { oauth_access_token: TOKEN }, REFUSALS[0]!)).not.toMatch(/leave it empty/i);
  });
});
