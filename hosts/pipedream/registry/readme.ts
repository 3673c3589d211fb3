/** The README of a component, with the headings that Pipedream's marketplace shows, from the same source as docs/operations/. */
import { documentedFields, scopes, triggerTexts } from "../../../local/tools/operation-docs.ts";
import { tokenKind } from "../../manifest/token-kind.ts";
import type { Built } from "../../bundle/catalog-row.ts";

const CONNECT: Record<ReturnType<typeof tokenKind>, string> = {
  "sub-account": "Connect a sub-account.",
  "agency": "Connect the agency, not a sub-account.",
  "either": "Connect a sub-account or the agency.",
};

/** @see https://pipedream.com/docs/components/contributing/guidelines#readme-files */
export function componentReadme({ row, component }: Built): string {
  const trigger = row.type === "source" ? triggerTexts(component) : undefined;
  return [
    "# Overview",
    "",
    String(component.description),
    ...(trigger ? ["", trigger.emits, "", `Events: ${trigger.eventTypes}.`] : []),
    "",
    "# Getting Started",
    "",
    CONNECT[tokenKind(row)],
    "",
    "| Field | Required | Description |",
    "| --- | --- | --- |",
    ...documentedFields(component).map(({ label, isRequired, description }) => `| ${label} | ${isRequired ? "Yes" : "No"} | ${description} |`),
    "",
    "# Troubleshooting",
    "",
    `- Scopes that the account has to grant: ${scopes(row)}.`,
    ...(trigger ? [`- Cost: ${trigger.cost}`, `- Limits: ${trigger.limits}`] : []),
    "",
  ].join("\n");
}
