import { afterAll, describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { source } from "./support.ts";
import type { Fields } from "./support.ts";

let sandbox: Sandbox | undefined;
afterAll(() => sandbox?.close());

interface Row {
  slug: string;
  before: (sandbox: Sandbox) => Fields;
  after: (sandbox: Sandbox) => Fields;
  /** Something that both forms watch, if they find anything. */
  happen: (sandbox: Sandbox) => unknown;
}

const addCalendar = ({ store: { calendars }, locationId }: Sandbox) => calendars.put({ ...calendars.in(locationId)[0]!, id: "fresh", name: "Fresh" }); // the sandbox has some
const contactOf = ({ store, locationId }: Sandbox) => store.contacts.in(locationId)[0]!.id; // the sandbox has some
const addMessage = (all: Sandbox) => all.store.messaging.add({ contactId: contactOf(all) });

/** Events of a trigger whose form is changed after something has happened that it has not read yet. */
async function play({ slug, before, after, happen }: Row): Promise<number> {
  await sandbox?.close();
  sandbox = await startSandbox({ rateLimit: false });
  const trigger = await source(sandbox, slug, before(sandbox));
  await trigger.deploy();
  await trigger.run();
  happen(sandbox);
  const { emitted } = await trigger.update(after(sandbox));
  expect(emitted).toEqual([]);
  return (await trigger.run()).emitted.length;
}

describe("a form that is saved", () => {
  it.each<Row>([
    { slug: "list-calendars", before: ({ locationId }) => ({ locationId: `${locationId} ` }), after: ({ locationId }) => ({ locationId }), happen: addCalendar },
    { slug: "list-calendars", before: () => ({}), after: () => ({ groupId: "" }), happen: addCalendar },
    { slug: "get-messages-by-conversation", before: () => ({ messageTypes: ["TYPE_SMS", "TYPE_CALL"] }), after: () => ({ messageTypes: ["TYPE_CALL", "TYPE_SMS"] }), happen: addMessage },
    { slug: "get-messages-by-conversation", before: () => ({ messageTypes: [] }), after: () => ({ conversationId: "", messageTypes: null }), happen: addMessage },
  ])("and says the same as before keeps the position: $slug", async (row) => {
    expect(await play(row)).toBe(1);
  });

  it.each<Row>([
    {
      slug: "get-blog-posts", before: ({ store, locationId }) => ({ blogId: `${store.blogs.in(locationId)[0]!.id} ` }), // the sandbox has one
      after: ({ store, locationId }) => ({ blogId: store.blogs.in(locationId)[0]!.id }), happen: () => undefined,
    },
    { slug: "search-conversations", before: (all) => ({ contactId: `${contactOf(all)} ` }), after: (all) => ({ contactId: contactOf(all) }), happen: addMessage },
  ])("and finds something only now, since a blank was taken away, begins anew: $slug", async (row) => {
    expect(await play(row)).toBe(0);
  });
});
