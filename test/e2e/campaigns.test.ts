import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import type { TriggerRow } from "./suite.ts";

interface Ids {
  draftId: string;
  publishedId: string;
}

function setup({ store, locationId }: Sandbox): Ids {
  const campaigns = store.campaigns.in(locationId);
  const idOf = (wanted: string) => campaigns.find(({ status }) => status === wanted)!.id;
  return { draftId: idOf("draft"), publishedId: idOf("published") };
}

const publish = ({ store }: Sandbox, { draftId }: Ids) => store.campaigns.change(store.campaigns.get(draftId)!, { status: "published" });
const add = ({ store, locationId }: Sandbox, status: "draft" | "published") => store.campaigns.put({ id: "NewCampaign000000001", locationId, name: "Autumn", status });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "list-campaigns", when: "one is created, one published, one renamed", props: () => ({}),
    change: (sandbox, ids) => {
      add(sandbox, "draft");
      publish(sandbox, ids);
      sandbox.store.campaigns.change(sandbox.store.campaigns.get(ids.publishedId)!, { name: "Other name" });
    },
    eventTypes: ["created", "published", "updated"],
  },
  {
    slug: "list-campaigns", when: "one is deleted", props: () => ({ eventTypes: ["deleted"] }),
    change: ({ store }, { publishedId }) => store.campaigns.delete(publishedId),
    eventTypes: ["deleted"], event: ({ publishedId }) => ({ id: publishedId }), polls: 2,
  },
  {
    slug: "list-campaigns", when: "a draft is created and only published ones are watched", props: () => ({ status: "published" }),
    change: (sandbox) => add(sandbox, "draft"),
    eventTypes: [],
  },
  {
    slug: "list-campaigns", when: "one gets the watched status", props: () => ({ status: "published" }),
    change: publish,
    eventTypes: ["created"], event: ({ draftId }) => ({ id: draftId, status: "published" }),
  },
];

e2e({ category: "campaigns", setup, triggers, actions: [] });
