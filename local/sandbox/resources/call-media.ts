import { Attachment } from "../attachment.ts";
import { badRequest, notFound } from "../errors.ts";
import { handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { messageOf } from "./messages.ts";

/** Recordings and transcriptions of calls. How the live API responds before they exist is not documented; the sandbox covers both ways. */
export const callMedia: Resource = {
  "GET /conversations/messages/{messageId}/locations/{locationId}/recording": (call) => {
    const { id } = messageOf(call, param(call, "messageId"));
    const found = call.store.messaging.recordings.get(id);
    if (!found) throw notFound("Recording not found");
    return new Attachment(found.bytes, found.type, found.name);
  },

  "GET /conversations/locations/{locationId}/messages/{messageId}/transcription": (call) => sentencesOf(call),

  "GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download": (call) =>
    new Attachment(Buffer.from(sentencesOf(call).map(({ transcript }) => `${transcript}\n`).join("")), "text/plain; charset=utf-8", "transcription.txt"),

  "GET /locations/{locationId}/templates": handle<unknown, { type?: string; skip?: string; limit?: string }>((call) => {
    const { store, query } = call;
    const found = store.messaging.templates.in(param(call, "locationId")).filter(({ type }) => !query.type || type === query.type);
    const from = Number(query.skip ?? 0);
    return { templates: found.slice(from, from + Number(query.limit ?? 25)).map((template) => ({ ...template, dateAdded: new Date(template.dateAdded).toISOString() })), totalCount: found.length };
  }),
};

function sentencesOf(call: Call) {
  const { id } = messageOf(call, param(call, "messageId"));
  const found = call.store.messaging.transcriptions.get(id);
  if (!found) throw badRequest("Transcription is not available for this message");
  return found.sentences;
}
