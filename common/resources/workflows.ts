import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

export const workflows = defineResource({
  noun: "workflow",
  sample: {
    id: "78559bb3-b920-461e-b010-7b2a2816d2a9",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "New lead follow-up",
    status: "published",
    version: 3,
    createdAt: "2026-01-15T09:28:41.000Z",
    updatedAt: "2026-01-20T14:00:00.000Z",
  } as Fields,
});

export const campaigns = defineResource({
  noun: "campaign",
  sample: {
    id: "qFSqySFkVvNzOSqgGqFi",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "Spring promotion",
    status: "published",
  } as Fields,
});

/** 1 for a published workflow or campaign, 0 for a draft. */
export const publishedFlag = ({ status }: Fields): number => (status === "published" ? 1 : 0);

/** The event kind for a change of {@link publishedFlag}. */
export const publishedKind = (_before: number, now: number): string => (now === 1 ? "published" : "unpublished");

/** The event kind for a new record, for users who only want publications. */
export const newPublishedKind = (flag: number): string | undefined => (flag === 1 ? "published" : undefined);
