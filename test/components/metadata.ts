/** What people read of a component: names, descriptions, labels, sample event. */
import { MANAGED_SCOPES } from "../../local/facts/managed-scopes.ts";
import type { Component } from "../../hosts/runtime/index.ts";
import { OPERATION } from "../../common/core/types.ts";
import type { Form } from "../../common/input/choices.ts";
import { labelIn } from "../../common/input/form.ts";
import type { WithEndpoints } from "../../hosts/manifest/read.ts";
import { UNWRITTEN } from "../../local/tools/scaffold/index.ts";

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => value !== null && typeof value === "object" && !Array.isArray(value);

const SERVICES = new Set(["$.service.db"]);
/** Props that shape nothing of what is watched. */
const NEUTRAL = new Set(["app", "db", "timer", "pollBudget", "locationId", "eventTypes", "watchFields", "fieldMap", "pageSize"]);

/** What hardly anyone fills in, in the order in which it ends a form. */
const LAST = ["companyId", "locationId", "pollBudget"];

/** A prop with what its definition in the app adds. */
function merged(prop: Fields): Fields {
  if (!Array.isArray(prop.propDefinition)) return prop;
  const [app, name] = prop.propDefinition as [{ propDefinitions?: Record<string, Fields> }, string];
  return { ...app.propDefinitions?.[name], ...prop };
}

/**
 * Everything that is wrong with a component, one line each.
 * @param operation what the manifest says of it
 */
export function metadataProblems(component: Component, operation: WithEndpoints): string[] {
  const problems: string[] = [];
  const check = (ok: unknown, what: string) => {
    if (!ok) problems.push(what);
  };
  const { description = "", version = "", annotations, sampleEmit, props = {} } = component as Component & Fields;
  check(/\[See the documentation\]\(https:\/\/marketplace\.gohighlevel\.com\/docs\/ghl\/[a-z0-9/-]+\)$/i.test(description), "the description does not end with a link to the documentation");
  check(!description.includes(UNWRITTEN) && !/of the record/.test(description), "the description is still the scaffold's");
  check(/^\d+\.\d+\.\d+$/.test(String(version)), "the version is not x.y.z");
  check(Object.keys(props)[0] === "app", "the first prop is not the app");
  for (const [name, prop] of Object.entries(props)) {
    if (typeof prop === "string" ? SERVICES.has(prop) : !isObject(prop) || prop.type === "app") continue;
    if (typeof prop === "string") {
      check(false, `the prop ${name} is the unknown service ${prop}`);
      continue;
    }
    const { label, description: help, type, alertType } = merged(prop);
    if (alertType !== undefined) continue;
    check(typeof type === "string", `the prop ${name} has no type`);
    check(typeof label === "string" && /^[A-Z0-9]/.test(label), `the prop ${name} has no label in Title Case`);
    check(typeof help === "string" && help.length >= 8 && !help.includes("of the record"), `the prop ${name} has no description`);
  }
  const names = Object.keys(props);
  const optional = names.filter((name) => isObject(props[name]) && merged(props[name]).optional === true);
  const last = LAST.filter((name) => optional.includes(name));
  check(names.slice(names.length - last.length).join() === last.join(), `the form does not end with ${last.join(", ")}`);
  for (const { prop, dropdown } of operation.fields) {
    const below = dropdown?.dependsOn.filter((other) => !last.includes(other) && names.indexOf(other) > names.indexOf(prop)) ?? [];
    check(below.length === 0, `the dropdown ${prop} stands above ${below.join(", ")}, on which it depends`);
  }
  const unmanaged = operation.scopes.filter((scope) => !MANAGED_SCOPES.has(scope));
  for (const scope of unmanaged) check(description.includes(`\`${scope}\``), `the description does not say that the scope ${scope} is not granted by Pipedream's managed app`);
  check(operation.token !== "agency" || /agency/i.test(description), "the description does not say that an agency token is needed");

  const descriptor = (component as unknown as Record<symbol, { resetOn?: string[]; form?: Form }>)[OPERATION];
  // A checkbox cannot be filled in wrongly.
  for (const name of names.filter((prop) => isObject(props[prop]) && !NEUTRAL.has(prop) && merged(props[prop]).type !== "boolean")) {
    const [shown, said] = [merged(props[name] as Fields).label, labelIn(descriptor?.form, name)];
    check(shown === said, `errors would call the field ${String(shown)} "${said}": give its definition to \`form: formOf({ ${name} })\``);
  }
  if (operation.type === "trigger") {
    check(description.startsWith("Emit new event when "), "the description does not begin with \"Emit new event when \"");
    check(component.dedupe === "unique", "dedupe is not unique");
    check(isObject(sampleEmit) && isObject(sampleEmit._event) && Object.keys(sampleEmit).length > 2, "there is no sample event");
    const kind = isObject(sampleEmit) && isObject(sampleEmit._event) ? String(sampleEmit._event.kind) : "";
    check(operation.eventTypes.some(({ value }) => value === kind), `the sample event's kind "${kind}" is none that it emits`);
    for (const name of Object.keys(props)) {
      check(NEUTRAL.has(name) || descriptor?.resetOn?.includes(name), `the prop ${name} is not in resetOn: changing it would not start a new baseline`);
    }
    for (const name of descriptor?.resetOn ?? []) {
      check(name in props || NEUTRAL.has(name), `resetOn names the prop ${name}, which does not exist`);
    }
  } else {
    const onlyReads = operation.endpoints.every(({ reads }) => reads);
    const hints = annotations as { readOnlyHint?: boolean; destructiveHint?: boolean; openWorldHint?: boolean } | undefined;
    check(hints?.openWorldHint === true, "openWorldHint is not true");
    check(hints?.readOnlyHint === onlyReads, "readOnlyHint does not fit the endpoints");
    check(hints?.destructiveHint === operation.slug.startsWith("delete-"), "destructiveHint: only deletions are irreversible");
  }
  return problems;
}
