import { afterAll, describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import type { Source } from "../../hosts/runtime/index.ts";
import { useVirtualClock } from "../support/clock.ts";
import { source } from "./support.ts";

const MINUTE = 60_000;
const clock = useVirtualClock();
let sandbox: Sandbox | undefined;
afterAll(() => sandbox?.close());

/** A trigger on a contact's conversation, or on all, that emitted the first email of a thread a minute ago. */
async function begun(isOne: boolean) {
  await sandbox?.close();
  sandbox = await startSandbox({ rateLimit: false });
  const { store: { messaging, contacts }, locationId } = sandbox;
  const [contact] = contacts.insert([{ locationId, firstName: "Iris", email: "iris@example.com" }]);
  const contactId = contact!.id; // one in, one out
  const { id: conversationId } = messaging.begin(contactId, { dateAdded: Date.now() - 60 * MINUTE, lastMessageDate: Date.now() - 60 * MINUTE });
  const trigger = await source(sandbox, "get-messages-by-conversation", isOne ? { conversationId } : {});
  await trigger.deploy();
  const first = messaging.addEmail({ contactId, direction: "inbound", dateAdded: Date.now() - MINUTE });
  expect(await eventTypesOf(trigger)).toEqual(["inbound"]);
  const add = (direction: "inbound" | "outbound", more = {}) => {
    clock.pass(1_000);
    messaging.addEmail({ contactId, threadId: first.threadId, direction, ...more });
  };
  /** The list of the thread's emails is that of its beginning again. */
  const forget = () => messaging.messages.change(messaging.messages.get(first.threadId)!, { meta: { email: { messageIds: [first.id] } } }); // it is there
  /** Moves the conversation, so that it is read. */
  const stir = () => messaging.add({ contactId, messageType: "TYPE_ACTIVITY_CONTACT" });
  return { trigger, add, forget, stir };
}

async function eventTypesOf(trigger: Source): Promise<unknown[]> {
  const { emitted } = await trigger.run();
  return emitted.map(({ event }) => (event as { _event: { kind: string } })._event.kind); // every trigger adds it
}

describe.each([["one conversation", true], ["all conversations", false]])("a thread of emails, of %s", (_, isOne) => {
  it("comes with each email, with an event id of its own", async () => {
    const { trigger, add } = await begun(isOne);
    add("outbound");
    const [answer] = (await trigger.run()).emitted;
    add("inbound");
    const [reply] = (await trigger.run()).emitted;
    expect([answer, reply].map((one) => (one?.event as { direction: string }).direction)).toEqual(["outbound", "inbound"]);
    expect(reply?.id).not.toBe(answer?.id);
    expect(await eventTypesOf(trigger)).toEqual([]);
  });

  it("does not come with an answer that is only scheduled", async () => {
    const { trigger, add, stir } = await begun(isOne);
    add("outbound", { status: "scheduled" });
    stir();
    expect(await eventTypesOf(trigger)).toEqual([]);
  });

  it.each(["scheduled", "sent"])("comes with an answer that follows one which was %s and taken back", async (status) => {
    const { trigger, add, forget, stir } = await begun(isOne);
    add("outbound", { status, dateAdded: Date.now() - MINUTE / 2 });
    stir();
    expect(await eventTypesOf(trigger)).toEqual(status === "sent" ? ["outbound"] : []);
    forget();
    add("inbound");
    expect(await eventTypesOf(trigger)).toEqual(["inbound"]);
  });
});
