import groupBy from "lodash/groupBy.js";
import { written } from "./checks.ts";
import type { Results } from "./results.ts";
import { colourOf, label, legend, picture } from "./svg.ts";
import { mistakes } from "./tables.ts";

const WIDTH = 820;

/** Bars on a logarithmic scale, which shows one mistake as well as a thousand. */
export function mistakesChart({ situations, random }: Pick<Results, "situations" | "random">): string {
  const groups = [...situations.map(({ name, tallies }) => ({ name, tallies })), { name: "random histories", tallies: random }];
  const names = Object.keys(random);
  const [left, bar, top] = [160, 15, 84];
  const groupHeight = names.length * bar + 18;
  const most = Math.max(1, ...groups.flatMap(({ tallies }) => Object.values(tallies).map(({ lost, repeated, old }) => lost + repeated + old)));
  const lengthOf = (count: number) => (WIDTH - left - 190) * Math.log10(1 + count) / Math.log10(1 + most);
  const shapes = groups.flatMap(({ name, tallies }, group) => {
    const y = top + group * groupHeight;
    return [
      label(left - 12, y + names.length * bar / 2 + 5, name, "end"),
      ...names.flatMap((strategy, index) => {
        const tally = tallies[strategy] ?? { lost: 0, repeated: 0, old: 0 };
        const length = lengthOf(tally.lost + tally.repeated + tally.old);
        return [
          `<rect x="${left}" y="${y + index * bar + 1}" width="${Math.max(2, Math.round(length))}" height="${bar - 3}" rx="2" fill="${colourOf(strategy)}"/>`,
          label(left + Math.max(2, length) + 8, y + index * bar + 12, mistakes(tally), "soft"),
        ];
      }),
    ];
  });
  const height = top + groups.length * groupHeight + 6;
  return picture(WIDTH, height, "Events lost, repeated, or emitted although old", "Mistakes of three polling strategies by situation; the table beside this picture has the numbers", [...legend(names, left, 62), ...shapes]);
}

/** Lines on two logarithmic scales. */
export function idleChart({ idleBySize: { sizes, requests } }: Pick<Results, "idleBySize">): string {
  const [left, right, top, bottom, height] = [70, 170, 90, 60, 400];
  const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)];
  const most = Math.max(...Object.values(requests).flat());
  const ceiling = 10 ** Math.ceil(Math.log10(most));
  const x = (size: number) => left + (WIDTH - left - right) * Math.log(size / smallest) / Math.log(largest / smallest);
  const y = (count: number) => height - bottom - (height - top - bottom) * Math.log10(count) / Math.log10(ceiling);
  const ticks = Array.from({ length: Math.log10(ceiling) + 1 }, (_, power) => 10 ** power);
  const names = Object.keys(requests);
  // Lines that end at the same point share a label.
  const ends = Object.entries(groupBy(names, (name) => requests[name]?.at(-1) ?? 1)).map(([count, lines]) => ({ count: Number(count), lines }));
  const shapes = [
    ...ticks.flatMap((count) => [
      `<line class="grid" x1="${left}" x2="${WIDTH - right}" y1="${y(count).toFixed(1)}" y2="${y(count).toFixed(1)}"/>`,
      label(left - 10, y(count) + 4, written(count), "end soft"),
    ]),
    ...sizes.map((size) => label(x(size), height - bottom + 22, written(size), "middle soft")),
    label((left + WIDTH - right) / 2, height - 14, "contacts in the account", "middle soft"),
    // The first is drawn last and thinner, so that a line below it stays visible.
    ...names.map((name, index) => {
      const points = (requests[name] ?? []).map((count, at) => `${x(sizes[at] ?? 1).toFixed(1)},${y(count).toFixed(1)}`).join(" ");
      return `<polyline fill="none" stroke="${colourOf(name)}" stroke-width="${index === 0 ? 2.5 : 7}" points="${points}"/>`;
    }).reverse(),
    ...ends.flatMap(({ count, lines }) => [
      label(WIDTH - right + 12, y(count) + 4 - 17 * lines.length, `${written(count)} request${count === 1 ? "" : "s"}`),
      ...lines.map((name, line) => label(WIDTH - right + 12, y(count) + 4 - 17 * lines.length + 17 * (line + 1), name, "soft")),
    ]),
  ];
  return picture(WIDTH, height, "Requests of a poll in which nothing happened", "Requests of an idle poll by size of the account, for three ways of polling; the table beside this picture has the numbers", [...legend(names, left, 64), ...shapes]);
}
