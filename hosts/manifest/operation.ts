import { OPERATION } from "../../common/core/types.ts";
import type { Endpoint, OperationDescriptor } from "../../common/core/types.ts";
import type { Built } from "../bundle/catalog-row.ts";
import { tokenKind } from "./token-kind.ts";
import type { ChoiceLists, FieldSources } from "./fields.ts";
import { fieldsOf } from "./fields.ts";
import { groupsOf } from "./groups.ts";
import type { ManifestOperation } from "./model.ts";
import { titleOf, verbAndObject } from "./names.ts";
import { emitted, returned } from "./output.ts";

/** What the manifest is made from. */
export interface Described extends Built {
  /** What the action returned in the sandbox. */
  sample?: unknown;
}

interface Annotations { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean }
interface EventProp { options?: { label: string; value: string }[]; default?: string[] }
interface Timer { default: { intervalSeconds: number } }

/** Items of a list that a sample shows. */
const MOST_SAMPLES = 2;

const LINK = / \[See the documentation\]\((\S+)\)$/;

/** The first sentence of a description, without its Markdown. */
const summaryOf = (description: string) => (/^.*?[.!](?=\s|$)/s.exec(description)?.[0] ?? description).replace(/[*`]/g, "");

/**
 * An operation as plain data.
 * @param nameOf the name of an endpoint in the manifest
 */
export function operationOf({ row, component, sample: recorded }: Described, lists: ChoiceLists, nameOf: (endpoint: Endpoint) => string): ManifestOperation {
  const descriptor = (component as unknown as Record<symbol, OperationDescriptor & FieldSources>)[OPERATION]!; // carried by every component
  const sample = recorded ?? descriptor.sample;
  const description = String(component.description).replace(LINK, "");
  const fields = fieldsOf(component, descriptor, lists, nameOf);
  const groups = groupsOf(fields.map(({ prop }) => prop));
  const shared = {
    key: row.key,
    slug: row.slug,
    name: row.name,
    category: row.category,
    version: String(component.version),
    file: row.file,
    summary: summaryOf(description),
    description,
    documentation: LINK.exec(String(component.description))?.[1] ?? "",
    endpoints: [...new Set(descriptor.endpoints.map(nameOf))],
    scopes: row.scopes,
    token: tokenKind(row),
    fields,
    ...(groups.length > 0 && { groups }),
    ...(descriptor.rules && { rules: descriptor.rules }),
  };
  if (component.type === "action") {
    const { readOnlyHint: readOnly, destructiveHint: destructive, idempotentHint: idempotent } = component.annotations as unknown as Annotations; // checked by the tests of the components' metadata
    return {
      type: "action",
      ...shared,
      ...verbAndObject(row.name),
      annotations: { readOnly, destructive, idempotent },
      deletes: destructive,
      output: returned(sample, descriptor.endpoints),
      sample: json(Array.isArray(sample) ? sample.slice(0, MOST_SAMPLES) : sample),
    };
  }
  const { noun = "", eventTypes = [], resetOn = [], cost } = descriptor;
  const events = component.props?.eventTypes as EventProp | undefined;
  const event = component.sampleEmit as object; // checked by the tests of the components' metadata
  return {
    type: "trigger",
    ...shared,
    title: titleOf(noun, eventTypes),
    resource: noun,
    strategy: descriptor.kind,
    eventTypes: eventTypes.map((value) => ({ value, label: events?.options?.find((option) => option.value === value)?.label ?? titleOf(noun, [value]), default: events?.default?.includes(value) ?? true })),
    resetOn: resetOn.filter((prop) => fields.some((field) => field.prop === prop)),
    ...(cost !== undefined && { cost }),
    intervalSeconds: (component.props?.timer as unknown as Timer).default.intervalSeconds,
    output: emitted(event, descriptor.endpoints, eventTypes),
    sample: json(event),
  };
}

type Json = ManifestOperation["sample"];

/** A copy that is plain JSON. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
