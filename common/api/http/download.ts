import type { Readable } from "node:stream";
import type { Headers } from "./limits.ts";

/** An answer that is a file. */
export interface Download {
  /** Media type, such as "audio/x-wav". */
  type: string;
  /** As HighLevel names the file. */
  name?: string;
  /** Bytes in all, where HighLevel says so or all were read. */
  size?: number;
  /** The content; undefined where it is larger than was asked for. */
  bytes?: Buffer;
}

/** An answer whose body has not been read yet. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  data: Readable;
}

/** Of an error's body, more is never needed. */
const MAX_ERROR_BYTES = 65_536;

/** Ends a download at the limit instead of taking the rest in: undefined then. */
async function readUpTo(stream: Readable, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop closes the connection.
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Uint8Array); // axios hands over undecoded chunks
      size += bytes.length;
      if (size > most) return undefined;
      chunks.push(bytes);
    }
  } catch (error) {
    // What a stream throws does not say that it comes from a request, or carries the whole of it.
    throw { isAxiosError: true, code: (error as NodeJS.ErrnoException).code };
  }
  return Buffer.concat(chunks);
}

function nameOf(disposition: unknown): string | undefined {
  return /filename="?([^";]+)"?/i.exec(String(disposition ?? ""))?.[1]?.trim();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Reads an answer as a file.
 * @param most bytes; a larger file is not read, only described
 * @throws what axios would throw for a refusal (with its body as JSON) or a broken connection
 */
export async function readDownload({ status, headers, data }: RawAnswer, most: number): Promise<Download> {
  if (status >= 300) {
    const body = await readUpTo(data, MAX_ERROR_BYTES);
    throw { isAxiosError: true, response: { status, headers, data: parsed(String(body ?? "")) } };
  }
  const length = Number(headers["content-length"] ?? NaN);
  const type = String(headers["content-type"] ?? "application/octet-stream").split(";")[0]!.trim().toLowerCase();
  const tooLarge = length > most;
  if (tooLarge) data.destroy();
  const bytes = tooLarge ? undefined : await readUpTo(data, most);
  return { type, name: nameOf(headers["content-disposition"]), size: bytes?.length ?? (Number.isNaN(length) ? undefined : length), bytes };
}
