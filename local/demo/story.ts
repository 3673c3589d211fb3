/** The demo's story as data: what is done, and which triggers have to notice it. */
import type { Sandbox } from "../sandbox/index.ts";
import { agencySteps, agencyWatches } from "./agency.ts";
import { contactSteps, contactWatches } from "./contacts.ts";
import { salesSteps, salesWatches } from "./sales.ts";

/** What earlier steps found out, by name. */
export type Memory = Record<string, string>;
type Props = (memory: Memory) => Record<string, unknown>;

/** A trigger that is deployed before the story begins. */
export interface Watch {
  trigger: string;
  props: Props;
  /** With the agency's token instead of the sub-account's. */
  agency?: boolean;
}

export interface Step {
  /** For people: what is done. */
  title: string;
  /** Slug of the action; without one, `change` is somebody at work in HighLevel itself. */
  action?: string;
  props?: Props;
  agency?: boolean;
  /** A prop that is filled with the first choice of its dropdown, as a person would do it. */
  choose?: string;
  change?(sandbox: Sandbox, memory: Memory): unknown;
  /** Names for what the action returned, for later steps. */
  remember?(result: Record<string, unknown>): Memory;
  /** The events that have to come, by trigger: their kinds. Every other trigger has to stay silent. */
  expect: Record<string, string[]>;
}

/** What the story is about: the demo agency's first records. */
export function begin({ store, locationId, companyId }: Sandbox): Memory {
  const first = <T extends { id: string }>(list: T[]): string => list[0]!.id; // the seed has some of each
  const calendar = store.calendars.in(locationId).find(({ calendarType }) => calendarType === "personal")!;
  const pipeline = store.pipelines.in(locationId)[0]!;
  const association = store.associations.in(locationId).find(({ secondObjectKey }) => secondObjectKey.startsWith("custom_objects."))!;
  return {
    companyId,
    contactId: first(store.contacts.in(locationId).filter(({ phone, email }) => phone && email)),
    // One without a deal so far: the demo sub-account allows one a pipeline.
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
