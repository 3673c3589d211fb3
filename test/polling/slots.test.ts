import { describe, expect, it } from "@jest/globals";
import type { Fields } from "../../common/core/types.ts";
import { Api, DAY, DB_BYTES, HOUR, Host, MINUTE, NOW, breakAt, pass, repeated } from "./host.ts";
import type { Emitted } from "./host.ts";

const { slots } = await import("../../common/polling/strategies/windowed/slots.ts");

const trigger = slots({
  endpoints: [{ version: "2021-07-28", method: "GET", path: "/slots" }],
  resetOn: ["calendarId"],
  watched: ({ startedAt, source: { days = 7 } }) => ({ from: startedAt, to: startedAt + Number(days) * DAY }),
  async bookable(poll, forMs) {
    const hidden = await poll.cachedLookup("limits", forMs, async () => String((await poll.request({ version: "2021-07-28", method: "GET", path: "/limits" })).hidden));
    return { from: poll.startedAt + Number(hidden), to: Infinity };
  },
  async read(poll, { from, to }) {
    const { slots: found } = await poll.request({ version: "2021-07-28", method: "GET", path: "/slots", query: { from, to } }) as { slots: number[] }; // the fake answers so
    return found;
  },
  record: (_poll, slot) => ({ id: new Date(slot).toISOString() }),
});

/** Free every half an hour, all the time, except what is taken; the calendar hides what is nearer than `limits.hidden` ms. */
function start(props: Fields = {}, step = 30 * MINUTE) {
  const taken = new Set<number>();
  const extra = new Set<number>();
  const limits = { hidden: 0 };
  const api = new Api(({ path, query }) => {
    if (path === "/limits") return limits;
    const { from, to } = query as { from: number; to: number };
    const free: number[] = [];
    for (let slot = Math.ceil(from / step) * step; slot <= to; slot += step) if (!taken.has(slot)) free.push(slot);
    const all = [...free, ...[...extra].filter((slot) => slot >= from && slot <= to)];
    return { slots: all.filter((slot) => slot >= Date.now() + limits.hidden).reverse() };
  });
  return { taken, extra, limits, api, host: new Host(trigger, api, props) };
}

const eventLines = (events: Emitted[]) => events.map(({ kind, event }) => `${kind} ${Math.round((Date.parse(String(event.id)) - NOW) / MINUTE)}`);
const at = (minutes: number) => NOW + minutes * MINUTE;

describe("free slots that are watched", () => {
  it.each(["deploy", "activate", "run"] as const)("have a silent baseline in %s", async (hook) => {
    const { host } = start();
    expect(await host[hook]()).toEqual([]);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("are emitted when they are taken and when they open", async () => {
    const { host, taken, extra } = start();
    await host.deploy();
    taken.add(at(120));
    extra.add(at(135));
    expect(eventLines(await host.run()).sort()).toEqual(["opened 135", "taken 120"]);
    taken.clear();
    extra.clear();
    expect(eventLines(await host.run()).sort()).toEqual(["opened 120", "taken 135"]);
    expect(await host.run()).toEqual([]);
  });

  it("are emitted each time, with ids of their own", async () => {
    const { host, taken } = start();
    await host.deploy();
    for (let time = 0; time < 3; time++) {
      taken.add(at(120));
      await host.run();
      taken.clear();
      await host.run();
    }
    expect(eventLines(host.events)).toEqual(["taken 120", "opened 120", "taken 120", "opened 120", "taken 120", "opened 120"]);
    expect(repeated(host.events)).toEqual([]);
  });

  it.each([MINUTE, 17 * MINUTE, HOUR, 2 * DAY, 20 * DAY])("emit nothing of what time brings and takes away: each poll %d ms later", async (step) => {
    const { host } = start();
    await host.deploy();
    for (let poll = 0; poll < 20; poll++) {
      pass(step);
      expect(await host.run()).toEqual([]);
    }
  });

  it("emit what was taken while nobody looked, as far as it is still ahead", async () => {
    const { host, taken } = start();
    await host.deploy();
    for (const minutes of [30, 60, 180]) taken.add(at(minutes));
    pass(2 * HOUR);
    expect(eventLines(await host.run())).toEqual(["taken 180"]);
  });

  it("are not emitted as opened or taken where the calendar begins to show or to hide more of them", async () => {
    const { host, taken, limits } = start();
    limits.hidden = 4 * HOUR;
    await host.deploy();
    taken.add(at(300));
    limits.hidden = 0;
    expect(eventLines(await host.run())).toEqual(["taken 300"]);
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    taken.add(at(330));
    limits.hidden = 5 * HOUR;
    expect(eventLines(await host.run())).toEqual(["taken 330"]);
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
  });

  it("are emitted in what the calendar has begun to show, from the next poll on", async () => {
    const { host, taken, limits } = start();
    limits.hidden = 4 * HOUR;
    await host.deploy();
    limits.hidden = 0;
    expect(await host.run()).toEqual([]);
    taken.add(at(120));
    expect(eventLines(await host.run())).toEqual(["taken 120"]);
  });

  it("cost one request where nothing changed, and one more an hour for the calendar's limits", async () => {
    const { host, api, taken } = start();
    await host.deploy();
    for (let poll = 0; poll < 12; poll++) {
      const before = api.asked.length;
      pass(5 * MINUTE);
      expect(await host.run()).toEqual([]);
      expect(api.asked.slice(before).map(({ path }) => path)).toEqual(poll === 11 ? ["/limits", "/slots"] : ["/slots"]);
    }
    taken.add(at(300));
    const { requests, emitted } = await host.counted();
    expect([requests, eventLines(emitted)]).toEqual([3, ["taken 300"]]);
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it("are emitted only for the event types that were chosen", async () => {
    const { host, taken, extra } = start({ eventTypes: ["opened"] });
    await host.deploy();
    taken.add(at(120));
    extra.add(at(135));
    expect(eventLines(await host.run())).toEqual(["opened 135"]);
  });

  it("start anew, silently, with another calendar", async () => {
    const { host, taken } = start();
    await host.deploy();
    taken.add(at(120));
    host.props = { calendarId: "other1" };
    expect(await host.activate()).toEqual([]);
    expect(await host.run()).toEqual([]);
  });

  it("come with a broken connection: nothing is emitted, and nothing lost", async () => {
    const { host, taken, api } = start();
    await host.deploy();
    taken.add(at(120));
    breakAt(api, 1);
    await expect(host.run()).rejects.toThrow("The connection broke");
    expect(eventLines(await host.run())).toEqual(["taken 120"]);
  });

  it.each(["error", "kill"] as const)("are emitted again with the same ids after a crash (%s)", async (how) => {
    for (const crash of [0, 1, 2, "save"] as const) {
      const { host, taken } = start();
      await host.deploy();
      for (const minutes of [120, 150, 180]) taken.add(at(minutes));
      const { emitted } = await host.tryRun({ at: crash, how });
      const again = await host.run();
      expect(eventLines(again)).toEqual(["taken 120", "taken 150", "taken 180"]);
      expect(again.slice(0, emitted.length).map(({ id }) => id)).toEqual(emitted.map(({ id }) => id));
      expect(await host.run()).toEqual([]);
    }
  });

  it.each<[string, unknown]>([["is garbage", 7], ["has no span", { poll: 1, slots: "" }], ["has a span that is none", { poll: 1, span: 5, slots: "" }], ["has no slots", { poll: 1, span: { from: 1, to: 2 } }]])(
    "have a saved state that %s: a new baseline without events",
    async (_, strategy) => {
      const { host, taken } = start();
      await host.deploy();
      const saved = JSON.parse(host.db.state ?? "") as object;
      host.db = { state: JSON.stringify({ ...saved, strategy }) };
      taken.add(at(120));
      expect(await host.run()).toEqual([]);
      taken.clear();
      expect(eventLines(await host.run())).toEqual(["opened 120"]);
    },
  );

  it.each([15, 5])("of 31 days, each %d minutes, fit into the state, with room", async (minutes) => {
    const { host } = start({ days: 31 }, minutes * MINUTE);
    await host.deploy();
    expect(host.stateBytes).toBeLessThan(DB_BYTES / 2);
    expect(await host.run()).toEqual([]);
  });

  it("that are too many are a clear error, and nothing is emitted again and again", async () => {
    const { host, extra } = start({ days: 31 });
    await host.deploy();
    for (let minute = 1; minute < 31 * 24 * 60; minute++) extra.add(at(minute));
    for (let poll = 0; poll < 3; poll++) {
      const { emitted, error } = await host.tryRun();
      expect(emitted).toEqual([]);
      expect(error?.message).toMatch(/^There are more free slots \(\d+\) than this trigger can watch\. Watch fewer days; nothing was skipped\.$/);
    }
  });
});
