import type { Pipeline } from "../../sandbox/models/opportunities.ts";
import type { Item, Known, Environment, ModelRow } from "../model.ts";
import { text } from "./read.ts";

type PipelineStage = Pipeline["stages"][number];

const NAMES = ["Anna", "Boris", "Chloe"];

/** A pipeline of two stages with new ids. */
function pipelineOf({ locationId, id, now }: Environment, name: string): Pipeline {
  const stages = ["Inquiry", "Decision"].map((stage, position): PipelineStage => ({ id: id(), name: stage, position }));
  return { id: id(), locationId, name, stages, showInFunnel: true, showInPieChart: true, dateAdded: now(), dateUpdated: now() };
}

/** Puts two pipelines into the account, and returns the first. */
export function prepare(environment: Environment): Pipeline {
  const { pipelines } = environment.sandbox.store;
  const first = pipelines.put(pipelineOf(environment, "New customers"));
  pipelines.put(pipelineOf(environment, "Memberships"));
  return first;
}

/** The ids of the two stages of a pipeline. */
export function stagesOf({ sandbox }: Environment, pipelineId: string): [string, string] {
  return (sandbox.store.pipelines.get(pipelineId)?.stages ?? []).map(({ id }) => id) as [string, string]; // see pipelineOf
}

const pipelineVersion = ({ name, showInFunnel }: { name: unknown; showInFunnel: unknown }) => `${String(name)}${showInFunnel === true ? " in the funnel" : ""}`;
const stageVersion = ({ name, position, pipelineId }: { name: unknown; position: unknown; pipelineId: unknown }) => `${String(name)} at ${String(position)} of ${String(pipelineId)}`;

/** The model of a trigger that watches pipelines and their stages, each as a record of its own. */
export function pipelineModel(when: string | undefined, watch: string[]): ModelRow {
  return {
    slug: "list-pipelines",
    when,
    missingFor: 2,
    open(environment) {
      const { locationId, sandbox, id } = environment;
      const { pipelines } = sandbox.store;
      const gone: Pipeline[] = [];
      const goneStages: PipelineStage[] = [];
      let count = 0;
      const pick = <T>(rows: T[], number: number): T | undefined => rows[number % Math.max(1, rows.length)];
      const nameAt = (number: number) => NAMES[(number + count++) % NAMES.length] ?? "";
      const on = (number: number, change: (row: Pipeline) => Partial<Pipeline>) => {
        const row = pick(pipelines.in(locationId), number);
        if (row) pipelines.change(row, { ...change(row), dateUpdated: environment.now() });
      };
      const onStage = (number: number, change: (row: PipelineStage) => PipelineStage[]) => on(number, ({ stages }) => {
        const chosen = pick(stages, number);
        return { stages: stages.flatMap((row) => (row === chosen ? change(row) : row)) };
      });
      for (let index = 0; index < environment.size; index++) pipelines.put(pipelineOf(environment, NAMES[index % 3] ?? ""));

      return {
        // Both are preset; to choose nothing means the same.
        props: { watch },
        ...(watch.length === 2 && { otherProps: { watch: [] } }),
        mutations: {
          add: (number) => void pipelines.put(pipelineOf(environment, nameAt(number))),
          rename: (number) => on(number, () => ({ name: nameAt(number) })),
          "show in the funnel or not": (number) => on(number, ({ showInFunnel }) => ({ showInFunnel: !showInFunnel })),
          touch: (number) => on(number, () => ({})),
          remove: (number) => {
            const row = pick(pipelines.in(locationId), number);
            if (row && pipelines.delete(row.id)) gone.push(row);
          },
          "put back": () => {
            const row = gone.pop();
            if (row) pipelines.put(row);
          },
          "add a stage": (number) => on(number, ({ stages }) => ({ stages: [...stages, { id: id(), name: nameAt(number), position: stages.length }] })),
          "rename a stage": (number) => onStage(number, (row) => [{ ...row, name: nameAt(number) }]),
          "turn the order of the stages": (number) => on(number, ({ stages }) => ({ stages: [...stages].reverse().map((row, position) => ({ ...row, position })) })),
          "remove a stage": (number) => onStage(number, (row) => {
            goneStages.push(row);
            return [];
          }),
          "put a stage back, or into another pipeline": (number) => on(number, ({ stages }) => {
            const row = goneStages.pop();
            return row ? { stages: [...stages, row] } : {};
          }),
        },
        shown: () => pipelines.in(locationId).flatMap((row): Item[] => [
          ...(watch.includes("pipelines") ? [{ id: row.id, version: pipelineVersion(row), data: {} }] : []),
          ...(watch.includes("stages") ? row.stages.map((one): Item => ({ id: one.id, version: stageVersion({ ...one, pipelineId: row.id }), data: {} })) : []),
        ]),
        reported: (event) => {
          const { kind } = event._event as { kind: string }; // every trigger adds it
          const { name, showInFunnel, position, pipelineId } = event;
          if (kind === "deleted") return { id: text(event.id) };
          return { id: text(event.id), version: pipelineId === undefined ? pipelineVersion({ name, showInFunnel }) : stageVersion({ name, position, pipelineId }) };
        },
        eventTypes: (before: Known, after: Known) => {
          if (!after) return ["deleted"];
          return [before ? "updated" : "created"];
        },
      };
    },
  };
}
