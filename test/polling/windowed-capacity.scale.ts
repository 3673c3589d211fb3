/** As many bookings in a window as a state can remember, and more. */
import { describe, expect, it } from "@jest/globals";
import { DAY, DB_BYTES, HOUR, MINUTE, pass, eventLines, uuid } from "./host.ts";
import { start } from "./diary.ts";

describe("the state of a window", () => {
  it.each<[number, string, string[]]>([[3_000, "without deletions", ["created", "updated"]], [1_100, "with deletions and 36-character ids", ["created", "deleted"]]])(
    "holds %d bookings %s below 60,000 bytes",
    async (count, _, eventTypes) => {
      const { diary, host } = start({ eventTypes });
      for (let index = 0; index < count; index++) diary.book(index * MINUTE, { id: uuid(index) });
      await host.activate();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
      expect(host.stateBytes).toBeGreaterThan(50_000);
      const id = diary.book(HOUR, { id: uuid(count) });
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
      expect(await host.settle(MINUTE)).toEqual([]);
    },
  );

  it("that would be too large is a clear error, and nothing is emitted again and again", async () => {
    const { diary, host } = start({ eventTypes: ["created"] });
    for (let index = 0; index < 3_000; index++) diary.book(index * MINUTE, { id: uuid(index) });
    await host.activate();
    for (let index = 3_000; index < 3_600; index++) diary.book(index * MINUTE, { id: uuid(index) });
    for (let poll = 0; poll < 3; poll++) {
      expect(await host.tryRun()).toMatchObject({ emitted: [], error: { message: "There are more bookings in the watched time span than this trigger can watch. Choose a shorter span or one calendar; nothing was skipped." } });
    }
  });

  it("does not count what time has taken out of the span since, nor grow by it", async () => {
    const { diary, host } = start({ eventTypes: ["created"] });
    for (let index = 0; index < 3_000; index++) diary.book(index, { id: uuid(index) });
    await host.activate();
    pass(6 * DAY);
    for (let index = 3_000; index < 6_000; index++) diary.book(index, { id: uuid(index) });
    const { emitted, error } = await host.tryRun();
    expect(error).toBeUndefined();
    expect(emitted).toHaveLength(3_000);
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    expect(await host.settle(MINUTE)).toEqual([]);
  });
});
