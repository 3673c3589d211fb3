import type { Sandbox } from "../../../local/sandbox/index.ts";
import type { TriggerRows } from "../trigger-row.ts";

/** A call that has neither recording nor transcription yet: then the message itself is looked up. */
const call = { props: ({ store, locationId }: Sandbox) => ({ messageId: store.messaging.add({ contactId: store.contacts.in(locationId)[0]!.id, messageType: "TYPE_CALL", status: "completed" }).id }), absent: [400, 404] };

export default {
  "download-transcription": { ...call, change: ({ store: { messaging } }, { messageId }) => messaging.transcriptions.put({ id: String(messageId), sentences: [] }) },
  "get-conversation": {},
  "get-email-by-id": { props: ({ store: { messaging } }) => { const { id, conversationId } = messaging.emails.all()[0]!; return { conversationId, emailMessageId: id }; } },
  "get-message-by-id": {},
  "get-message-recording": call,
  "get-message-transcription": call,
  "get-messages-by-conversation": {
    change: ({ store: { messaging }, locationId }, { conversationId }) => {
      // Of the one that is watched, or of any.
      const { contactId } = messaging.conversations.get(String(conversationId)) ?? messaging.conversations.in(locationId)[0]!;
      for (let index = 0; index < 150; index++) messaging.add({ contactId });
    },
  },
  "search-conversations": { props: () => ({ query: "a", createdAfter: "2026-01-01", createdBefore: "2036-01-01", scoreProfile: "ScoreProfile00000001", scoreProfileMin: 1, scoreProfileMax: 9 }),
    leftOut: { id: "looks up one conversation; Get Conversation does that", sortScoreProfile: "sorts by a score; the trigger sorts by time" },
  },
} satisfies TriggerRows;
