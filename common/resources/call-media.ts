import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import { HOUR_MS } from "../core/durations.ts";
import type { Download } from "../api/http/download.ts";
import { HighLevelError } from "../api/http/errors.ts";
import { urlOf } from "../api/http/request.ts";
import type { ApiRequest } from "../api/http/request.ts";
import { unwrap } from "../api/http/shape.ts";
import { isRecord } from "../core/text/values.ts";
import type { App, Endpoint, Fields } from "../core/types.ts";
import { messageTypeLabel } from "./message-types.ts";

/** Largest content in an event, in bytes; base64 adds a third. */
export const MAX_CONTENT_BYTES = 1_000_000;

/** A request for the file of a message, with its deadline (epoch ms). */
export interface MediaRequest {
  app: App;
  locationId: string;
  messageId: string;
  deadline?: number;
  /** Caches answers between polls, see `Poll.cachedLookup`. */
  cachedLookup(name: string, forMs: number, ask: () => Promise<string>): Promise<string>;
}

/** True for a message that can have a recording. HighLevel may omit the type. */
export const isCall = ({ messageType }: Fields): boolean => messageType === undefined || /CALL|VOICEMAIL/.test(String(messageType));

/** True where there is no media yet. Which status HighLevel returns then is not documented: 400, 404 and 422 count. */
function saysNotYet(error: unknown): boolean {
  return error instanceof HighLevelError && (error.kind === "notFound" || error.kind === "invalid");
}

/**
 * Tells "not there yet" from a wrong id, where the message does not exist or is not a call.
 * @throws HighLevelError where the message does not exist, ConfigurationError where it is not a call
 */
async function expectCall({ app, messageId, deadline }: MediaRequest): Promise<string> {
  const found = unwrap(await app.request({ ...api.getMessage, pathParams: { id: messageId }, deadline }), "message");
  if (isCall(found)) return "yes";
  throw new ConfigurationError(`Message: ${messageId} has no recording, because it is not a call but "${messageTypeLabel(found.messageType)}". Choose a call or voicemail.`);
}

/**
 * Requests something that a call may not have yet.
 * @returns undefined while it is not available
 */
export async function readMedia<T>(request: MediaRequest, endpoint: Endpoint & Pick<ApiRequest, "download">): Promise<T | undefined> {
  const { app, locationId, messageId, deadline, cachedLookup } = request;
  try {
    return await app.request<T>({ ...endpoint, pathParams: { locationId, messageId }, deadline });
  } catch (error) {
    if (!saysNotYet(error)) throw error;
    await cachedLookup("isCall", HOUR_MS, () => expectCall(request));
    return undefined;
  }
}

/** {@link readMedia} for a file; undefined also for an empty file, or a JSON message in its place. */
export async function readMediaFile(request: MediaRequest, endpoint: Endpoint): Promise<Download | undefined> {
  const file = await readMedia<Download>(request, { ...endpoint, download: MAX_CONTENT_BYTES });
  return file?.size === 0 || file?.type === "application/json" ? undefined : file;
}

/** A file as event fields: its content as a data URL, or only size and link if it is too large. */
export function fileFields({ app, locationId, messageId }: MediaRequest, endpoint: Endpoint, { type, name, size, bytes }: Download, defaultName: string): Fields {
  return {
    messageId,
    locationId,
    fileName: name ?? defaultName,
    contentType: type,
    size: size ?? null,
    content: bytes ? `data:${type};base64,${bytes.toString("base64")}` : null,
    // Requires the account's token and the Version header.
    url: urlOf(app.$auth, endpoint.path, { locationId, messageId }),
  };
}

/** The text of a file; null where it is not valid UTF-8, or too large. */
export function textOf({ bytes }: Download): string | null {
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The sentences of a transcription, in order and without duplicates. The documented response is one sentence, the live one a list. */
export function sentencesOf(answer: unknown): Fields[] {
  const rows = [(answer as { transcription?: unknown } | undefined)?.transcription ?? answer].flat();
  const sentences = rows.filter((row): row is Fields => isRecord(row) && "transcript" in row);
  return [...new Map(sentences.map((row) => [JSON.stringify(row), row])).values()]
    .sort((a, b) => Number(a.sentenceIndex ?? 0) - Number(b.sentenceIndex ?? 0));
}

/** A recording as fields of an event or a step; undefined while there is none. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-recording */
export async function recordingOf(request: MediaRequest): Promise<Fields | undefined> {
  const file = await readMediaFile(request, api.getMessageRecording);
  return file && fileFields(request, api.getMessageRecording, file, "recording.wav");
}

/** The same for the file of a transcription, with its text. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/download-message-transcription */
export async function transcriptionFileOf(request: MediaRequest): Promise<Fields | undefined> {
  const file = await readMediaFile(request, api.downloadMessageTranscription);
  return file && { ...fileFields(request, api.downloadMessageTranscription, file, "transcription.txt"), text: textOf(file) };
}

/** A transcription as a whole text and sentence by sentence; undefined while there is none. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-transcription */
export async function transcriptionOf(request: MediaRequest): Promise<Fields | undefined> {
  const sentences = sentencesOf(await readMedia(request, api.getMessageTranscription));
  const { messageId, locationId } = request;
  return sentences.length > 0 ? { messageId, locationId, text: sentences.map(({ transcript }) => transcript).join(" "), sentences } : undefined;
}
