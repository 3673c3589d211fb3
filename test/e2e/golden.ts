/**
 * States that each release has saved, and the ids of the events that followed. A trigger that is updated goes on from such a state:
 * nothing is lost or repeated, and every event keeps its id. `npm run golden` records those of the version in package.json;
 * those of a version that was released are never recorded again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { memoryState } from "../../hosts/runtime/index.ts";
import type { StateStore, Values } from "../../hosts/runtime/index.ts";
import packageJson from "../../package.json" with { type: "json" };

/** What was in `$.service.db` before something happened, and the ids of the events that followed. */
export interface Golden {
  state: Values;
  /** Ids of the events, in order. */
  ids: string[];
}

const root = fileURLToPath(new URL("../golden/", import.meta.url));
const isRecording = process.env.RECORD_GOLDEN === "1";

const fileOf = (release: string, suite: string) => `${root}${release}/${suite}.json`;
const readGolden = (release: string, suite: string): Record<string, Golden> => {
  const file = fileOf(release, suite);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) as Record<string, Golden> : {}; // written below
};

/** One line a row: a change shows where it is. */
const written = (rows: Record<string, Golden>) => `{\n${Object.entries(rows).map(([name, golden]) => `${JSON.stringify(name)}: ${JSON.stringify(golden)}`).join(",\n")}\n}\n`;

/** The state of a source that was deployed with a release. */
export function savedState(slug: string, db: Values): StateStore {
  const store = memoryState();
  store.save({ component: `highlevel_oauth-${slug}`, deployed: true, db, dedupe: {}, pending: [] });
  return store;
}

/** The golden states of one suite of end-to-end tests. */
export function goldenOf(suite: string) {
  const releases = existsSync(root) ? readdirSync(root) : [];
  const known = Object.fromEntries(releases.map((release) => [release, readGolden(release, suite)]));
  const recorded: Record<string, Golden> = {};
  return {
    isRecording,
    /** Takes down what the present code does, where that is asked for. */
    note(row: string, golden: Golden): void {
      recorded[row] = golden;
    },
    /** What each release has left behind for a row; the present one at the least. */
    of(row: string): [release: string, golden: Golden][] {
      if (isRecording) return [];
      return Object.entries(known).flatMap(([release, rows]) => (rows[row] ? [[release, rows[row]]] : []));
    },
    /** Rows of all releases that no test plays any more. */
    forgotten: (rows: string[]): string[] => Object.values(known).flatMap((all) => Object.keys(all)).filter((row) => !rows.includes(row)),
    save(): void {
      if (!isRecording) return;
      mkdirSync(`${root}${packageJson.version}`, { recursive: true });
      writeFileSync(fileOf(packageJson.version, suite), written(recorded));
    },
  };
}
