/** What people read of every component: names, descriptions, labels, sample event. */
import { describe, expect, it } from "@jest/globals";
import { loadOperation, readManifest } from "../../local/cli/catalog.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { withEndpoints } from "../../hosts/manifest/read.ts";
import type { WithEndpoints } from "../../hosts/manifest/read.ts";
import { UNWRITTEN } from "../../local/tools/scaffold/index.ts";
import { metadataProblems } from "./metadata.ts";

type Fields = Record<string, unknown>;

const operations = withEndpoints(readManifest(process.env));

describe("every component", () => {
  it.each(operations)("$slug", async (operation) => {
    const { component } = await loadOperation(operation.slug, process.env);
    expect(metadataProblems(component, operation)).toEqual([]);
  });
});

describe("the check itself", () => {
  const row = operations.find(({ slug }) => slug === "get-contact-tasks")!;
  const action = operations.find(({ slug }) => slug === "create-contact-task")!;
  const good = async ({ slug }: WithEndpoints) => (await loadOperation(slug, process.env)).component;

  it.each<[string, WithEndpoints, Fields, RegExp]>([
    ["no link", row, { description: "Emit new event when a task appears" }, /link to the documentation/],
    ["a description that begins otherwise", row, { description: "New tasks. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-tasks)" }, /Emit new event when/],
    ["a description that nobody has written yet", action, { description: `${UNWRITTEN}. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/create-task)` }, /still the scaffold's/],
    ["no sample event", row, { sampleEmit: undefined }, /no sample event/],
    ["another dedupe strategy", row, { dedupe: "greatest" }, /dedupe/],
    ["a version macro", row, { version: "0.0.{{ts}}" }, /version/],
    ["wrong annotations", action, { annotations: { readOnlyHint: true, destructiveHint: true, openWorldHint: false } }, /openWorldHint.*readOnlyHint.*destructiveHint/s],
    ["a prop without label", action, { props: { app: { type: "app" }, title: { type: "string", description: "What has to be done" } } }, /no label/],
    ["a prop that shapes the query unnoticed", row, { props: { app: { type: "app" }, contactId: { type: "string", label: "Contact", description: "The contact" }, query: { type: "string", label: "Search", description: "Search text" } } }, /query is not in resetOn/],
    ["a form that begins with the sub-account", action, { props: { app: { type: "app" }, locationId: { type: "string", label: "Sub-Account", description: "The sub-account", optional: true }, title: { type: "string", label: "Title", description: "What has to be done" } } }, /does not end with locationId/],
    ["the app not first", action, { props: { title: { type: "string", label: "Title", description: "What has to be done" } } }, /first prop/],
  ])("reports %s", async (_, wanted, change, says) => {
    expect(metadataProblems({ ...await good(wanted), ...change } as Component, wanted).join("\n")).toMatch(says);
  });

  it("reports a dropdown above what it depends on", async () => {
    const turned = operations.find(({ slug }) => slug === "delete-contact-task")!;
    const { props, ...rest } = await good(turned);
    const { app, ...fields } = props!;
    expect(metadataProblems({ ...rest, props: { app: app!, ...Object.fromEntries(Object.entries(fields).reverse()) } }, turned).join("\n")).toMatch(/taskId stands above contactId/);
  });

  it("reports a scope that Pipedream's app does not grant", async () => {
    expect(metadataProblems(await good(row), { ...row, scopes: ["blogs/list.readonly"] }).join("\n")).toMatch(/blogs\/list\.readonly/);
  });
});
