import { loadOperation } from "../cli/catalog.ts";
import { FAULTS } from "./history.ts";
import type { Course, Change, History, Run } from "./history.ts";
import { Scenario } from "./scenario.ts";
import type { SimulationHost } from "./scenario.ts";
import type { ModelRow } from "./model.ts";

const AT_ONCE = { lagMs: 0, backMs: 0 };
/** As many mutations as the busiest model knows, each twice. */
const EVERYTHING: Change[] = Array.from({ length: 16 }, (_, mutation) => ({ mutation, pick: mutation + 1, delay: AT_ONCE }));

const UNDISTURBED: Run = { during: [], course: { how: "undisturbed" } };

/** What can be disturbed. */
const RUNS = ["deployment", "poll", "other props"] as const;

/** Everything that can happen happens, is polled, happens again before a poll (or a start with other props), and once more after it. */
function history(disturbed: (typeof RUNS)[number], course: Course): History {
  const run = { during: [], course };
  const isStart = disturbed === "deployment";
  return {
    start: { at: "2026-06-17T14:05:00.123Z", timezone: "America/New_York" },
    skewS: 0,
    size: 3,
    isLarge: false,
    eventTypes: 255,
    deployment: { ...(isStart ? run : UNDISTURBED), again: false },
    steps: [
      { waitS: 300, jumpS: 0, before: EVERYTHING, ...UNDISTURBED, command: { what: "poll" } },
      // What is removed here is missing for the second time when the run breaks.
      { waitS: 300, jumpS: 0, before: EVERYTHING.slice(0, 9), ...UNDISTURBED, command: { what: "poll" } },
      { waitS: 300, jumpS: 0, before: EVERYTHING.slice(0, 9), ...(isStart ? UNDISTURBED : run), command: { what: isStart ? "poll" : disturbed } },
      // What was emitted last before the break changes once more, and is not removed afterwards.
      { waitS: 300, jumpS: 0, before: EVERYTHING.slice(0, 6), ...UNDISTURBED, command: { what: "poll" } },
    ],
  };
}

/** Most steps of a run; more would mean that the simulation is wrong. */
const MOST_STEPS = 200;

/** Every way to break a run with so many steps (emits and saves) and requests. */
function* breaks(steps: number, requests: number): Generator<Course> {
  for (const by of ["error", "kill"] as const) {
    for (let step = 0; step < steps; step++) yield { how: "broken", step, by };
  }
  for (let at = 1; at <= requests; at++) {
    yield { how: "killed at a request", at };
    for (const fault of FAULTS) for (const times of [1, 0]) yield { how: "faulty", at, fault: { ...fault, times } };
  }
}

/**
 * Breaks the deployment, a poll, and a start with other props of the row's trigger at each of their steps, one after
 * another: an exception and a kill at every emit and every save, a kill and every fault (once, and for good) at every request.
 * @param every 1 runs all of these breaks, 2 every second one, and so on
 * @returns how many histories were run
 * @throws Violation if something is lost, or repeated with other ids
 */
export async function breakEveryStep(host: SimulationHost, row: ModelRow, every: number): Promise<number> {
  const { component } = await loadOperation(row.slug, process.env, "source");
  let ran = 0;
  let turn = 0;
  for (const run of RUNS) {
    const perform = async (course: Course): Promise<Scenario> => {
      const scenario = new Scenario(host, component, row, history(run, course));
      await scenario.run();
      ran++;
      return scenario;
    };
    // A break after the last step never comes: this run is complete, and counts.
    const { steps, requests } = await perform({ how: "broken", step: MOST_STEPS, by: "kill" });
    if (Math.max(steps, requests) >= MOST_STEPS) throw new Error(`A run of ${row.slug} has ${steps} steps and ${requests} requests: too many to break each.`);
    for (const course of breaks(steps, requests)) if (turn++ % every === 0) await perform(course);
  }
  return ran;
}
