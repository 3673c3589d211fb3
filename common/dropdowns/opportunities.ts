import { lostReasonsOfLocation, pipelinesOfLocation, stagesOf } from "../resources/pipelines.ts";
import { opportunities, opportunitySearch, opportunityStatuses } from "../resources/opportunities.ts";
import { fieldsOf } from "../core/text/values.ts";
import type { Fields, Option } from "../core/types.ts";
import type { SharedProp } from "./dropdown.ts";
import { byLocation, bySearch, named } from "./parts.ts";

/** Names alone do not tell a contact's opportunities apart. */
function opportunityOption(opportunity: Fields): Option {
  const person = String(fieldsOf(opportunity.contact).name ?? "");
  const label = opportunities.label(opportunity);
  return { label: person && person !== label ? `${label} (${person})` : label, value: opportunities.id(opportunity) };
}

/** The stages of all pipelines. */
const stageList = {
  ...pipelinesOfLocation,
  items: ({ pipelines }: Fields) => (Array.isArray(pipelines) ? (pipelines as Fields[]).flatMap(stagesOf) : []), // documented shape
};

export const opportunityStatus = {
  type: "string",
  label: "Status",
  description: "How the opportunity stands",
  options: opportunityStatuses,
};

export const opportunityId: SharedProp = {
  type: "string",
  label: "Opportunity",
  description: "The opportunity. Choose one, search by its name or its contact, or type an ID",
  dropdown: {
    list: opportunitySearch,
    option: opportunityOption,
    searchesItself: true,
    call: bySearch,
  },
};

export const pipelineId: SharedProp = {
  type: "string",
  label: "Pipeline",
  description: "A pipeline of the sub-account. Choose one, or type an ID",
  dropdown: { list: pipelinesOfLocation, option: named, call: byLocation },
};

export const pipelineStageId: SharedProp = {
  type: "string",
  label: "Stage",
  description: "A stage of the chosen pipeline. Choose one, or type an ID",
  dropdown: {
    list: stageList,
    option: ({ id, name, pipelineName }) => ({ label: `${String(name)} (${String(pipelineName)})`, value: String(id) }),
    call: byLocation,
    where: (stage, { pipelineId }) => !pipelineId || stage.pipelineId === pipelineId,
  },
};

export const lostReasonId: SharedProp = {
  type: "string",
  label: "Lost Reason",
  description: "Why the opportunity was lost. Choose one of the sub-account's reasons, or type an ID",
  dropdown: { list: lostReasonsOfLocation, option: named, call: byLocation },
};
