/**
 * How imports run, for dependency-cruiser (npm run lint): nothing in a circle, and in common/ from each room to those below it only.
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
  ["operations", "polling"],
];

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

export default {
  forbidden: [
    { name: "no circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "every file of common/ is in a room", severity: "error", from: {}, to: { path: "^common/", pathNot: FLOORS.flat().map(filesOf) } },
    ...upward,
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { conditionNames: ["pipedream", "import", "node", "default"], exportsFields: ["exports"] },
  },
};
