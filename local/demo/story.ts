/** The demo's story as data: what happens, and which triggers must notice it. */
import type { Sandbox } from "../sandbox/index.ts";
import { agencySteps, agencyWatches } from "./agency.ts";
import { contactSteps, contactWatches } from "./contacts.ts";
import { salesSteps, salesWatches } from "./sales.ts";

/** Results of earlier steps, by name. */
export type Memory = Record<string, string>;
type Props = (memory: Memory) => Record<string, unknown>;

/** A trigger that is deployed before the story begins. */
export interface Watch {
  trigger: string;
  props: Props;
  /** Use the agency's token instead of the sub-account's. */
  agency?: boolean;
}

export interface Step {
  /** For people: what happens. */
  title: string;
  /** Slug of the action; without one, `change` stands for somebody working in HighLevel itself. */
  action?: string;
  props?: Props;
  agency?: boolean;
  /** A prop to fill with the first choice of its dropdown. */
  choose?: string;
  change?(sandbox: Sandbox, memory: Memory): unknown;
  /** Results to remember for later steps. */
  remember?(result: Record<string, unknown>): Memory;
  /** The expected event kinds by trigger. All other triggers must stay silent. */
  expect: Record<string, string[]>;
}

/** The records that the story starts from. */
export function begin({ store, locationId, companyId }: Sandbox): Memory {
  const first = <T extends { id: string }>(list: T[]): string => list[0]!.id; // the seed data includes each kind
  const calendar = store.calendars.in(locationId).find(({ calendarType }) => calendarType === "personal")!;
  const pipeline = store.pipelines.in(locationId)[0]!;
  const association = store.associations.in(locationId).find(({ secondObjectKey }) => secondObjectKey.startsWith("custom_objects."))!;
  return {
    companyId,
    contactId: first(store.contacts.in(locationId).filter(({ phone, email }) => phone && email)),
    // A contact without an opportunity: the demo sub-account allows one per pipeline.
    buyerId: store.contacts.in(locationId).at(-1)!.id,
    userId: calendar.teamMembers[0]!.userId,
    calendarId: calendar.id,
    pipelineId: pipeline.id,
    stageId: pipeline.stages[0]!.id,
    nextStageId: pipeline.stages[1]!.id,
    workflowId: first(store.workflows.in(locationId).filter(({ status }) => status === "published")),
    associationId: association.id,
    petId: store.objectRecords.in(association.secondObjectKey).at(-1)!.id,
    blogId: first(store.blogs.in(locationId)),
    authorId: first(store.blogAuthors.in(locationId)),
    categoryId: first(store.blogCategories.in(locationId)),
  };
}

export const watches: Watch[] = [...contactWatches, ...salesWatches, ...agencyWatches];
export const story: Step[] = [...contactSteps, ...salesSteps, ...agencySteps];
