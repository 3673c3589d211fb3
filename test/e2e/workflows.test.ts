import { describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import { run, messageOf } from "./support.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";

interface Ids {
  contactId: string;
  draftId: string;
  publishedId: string;
}

function setup({ store, locationId }: Sandbox): Ids {
  const workflows = store.workflows.in(locationId);
  const idOf = (wanted: string) => workflows.find(({ status }) => status === wanted)!.id;
  const [contact] = store.contacts.insert([{ locationId, firstName: "Iris", workflows: [idOf("published")] }]);
  return { contactId: contact!.id, draftId: idOf("draft"), publishedId: idOf("published") };
}

const set = ({ store }: Sandbox, id: string, status: "draft" | "published") => store.workflows.change(store.workflows.get(id)!, { status, version: 9 });
const START = "2030-07-01T09:00:00-04:00";

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "list-workflows", when: "one is published, one turned back into a draft", props: () => ({}),
    change: (sandbox, { draftId, publishedId }) => {
      set(sandbox, draftId, "published");
      set(sandbox, publishedId, "draft");
    },
    eventTypes: ["published", "unpublished"],
  },
  {
    slug: "list-workflows", when: "one is created, one edited, one deleted", props: () => ({ eventTypes: ["created", "updated", "published", "deleted"] }),
    change: ({ store, locationId }, { draftId, publishedId }) => {
      const now = store.clock.now();
      store.workflows.put({ id: store.random.uuid(), locationId, name: "Birthday", status: "draft", version: 1, createdAt: now, updatedAt: now });
      store.workflows.change(store.workflows.get(publishedId)!, { version: 9, updatedAt: now });
      store.workflows.delete(draftId);
    },
    eventTypes: ["created", "deleted", "updated"], polls: 2,
  },
  {
    slug: "list-workflows", when: "only publishing is wanted and one is edited", props: () => ({ eventTypes: ["published"] }),
    change: ({ store }, { publishedId }) => store.workflows.change(store.workflows.get(publishedId)!, { version: 9 }),
    eventTypes: [],
  },
];

const workflowsNow = ({ store }: Sandbox, { contactId }: Ids) => store.contacts.get(contactId)!.workflows;

const actions: ActionRow<Ids>[] = [
  {
    slug: "add-contact-to-workflow", when: "at a time without offset, in summer", props: ({ contactId, draftId }) => ({ contactId, workflowId: draftId, eventStartTime: "2030-07-01 09:00" }),
    effect: (sandbox, ids) => {
      expect(workflowsNow(sandbox, ids)).toEqual([ids.publishedId, ids.draftId]);
      expect(sandbox.requests.at(-1)!.body).toEqual({ eventStartTime: START });
    },
  },
  {
    slug: "add-contact-to-workflow", when: "at once", props: ({ contactId, draftId }) => ({ contactId, workflowId: draftId }),
    effect: (sandbox, ids) => {
      expect(workflowsNow(sandbox, ids)).toContain(ids.draftId);
      expect(sandbox.requests.map(({ body }) => body)).toEqual([{}]);
    },
  },
  {
    slug: "remove-contact-from-workflow", props: ({ contactId, publishedId }) => ({ contactId, workflowId: publishedId, eventStartTime: START }),
    effect: (sandbox, ids) => {
      expect(workflowsNow(sandbox, ids)).toEqual([]);
      expect(sandbox.requests.at(-1)!.body).toEqual({ eventStartTime: START });
    },
  },
];

e2e({ category: "workflows", setup, triggers, actions });

describe("add-contact-to-workflow", () => {
  it.each([
    ["a time that is none", { workflowId: "any1", eventStartTime: "tomorrow" }, /Event Start Time: "tomorrow" is not a date and time/],
    ["a day that does not exist", { workflowId: "any1", eventStartTime: "2030-02-30T09:00:00-05:00" }, /Event Start Time: .* is not a date and time/],
    ["a workflow that does not exist", { workflowId: "00000000-0000-0000-0000-000000000000" }, /Workflow: HighLevel has no workflow with this ID\. .* Workflow with id .* not found/],
    ["a workflow that an expression left blank", { workflowId: " " }, /Workflow is empty/],
  ])("says what is wrong with %s", async (_, props, message) => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      const { contactId } = setup(sandbox);
      expect(await messageOf(run(sandbox, "add-contact-to-workflow", { contactId, ...props }))).toMatch(message);
    } finally {
      await sandbox.close();
    }
  });
});
