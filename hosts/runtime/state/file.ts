import { jsonFile } from "./json-file.ts";
import type { SourceState, StateStore } from "./state.ts";

const event = { type: "object", required: ["event", "at"], properties: { event: { type: "object" }, at: { type: "number" } } };
const open = jsonFile<SourceState>({
  name: "pipedream-source-state",
  version: 1,
  schema: {
    required: ["component", "deployed", "db", "dedupe", "pending"],
    properties: {
      component: { type: "string" },
      deployed: { type: "boolean" },
      props: { type: "string" },
      db: { type: "object" },
      dedupe: {
        type: "object",
        additionalProperties: false,
        properties: { unique: { type: "array", items: { type: "string" } }, greatest: { type: "number" }, last: { type: "string" } },
      },
      pending: { type: "array", items: event },
    },
  },
});

/**
 * State of a source in a JSON file; see {@link jsonFile} for its guarantees.
 * @param file its path; folders are created at once, the file with the first save
 * @throws StateError if another process uses it, or (on load) if it is damaged or not a state file; it is then never overwritten
 */
export function fileState(file: string): StateStore {
  return open(file);
}
