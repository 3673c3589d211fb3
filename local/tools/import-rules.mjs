/**
 * How imports run, for dependency-cruiser (npm run lint): nothing in a circle, in common/ from each room to those below it only, and hosts side by side.
 * Types may be imported from anywhere.
 */

/** The rooms of common/, from the bottom up; those of one line do not see each other. */
export const FLOORS = [
  ["platform"],
  ["core/text"],
  ["core"],
  ["api"],
  ["api/http"],
  ["api/pagination"],
  ["resources"],
  ["input"],
  ["dropdowns"],
  ["highlevel.app.ts"],
  ["forms"],
  ["polling/state"],
  ["operations", "polling"],
  ["polling/strategies/fan-out", "polling/strategies/incremental", "polling/strategies/snapshot", "polling/strategies/watch"],
  ["polling/readers", "polling/strategies/windowed"],
];

/** What the folders of hosts/ may import beside their own files. */
export const HOSTS = {
  "hosts/runtime": ["common"],
  "hosts/bundle": ["common", "hosts/runtime", "local/facts"],
  "hosts/manifest": ["common", "hosts/runtime", "hosts/bundle", "local/facts"],
  "hosts/pipedream": ["common", "hosts/runtime", "hosts/bundle", "hosts/manifest", "local"],
  "hosts/build.ts": ["hosts/bundle", "hosts/manifest"],
  "local": ["common", "hosts/runtime", "hosts/bundle", "hosts/manifest"],
};

/** The files of a room, without those of the rooms within it. */
const filesOf = (room) => (room.endsWith(".ts") ? `^common/${room.replaceAll(".", "\\.")}$` : `^common/${room}/[^/]+\\.ts$`);

const upward = FLOORS.flatMap((rooms, floor) => rooms.map((room) => ({
  name: `${room} imports from below only`,
  severity: "error",
  from: { path: filesOf(room) },
  to: {
    path: FLOORS.slice(floor).flat().filter((other) => other !== room).map(filesOf),
    dependencyTypesNot: ["type-only"],
  },
})));

const sideways = Object.entries(HOSTS).map(([from, seen]) => ({
  name: `${from} imports nothing but ${seen.join(", ")}`,
  severity: "error",
  from: { path: `^${from}(/|$)` },
  to: { path: "^(common|components|hosts|local|test)/", pathNot: [from, ...seen].map((folder) => `^${folder}(/|$)`) },
}));

export default {
  forbidden: [
    { name: "no circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "every file of common/ is in a room", severity: "error", from: {}, to: { path: "^common/", pathNot: FLOORS.flat().map(filesOf) } },
    ...upward,
    ...sideways,
    { name: "the sandbox stands alone", severity: "error", from: { path: "^local/(sandbox|facts)/" }, to: { path: "^(common|components|hosts|test)/" } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { conditionNames: ["pipedream", "import", "node", "default"], exportsFields: ["exports"] },
  },
};
