/** The README of a component, with the headings that Pipedream's marketplace shows, from the same source as docs/operations/. */
import { documentedFields, scopes, triggerTexts } from "../../../local/tools/operation-docs.ts";
import type { Manifest, ManifestOperation } from "../../manifest/model.ts";

const CONNECT: Record<ManifestOperation["token"], string> = {
  "sub-account": "Connect a sub-account.",
  "agency": "Connect the agency, not a sub-account.",
  "either": "Connect a sub-account or the agency.",
};

/** @see https://pipedream.com/docs/components/contributing/guidelines#readme-files */
export function componentReadme(operation: ManifestOperation, manifest: Manifest): string {
  const trigger = operation.type === "trigger" ? triggerTexts(operation) : undefined;
  return [
    "# Overview",
    "",
    `${operation.description} [See the documentation](${operation.documentation})`,
    ...(trigger ? ["", trigger.emits, "", `Events: ${trigger.eventTypes}.`] : []),
    "",
    "# Getting Started",
    "",
    CONNECT[operation.token],
    "",
    "| Field | Required | Description |",
    "| --- | --- | --- |",
    ...documentedFields(operation, manifest).map(({ label, isRequired, description }) => `| ${label} | ${isRequired ? "Yes" : "No"} | ${description} |`),
    "",
    "# Troubleshooting",
    "",
    `- Scopes that the account has to grant: ${scopes(operation)}.`,
    ...(trigger ? [`- Cost: ${trigger.cost}`, `- Limits: ${trigger.limits}`] : []),
    "",
  ].join("\n");
}
