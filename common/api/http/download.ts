import type { Readable } from "node:stream";
import { parsed } from "../../core/text/values.ts";
import type { Headers } from "./limits.ts";

/** A response that is a file. */
export interface Download {
  /** Media type, such as "audio/x-wav". */
  type: string;
  /** The file name HighLevel gives. */
  name?: string;
  /** Total bytes, where HighLevel says so or all were read. */
  size?: number;
  /** The content; undefined where the file is over the size limit. */
  bytes?: Buffer;
}

/** A response whose body has not been read yet. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  data: Readable;
}

/** An error's body is read up to here. */
const MAX_ERROR_BYTES = 65_536;

/** Reads a stream; past the limit it stops and returns undefined. */
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
    // A stream's own error is not marked as axios', and may carry the whole request.
    throw { isAxiosError: true, code: (error as NodeJS.ErrnoException).code };
  }
  return Buffer.concat(chunks);
}

function nameOf(disposition: unknown): string | undefined {
  return /filename="?([^";]+)"?/i.exec(String(disposition ?? ""))?.[1]?.trim();
}

/**
 * Reads a response as a file.
 * @param most bytes; a larger file is described but not read
 * @throws what axios would throw for an error status (with the body as JSON) or a broken connection
 */
export async function readDownload({ status, headers, data }: RawAnswer, most: number): Promise<Download> {
  if (status >= 300) {
    const body = String(await readUpTo(data, MAX_ERROR_BYTES) ?? "");
    throw { isAxiosError: true, response: { status, headers, data: parsed(body) ?? body } };
  }
  const length = Number(headers["content-length"] ?? NaN);
  const type = String(headers["content-type"] ?? "application/octet-stream").split(";")[0]!.trim().toLowerCase();
  const tooLarge = length > most;
  if (tooLarge) data.destroy();
  const bytes = tooLarge ? undefined : await readUpTo(data, most);
  return { type, name: nameOf(headers["content-disposition"]), size: bytes?.length ?? (Number.isNaN(length) ? undefined : length), bytes };
}
