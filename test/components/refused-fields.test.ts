/** A refusal of HighLevel names the field as the form does, not as the API does. */
import chunk from "lodash/chunk.js";
import { expect, it } from "@jest/globals";
import { loadOperation } from "../../local/cli/catalog.ts";
import { defineProps } from "../../hosts/runtime/index.ts";
import { sampled } from "../support/effort.ts";
import { actionRows } from "./all-rows.ts";
import { mock, failureOf } from "./harness.ts";
import type { Case } from "./row.ts";

type Fields = Record<string, unknown>;

/** Made of ten fields and more, or set by the paging. */
const WITHOUT_FIELD = ["customFields", "pageLimit", "limit"];

const bodyOf = (body: unknown): Fields => ([body].flat()[0] ?? {}) as Fields; // every body is an object, or a list of them

const rows = (await actionRows()).flatMap(([slug, { all }]): [string, Case, number][] => {
  const at = all.requests.findIndex(({ method, body }) => method !== "GET" && Object.keys(bodyOf(body)).length > 0);
  return at < 0 ? [] : [[slug, all, at]];
});

it.each(sampled(rows, 8))("%s", async (slug, { props, requests }, at) => {
  const { component } = await loadOperation(slug, process.env);
  const labels = [...defineProps(component.props ?? {}).values()].map(({ definition }) => String(definition.label));
  const call = requests[at]!; // found above
  const names = Object.keys(bodyOf(call.body)).filter((name) => !WITHOUT_FIELD.includes(name));
  for (const some of chunk(names, 20)) {
    mock([...requests.slice(0, at), { ...call, status: 422, reply: { message: some.map((name) => `${name} must be a string`) } }]);
    const { message } = await failureOf(slug, props);
    const said = /^.*?HighLevel says: (.*?)\. Correct/.exec(message)?.[1]?.split("; ") ?? [message];
    expect(said.filter((text) => !labels.some((label) => text === `${label} must be a string`))).toEqual([]);
  }
});
