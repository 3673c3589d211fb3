/** Opportunities, pipelines and lost reasons. Times are milliseconds since 1970. */

export interface Opportunity {
  id: string;
  locationId: string;
  name: string;
  pipelineId: string;
  pipelineStageId: string;
  status: string;
  contactId: string;
  monetaryValue?: number;
  assignedTo?: string;
  source?: string;
  lostReasonId?: string;
  followers: string[];
  customFields: { id: string; value: unknown }[];
  createdAt: number;
  updatedAt: number;
  lastStatusChangeAt: number;
  lastStageChangeAt: number;
}

export interface Pipeline {
  id: string;
  locationId: string;
  name: string;
  stages: { id: string; name: string; position: number }[];
  showInFunnel: boolean;
  showInPieChart: boolean;
  dateAdded: number;
  dateUpdated: number;
}

export interface LostReason {
  id: string;
  locationId: string;
  name: string;
  deleted: boolean;
  createdAt: number;
  updatedAt: number;
}
