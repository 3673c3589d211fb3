/** A start in the middle of a flood: what the last quarter of an hour holds is more than a page. */
import { describe, expect, it } from "@jest/globals";
import { MINUTE, NOW, SECOND, breakAt, created, pass, eventLines } from "./host.ts";
import { ALL, PAGE, descending, start } from "./things.ts";

describe.each(ALL)("read %s, started behind a full and recent page", (_, component) => {
  /** 35 things of the last minute, and one from before them that becomes visible late. */
  function flooded(props = {}) {
    const all = start(component, props);
    const late = all.world.create({ at: NOW - 5 * MINUTE, lagMs: 2 * MINUTE });
    all.world.createMany(35, { at: NOW - MINUTE, step: SECOND });
    return { ...all, late };
  }

  it.each(["activate", "deploy"] as const)("emits after %s what becomes visible late behind the page, and nothing old", async (hook) => {
    const { host, late } = flooded();
    await host[hook]();
    const before = host.events.length;
    expect(await host.run()).toEqual([]);
    pass(3 * MINUTE);
    await host.settle(MINUTE);
    expect(eventLines(host.events.slice(before))).toEqual([`created ${late}`]);
  });

  it("emits what comes while the baseline is read", async () => {
    const { world, host, api } = flooded();
    const ids: string[] = [];
    api.latencyMs = 2 * SECOND;
    api.listen((count) => {
      if (count === 3) ids.push(...world.createMany(2));
    });
    await host.activate();
    api.listen(undefined);
    expect(eventLines(await host.run()).sort()).toEqual(created(ids));
  });

  const emitsChanges = component !== descending;
  if (emitsChanges) {
    it.each([[["created", "updated"]], [["updated"]]])("emits %j a change that comes while the baseline is read as that, not as new", async (eventTypes) => {
      const { world, host, api } = start(component, { eventTypes });
      const old = world.create({ at: NOW - 10 * MINUTE });
      world.createMany(35, { at: NOW - MINUTE, step: SECOND });
      api.latencyMs = 2 * SECOND;
      api.listen((count) => {
        if (count === 2) world.update(old);
      });
      await host.activate();
      api.listen(undefined);
      await host.settle(MINUTE);
      expect(eventLines(host.events)).toEqual([`updated ${old}`]);
    });
  }

  it.each([2, 3, 4])("counts from its page on where request %d fails, or where there is no time for all", async (at) => {
    for (const disturb of ["failure", "slow"] as const) {
      const { world, host, api } = flooded({ pollBudget: 5 });
      if (disturb === "failure") breakAt(api, at);
      else api.latencyMs = 500 + 350 * at; // the deadline is 4 s away
      expect(await host.activate()).toEqual([]);
      api.listen(undefined);
      api.latencyMs = 0;
      const id = world.create({ at: Date.now() });
      pass(3 * MINUTE);
      await host.settle(MINUTE);
      expect(eventLines(host.events)).toEqual([`created ${id}`]);
    }
  });

  it("counts what has come in the second of the start as old: HighLevel's clock says no more than that", async () => {
    const { world, host, api } = start(component);
    world.createMany(35, { at: NOW });
    api.skewMs = -900;
    await host.activate();
    pass(SECOND);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("reads one page where the quarter of an hour has no more", async () => {
    const { world, host, api } = start(component);
    world.createMany(2 * PAGE, { at: NOW - 20 * MINUTE });
    await host.activate();
    expect(api.asked).toHaveLength(1);
  });
});
