import type { Sandbox } from "../sandbox/index.ts";
import type { TokenOptions } from "../sandbox/index.ts";

export type Fields = Record<string, unknown>;

/** One version of one thing that a trigger watches. */
export interface Item {
  id: string;
  /** Equal for versions that are the same to a user of this trigger. */
  version: string;
  /** The part of the version that event types depend on. */
  data: Fields;
  /** The time (HighLevel's, epoch ms) before which it need not be emitted; until five minutes before, it must not be. */
  due?: number;
  /** It is out of the trigger's sight; the trigger notices that as slowly as a deletion. */
  away?: boolean;
}

/** A version before or after a change; undefined: the thing does not exist. */
export type Known = Item | undefined;

/** What a model works in: the sandbox, and an account of its own. */
export interface Environment {
  sandbox: Sandbox;
  /** A sub-account of this history's own. */
  locationId: string;
  companyId: string;
  /** HighLevel's clock, epoch ms. */
  now(): number;
  /** How many records exist before the trigger is deployed. */
  size: number;
  /** A new id, never used before in this sandbox. */
  id(): string;
}

/** How a change is written: how late searches see it, and how far a slow clock dates it back. Both ms. */
export interface Delay {
  lagMs: number;
  backMs: number;
}

/** Changes something. @param pick any number; chooses what */
export type Mutation = (pick: number, delay: Delay) => void;

/** The world of one trigger: what can happen in it, and which events must come of it. */
export interface Model {
  props: Fields;
  token?: TokenOptions;
  /** Other values of props that shape what is watched; the same things are shown. */
  otherProps?: Fields;
  /** With other props, the trigger refuses to start if there is nothing to watch. */
  mustExist?: boolean;
  /** What can happen, by name. */
  mutations: Record<string, Mutation>;
  /** What HighLevel shows to this trigger at this moment. */
  shown(): Item[];
  /** The thing, and its version, that an event reports; for a deletion, only the id. */
  reported(event: Fields): { id: string; version?: string };
  /**
   * The event types that may report the change from `before` to `after`; undefined among them: it need not be reported.
   * @param before the last version the trigger may have seen
   * @param chosen the event types the user chose: if several apply, the first chosen one reports the change
   */
  eventTypes(before: Known, after: Known, chosen: ReadonlySet<string>): (string | undefined)[];
  /** From now on, changes are of the last of these things that exists; of any thing if none does. */
  prefer?(ids: string[]): void;
  /** Event types whose ids name the thing alone, as "created" does: emitted again after a crash, they are held back even if the thing has changed. */
  creations?: string[];
  /** A start was under way that may not have read all of the last 15 minutes. */
  startedVaguely?(): void;
  /** Something happened during a start, perhaps to records that it had already passed. */
  changedDuringStart?(): void;
  /** The fields that differ between two versions, if the trigger's events name them. */
  changedFields?(before: Item, after: Item): string[];
}

/** How a trigger is simulated. */
export interface ModelRow {
  slug: string;
  /** Distinguishes several models of one trigger. */
  when?: string;
  /** The only event types that the trigger can emit in this model. */
  eventTypes?: string[];
  /** Complete readings in a row that must lack a thing before it counts as deleted. Default 1. */
  missingFor?: number;
  /** More records than a page holds, for some histories; a multiple of the page size, minus a few. */
  large?: number;
  open(environment: Environment): Model;
}
