import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import { HOUR_MS } from "../core/durations.ts";
import type { Download } from "../api/http/download.ts";
import { HighLevelError } from "../api/http/errors.ts";
import { BASE_URL } from "../api/http/request.ts";
import type { ApiRequest } from "../api/http/request.ts";
import { unwrap } from "../api/http/shape.ts";
import type { App, Endpoint, Fields } from "../core/types.ts";
import { messageTypeLabel } from "./message-types.ts";


/** Content goes into an event up to this many bytes; base64 makes a third more of them. */
export const MAX_CONTENT_BYTES = 1_000_000;

/** How long it is believed that a message is a call, ms. */
const CALL_MS = HOUR_MS;

/** Which message's file is asked for, and until when (epoch ms). */
export interface MediaRequest {
  app: App;
  locationId: string;
  messageId: string;
  deadline: number;
  /** What was found out about the message before, see `Poll.cachedLookup`. */
  cachedLookup(name: string, forMs: number, ask: () => Promise<string>): Promise<string>;
}

/** True for a message that can have a recording. HighLevel may leave the type out. */
export const isCall = ({ messageType }: Fields): boolean => messageType === undefined || /CALL|VOICEMAIL/.test(String(messageType));

/** What HighLevel answers while there is nothing yet is not documented: 400, 404 and 422 are taken for it. */
function saysNotYet(error: unknown): boolean {
  return error instanceof HighLevelError && (error.kind === "notFound" || error.kind === "invalid");
}

/**
 * Tells "not there yet" from a wrong id: then the message itself is missing, or is no call.
 * @throws HighLevelError where there is no such message, ConfigurationError where it is none with a recording
 */
async function expectCall({ app, messageId, deadline }: MediaRequest): Promise<string> {
  const found = unwrap(await app.request({ ...api.getMessage, pathParams: { id: messageId }, deadline }), "message");
  if (isCall(found)) return "yes";
  throw new ConfigurationError(`Message: ${messageId} is no call but "${messageTypeLabel(found.messageType)}": it has no recording. Choose a call or voicemail.`);
}

/**
 * Asks for something that a call may not have yet.
 * @returns undefined while it is not there
 */
export async function readMedia<T>(request: MediaRequest, endpoint: Endpoint & Pick<ApiRequest, "download">): Promise<T | undefined> {
  const { app, locationId, messageId, deadline, cachedLookup } = request;
  try {
    return await app.request<T>({ ...endpoint, pathParams: { locationId, messageId }, deadline });
  } catch (error) {
    if (!saysNotYet(error)) throw error;
    await cachedLookup("isCall", CALL_MS, () => expectCall(request));
    return undefined;
  }
}

/** {@link readMedia} for a file; an empty one, or a remark in its place, is none. */
export async function readMediaFile(request: MediaRequest, endpoint: Endpoint): Promise<Download | undefined> {
  const file = await readMedia<Download>(request, { ...endpoint, download: MAX_CONTENT_BYTES });
  return file?.size === 0 || file?.type === "application/json" ? undefined : file;
}

/** A file as fields of an event: its content as a data URL, or only its size and link where it is too large for an event. */
export function fileFields({ app, locationId, messageId }: MediaRequest, endpoint: Endpoint, { type, name, size, bytes }: Download, defaultName: string): Fields {
  const path = endpoint.path.replace("{locationId}", encodeURIComponent(locationId)).replace("{messageId}", encodeURIComponent(messageId));
  return {
    messageId,
    locationId,
    fileName: name ?? defaultName,
    contentType: type,
    size: size ?? null,
    content: bytes ? `data:${type};base64,${bytes.toString("base64")}` : null,
    // Needs the account's token and the header Version.
    url: `${app.$auth.base_url ?? BASE_URL}${path}`,
  };
}

/** Text of a file; null where it is no readable UTF-8, or too large. */
export function textOf({ bytes }: Download): string | null {
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The sentences of a transcription in their order, each once. The documented answer is one sentence, the live one a list. */
export function sentencesOf(answer: unknown): Fields[] {
  const rows = [(answer as { transcription?: unknown } | undefined)?.transcription ?? answer].flat();
  const sentences = rows.filter((row): row is Fields => row !== null && typeof row === "object" && "transcript" in row);
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
