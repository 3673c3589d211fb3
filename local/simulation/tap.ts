import type { Component } from "../../hosts/runtime/index.ts";

/** One `$emit` of a component. */
export interface Emission {
  event: Record<string, unknown>;
  id: string;
  kind: string;
  summary: string;
}

/** How a run breaks at a step: by an exception, or by a kill, after which nothing it does has an effect. */
export type Break = "error" | "kill";

/** Ends a run that is broken on purpose. */
export class Broken extends Error {
  override name = "Broken";
}

interface Instance {
  $emit(event: unknown, meta?: { id?: unknown; summary?: unknown }): unknown;
  db: { get(key: string): unknown; set(key: string, value: unknown): void };
}

type Method = (this: Instance, ...args: unknown[]) => unknown;

/** Observes what a component does with its host, and breaks the run at the requested step. */
export class Tap {
  /** What the current run has emitted. */
  emitted: Emission[] = [];
  /** Emits and saves of the current run. */
  steps = 0;
  private breakAt: { step: number; how: Break } | undefined;
  private dead = false;
  private broke = false;

  /** Prepares a run. @param breakAt the step (emits and saves, from 0) at which it breaks */
  reset(breakAt?: { step: number; how: Break }): void {
    this.emitted = [];
    this.steps = 0;
    this.breakAt = breakAt;
    this.dead = false;
    this.broke = false;
  }

  /** From now on, nothing the run does has an effect. */
  kill(): void {
    this.dead = true;
  }

  /** Whether the run was broken, even if it survived that. */
  get broken(): boolean {
    return this.dead || this.broke;
  }

  private step(): void {
    if (!this.dead && this.steps++ === this.breakAt?.step) {
      this.broke = true;
      if (this.breakAt.how === "kill") this.dead = true;
      throw new Broken("broken on purpose");
    }
    if (this.dead) throw new Broken("killed on purpose");
  }

  /** The component, with this tap between it and its host. */
  on(component: Component): Component {
    const view = (self: Instance) => this.instance(self);
    const tapped = (method: unknown) => function (this: Instance, ...args: unknown[]) {
      return (method as Method).apply(view(this), args); // hooks and run are methods of the instance
    };
    const hooks = Object.fromEntries(Object.entries(component.hooks ?? {}).map(([name, hook]) => [name, tapped(hook)]));
    return { ...component, hooks, run: tapped(component.run) } as Component; // the same component, its methods wrapped
  }

  private instance(self: Instance): Instance {
    const { db } = self;
    return Object.create(self, {
      $emit: {
        value: (event: unknown, meta: { id?: unknown; summary?: unknown } = {}) => {
          this.step();
          const body = JSON.parse(JSON.stringify(event)) as Record<string, unknown>; // what a workflow receives
          const { kind = "" } = (body._event ?? {}) as { kind?: string }; // every trigger adds it
          this.emitted.push({ event: body, id: String(meta.id), kind, summary: String(meta.summary) });
          return self.$emit(event, meta);
        },
      },
      db: {
        value: {
          get: (key: string) => db.get(key),
          set: (key: string, value: unknown) => {
            this.step();
            db.set(key, value);
          },
        },
      },
    }) as Instance; // a view of the instance itself
  }
}
