import { describe, expect, it } from "@jest/globals";
import { MINUTE, SECOND, created, pass, repeated, eventLines } from "./host.ts";
import { deployed, paged, start, whole } from "./shelf.ts";

describe.each([["whole", whole], ["in pages", paged]] as const)("a list that comes %s", (_, component) => {
  describe("the baseline", () => {
    it.each(["activate", "run"] as const)("is silent in %s", async (hook) => {
      const { shelf, host } = start(component);
      shelf.add(45);
      expect(await host[hook]()).toEqual([]);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("comes with the 25 newest as samples at the first deployment", async () => {
      const { shelf, host } = start(component);
      shelf.add(30);
      pass(SECOND);
      const ids = shelf.add(25);
      shelf.list.reverse();
      expect(eventLines(await host.deploy()).sort()).toEqual(created(ids));
      expect(await host.run()).toEqual([]);
    });

    it("has samples also where nothing has a time, and none of event types that nobody chose", async () => {
      const { shelf, host } = start(component);
      shelf.add(30);
      shelf.list = shelf.list.map(({ dateAdded: _time, ...item }) => item);
      expect(await host.deploy()).toHaveLength(25);
      const other = start(component, { eventTypes: ["deleted"] });
      other.shelf.add(30);
      expect(await other.host.deploy()).toEqual([]);
    });

    it("of an empty list takes what comes next for new", async () => {
      const { shelf, host } = start(component);
      expect(await host.deploy()).toEqual([]);
      const ids = shelf.add(3);
      expect(eventLines(await host.run()).sort()).toEqual(created(ids));
    });

    it("stays at a second deployment and at an update that changes nothing", async () => {
      const { shelf, host } = await deployed(component);
      const ids = shelf.add(2);
      expect(await host.deploy()).toEqual([]);
      expect(await host.activate()).toEqual([]);
      expect(eventLines(await host.run()).sort()).toEqual(created(ids));
    });

    it("stays where a field is emptied that never said anything, or the usual choice is made", async () => {
      const { shelf, host } = await deployed(component);
      for (const props of [{ query: "" }, { query: null }, { query: [] }, { eventTypes: [] }, { eventTypes: ["deleted", "completed", "updated", "created"] }]) {
        host.props = props;
        const ids = shelf.add(1);
        await host.activate();
        expect(eventLines(await host.run())).toEqual(created(ids));
      }
    });

    it("does not take a field that comes as null for a change of one that was left out", async () => {
      const { shelf, host, ids } = await deployed(component);
      shelf.change(ids[0], { owner: null, tags: { main: null } });
      shelf.change(ids[1], { tags: {} });
      shelf.change(ids[2], { owner: "me" });
      expect(eventLines(await host.run()).sort()).toEqual([`updated ${ids[0]}`, `updated ${ids[1]}`, `updated ${ids[2]}`]);
      shelf.change(ids[0], { owner: undefined, tags: {} });
      expect(await host.run()).toEqual([]);
    });

    it("is made anew, silently, by an update that changes what is watched", async () => {
      const { shelf, host, api } = await deployed(component);
      for (const change of [() => { host.props = { query: "x" }; }, () => { api.$auth.locationId = "loc2"; }, () => { host.props = { eventTypes: ["created", "deleted"] }; }]) {
        shelf.add(3);
        change();
        expect(await host.activate()).toEqual([]);
        expect(await host.run()).toEqual([]);
      }
    });
  });

  describe("a poll", () => {
    it("where nothing happened emits nothing and reads the list once", async () => {
      const { host } = await deployed(component, 25);
      for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: component === whole ? 1 : 3 });
    });

    it("emits what is new, changed and marked, each once", async () => {
      const { shelf, host, ids: [one, two, three] } = await deployed(component);
      shelf.change(one, { name: "second" });
      shelf.change(two, { done: true });
      shelf.change(three, { done: true, name: "second" });
      const [fresh] = shelf.add(1);
      expect(eventLines(await host.run()).sort()).toEqual([`completed ${two}`, `completed ${three}`, `created ${fresh}`, `updated ${one}`]);
      expect(await host.settle(MINUTE)).toEqual([]);
      shelf.change(two, { done: false });
      expect(eventLines(await host.run())).toEqual([`updated ${two}`]);
    });

    it("emits a change there and back again as events with ids of their own", async () => {
      const { shelf, host, ids: [id] } = await deployed(component);
      for (const name of ["second", "first", "second", "first"]) {
        shelf.change(id, { name });
        expect(eventLines(await host.run())).toEqual([`updated ${id}`]);
      }
      expect(repeated(host.events)).toEqual([]);
    });

    it("has an event's record at its root, and a time where there is one", async () => {
      const { shelf, host } = await deployed(component, 0);
      shelf.add(1);
      expect(await host.run()).toMatchObject([{ kind: "created", ts: Date.now(), summary: "Item created: first", event: { id: "i0000", name: "first", _event: { kind: "created" } } }]);
    });

    it("is not moved by another order or by fields that always differ", async () => {
      const { shelf, host } = await deployed(component);
      shelf.list.reverse();
      expect(await host.run()).toEqual([]);
    });

    it("emits only the event types that were chosen, and knows the others all the same", async () => {
      const { shelf, host, ids: [one, two] } = await deployed(component, 25, { eventTypes: ["completed"] });
      shelf.add(1);
      shelf.change(one, { name: "second" });
      shelf.change(two, { done: true });
      shelf.remove(two);
      expect(await host.settle(MINUTE)).toEqual([]);
      shelf.change(one, { done: true });
      expect(eventLines(await host.run())).toEqual([`completed ${one}`]);
    });
  });

  describe("an item that is new and marked already", () => {
    it("emits a change whose own event type was not chosen as updated", async () => {
      const { shelf, host, ids: [one, two] } = await deployed(component, 25, { eventTypes: ["created", "updated"] });
      shelf.change(one, { name: "second", done: true });
      shelf.change(two, { done: true });
      expect(eventLines(await host.settle(MINUTE)).sort()).toEqual([`updated ${one}`, `updated ${two}`]);
    });

    it.each([[["created", "completed"], "created"], [["completed"], "completed"]])("with the event types %p chosen is %s, once", async (eventTypes, kind) => {
      const { shelf, host } = await deployed(component, 25, { eventTypes });
      const [id] = shelf.add(1);
      shelf.change(id ?? "", { done: true });
      expect(eventLines(await host.run())).toEqual([`${kind} ${id}`]);
      expect(await host.settle(MINUTE)).toEqual([]);
    });
  });

  describe("what is gone", () => {
    it("is emitted once, by its id, when it was absent twice in a row", async () => {
      const { shelf, host, ids: [id] } = await deployed(component);
      shelf.remove(id);
      expect(await host.run()).toEqual([]);
      expect(await host.run()).toMatchObject([{ kind: "deleted", event: { id, _event: { kind: "deleted" } }, summary: `Item deleted: ${id}` }]);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("for one poll only is not emitted, nor is its return", async () => {
      const { shelf, host, ids: [id] } = await deployed(component);
      const before = shelf.list;
      for (let time = 0; time < 3; time++) {
        shelf.remove(id);
        expect(await host.run()).toEqual([]);
        shelf.list = before;
        expect(await host.run()).toEqual([]);
      }
    });

    it("and comes back later is new, with an id of its own each time", async () => {
      const { shelf, host, ids: [id] } = await deployed(component);
      const before = shelf.list;
      for (let time = 0; time < 2; time++) {
        shelf.remove(id);
        await host.run();
        await host.run();
        shelf.list = before;
        await host.run();
      }
      expect(eventLines(host.events)).toEqual([`deleted ${id}`, `created ${id}`, `deleted ${id}`, `created ${id}`]);
      expect(repeated(host.events)).toEqual([]);
    });

    it("may be the whole list", async () => {
      const { shelf, host, ids } = await deployed(component);
      shelf.list = [];
      expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(ids.map((id) => `deleted ${id}`).sort());
    });

    it.each(["a,b", "ü ☃", "https://example.com/?a=1&b=2", "%2C"])("is emitted by its id, whatever its characters: %s", async (id) => {
      const { shelf, host } = start(component);
      shelf.add(3);
      shelf.add(1, () => id);
      await host.activate();
      shelf.remove(id);
      expect(eventLines(await host.settle(MINUTE))).toEqual([`deleted ${id}`]);
    });
  });
});
