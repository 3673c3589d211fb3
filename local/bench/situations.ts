import type { Scene } from "./compare.ts";
import { MINUTE } from "./rig.ts";

/** Something that happens in real accounts. */
export interface Situation {
  name: string;
  /** What the table says about it. */
  what: string;
  play(scene: Scene): Promise<void>;
}

const EXISTING = 300;

/** Deployed long ago. */
async function settled(scene: Scene, skewMs = 0): Promise<void> {
  await scene.deploy(EXISTING, skewMs);
  scene.wait(15);
  await scene.poll();
  scene.wait(15);
  scene.begin();
}

export const situations: Situation[] = [
  {
    name: "first deployment",
    what: "deployed in an account of 20,000 contacts, then nothing new",
    play: (scene) => scene.deploy(20_000),
  },
  {
    name: "equal times",
    what: "105 new contacts, 10 of them of one millisecond across the border of a page of 100",
    play: async (scene) => {
      await settled(scene);
      scene.add(95, { over: 10 * MINUTE, back: MINUTE });
      scene.add(10);
      await scene.poll();
    },
  },
  {
    name: "visible late",
    what: "a poll a minute for an hour; each minute 3 new contacts, and 1 that searches see a minute later",
    play: async (scene) => {
      await settled(scene);
      for (let minute = 0; minute < 60; minute++) {
        scene.add(1, { lag: MINUTE + 1, back: 30_000 });
        scene.add(3, { over: MINUTE / 2 });
        await scene.poll();
        scene.wait(1);
      }
    },
  },
  {
    name: "clocks apart",
    what: "HighLevel's clock is two minutes ahead of the poller's, and every other contact is dated by a server two minutes behind; a poll a minute for an hour",
    play: async (scene) => {
      await settled(scene, 2 * MINUTE);
      for (let minute = 0; minute < 60; minute++) {
        scene.wait(1);
        scene.add(1);
        scene.add(1, { back: 2 * MINUTE });
        await scene.poll();
      }
    },
  },
  {
    name: "a large import",
    what: "1,500 new contacts between two polls",
    play: async (scene) => {
      await settled(scene);
      scene.add(1_500, { over: 10 * MINUTE });
      await scene.poll();
    },
  },
  {
    name: "deletions",
    what: "the 30 newest contacts are deleted",
    play: async (scene) => {
      await settled(scene);
      scene.removeNewest(30);
      await scene.poll();
    },
  },
  {
    name: "a small crash",
    what: "60 new contacts; the process is killed after the 30th event",
    play: async (scene) => {
      await settled(scene);
      scene.add(60, { over: 10 * MINUTE });
      await scene.poll(30);
    },
  },
  {
    name: "a large crash",
    what: "400 new contacts; the process is killed after the 250th event",
    play: async (scene) => {
      await settled(scene);
      scene.add(400, { over: 10 * MINUTE });
      await scene.poll(250);
    },
  },
];
