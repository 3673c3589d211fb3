/** More children of the one parent that the user named than a state can remember. */
import { describe, expect, it } from "@jest/globals";
import { deployedOnMine } from "./fan-out-chat.ts";
import { DB_BYTES, MINUTE, SECOND, created, pass, eventLines } from "./host.ts";

describe("children of one parent", () => {
  it("more than can be remembered are emitted once, over several polls, with a state below 60,000 bytes", async () => {
    const { chat, host, api } = await deployedOnMine({ pollBudget: 5, pageSize: 100 });
    const ids = chat.sayMany("mine", 6_000, Date.now() - 5 * MINUTE, 40);
    api.latencyMs = 500;
    for (let poll = 0; poll < 14; poll++) {
      await host.run();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
      if (poll < 9) ids.push(chat.say("mine"));
      pass(SECOND);
    }
    api.latencyMs = 0;
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });
});
