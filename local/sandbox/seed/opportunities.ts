import type { Pipeline } from "../models/opportunities.ts";
import type { Store } from "../store.ts";
import { SOURCES } from "./names.ts";

const DAY = 86_400_000;
const OPPORTUNITIES = 30;
const PIPELINES = {
  "New customers": ["Inquiry", "First visit", "Proposal sent", "Decision"],
  "Memberships": ["Trial", "Reminded", "Renewed"],
};
const LOST_REASONS = ["Price", "No answer", "Went to a competitor", "Bad timing"];

/** Pipelines, lost reasons, and an opportunity for some of the contacts that the location has. */
export function seedOpportunities(store: Store, locationId: string): void {
  const { random, clock } = store;
  const now = clock.now();
  const dateAdded = now - 200 * DAY;
  const pipelines = Object.entries(PIPELINES).map(([name, stages]) => store.pipelines.put({
    id: random.id(), locationId, name, showInFunnel: true, showInPieChart: true, dateAdded, dateUpdated: dateAdded,
    stages: stages.map((stage, position) => ({ id: random.uuid(), name: stage, position })),
  }));
  for (const name of LOST_REASONS) {
    store.lostReasons.put({ id: random.id(), locationId, name, deleted: false, createdAt: dateAdded, updatedAt: dateAdded });
  }
  for (const [index, contact] of store.contacts.in(locationId).slice(0, OPPORTUNITIES).entries()) {
    seedOne(store, pipelines[index % 2] as Pipeline, contact.id, now - random.below(60) * DAY - 1000 * index); // there are two
  }
}

function seedOne({ random, contacts, lostReasons, opportunities, clock }: Store, pipeline: Pipeline, contactId: string, createdAt: number): void {
  const { firstName = "", lastName = "", locationId = "", assignedTo } = contacts.get(contactId) ?? {};
  const status = random.pick(["open", "open", "open", "won", "lost"]);
  const changedAt = createdAt + Math.floor(random.next() * (clock.now() - createdAt));
  opportunities.insert({
    locationId, contactId, status, createdAt, assignedTo, name: `${firstName} ${lastName}, ${pipeline.name.toLowerCase()}`,
    pipelineId: pipeline.id, pipelineStageId: random.pick(pipeline.stages).id, source: random.pick(SOURCES),
    monetaryValue: 50 * (1 + random.below(60)), lostReasonId: status === "lost" ? random.pick(lostReasons.in(locationId)).id : undefined,
    updatedAt: changedAt, lastStageChangeAt: changedAt, lastStatusChangeAt: status === "open" ? createdAt : changedAt,
  }, { visibleAt: clock.now() });
}
