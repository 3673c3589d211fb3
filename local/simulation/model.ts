import type { Sandbox } from "../sandbox/index.ts";
import type { TokenOptions } from "../sandbox/index.ts";

export type Fields = Record<string, unknown>;

/** One version of one thing that a trigger watches. */
export interface Item {
  id: string;
  /** Equal for versions that are the same to a user of this trigger. */
  version: string;
  /** What the version says, as far as kinds of event depend on it. */
  data: Fields;
  /** The time (HighLevel's, epoch ms) before which it need not be told; until five minutes before it must not. */
  due?: number;
  /** It is out of the trigger's sight, which finds that out as slowly as a deletion. */
  away?: boolean;
}

/** Before or after a change; undefined: it is not there. */
export type Known = Item | undefined;

/** What a model of one trigger stands on: the sandbox, and an account of its own. */
export interface Environment {
  sandbox: Sandbox;
  /** A sub-account of this history's own. */
  locationId: string;
  companyId: string;
  /** HighLevel's clock, epoch ms. */
  now(): number;
  /** How many records there are before the trigger is deployed. */
  size: number;
  /** A new id, never used before in this sandbox. */
  id(): string;
}

/** How a change is written: seen by searches later than it happens, and dated back by a clock that is behind. Both ms. */
export interface Delay {
  lagMs: number;
  backMs: number;
}

/** Changes something. @param pick chooses what, by any number */
export type Mutation = (pick: number, delay: Delay) => void;

/** What is around one trigger: what can happen there, and what must be told of it. */
export interface Model {
  props: Fields;
  token?: TokenOptions;
  /** Other values of props that shape what is watched; the same things are shown. */
  otherProps?: Fields;
  /** With other props, the trigger refuses to start while there is nothing to watch. */
  mustExist?: boolean;
  /** What can happen, by name. */
  mutations: Record<string, Mutation>;
  /** What HighLevel shows to this trigger at this moment. */
  shown(): Item[];
  /** Which thing, in which version, an event is about; of a deletion only the id counts. */
  reported(event: Fields): { id: string; version?: string };
  /**
   * The kinds of event by which the change from `before` to `after` may be told; undefined among them: it need not be.
   * @param before the last version the trigger may have seen
   * @param chosen the kinds the user chose, for changes that are told by the first of several that was chosen
   */
  eventTypes(before: Known, after: Known, chosen: ReadonlySet<string>): (string | undefined)[];
  /** From now on, changes are of the last of these things that is there; of any where none is. */
  prefer?(ids: string[]): void;
  /** Kinds of event that are named by the thing alone, as "created" is: told again after a crash, they are held back even where the thing has changed. */
  creations?: string[];
  /** A start went on at this moment that may not have learnt all of the last quarter of an hour. */
  startedVaguely?(): void;
  /** Something happened while a start went on: to where it has read already, it may have come unseen. */
  changedDuringStart?(): void;
  /** The fields that differ between two versions, where the trigger's events name them. */
  changedFields?(before: Item, after: Item): string[];
}

/** How a trigger is simulated. */
export interface ModelRow {
  slug: string;
  /** Which of several models of one trigger. */
  when?: string;
  /** The only kinds of event that the trigger can tell in this model. */
  eventTypes?: string[];
  /** Complete readings in a row in which a thing must be missing to be told as deleted. Default 1. */
  missingFor?: number;
  /** More records than a page has, for some of the histories; a multiple of the page size, minus a few. */
  large?: number;
  open(environment: Environment): Model;
}
