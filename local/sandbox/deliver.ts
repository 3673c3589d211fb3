import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { FastifyReply } from "fastify";
import { Attachment } from "./attachment.ts";
import type { FaultRule } from "./faults.ts";
import type { Outcome } from "./parts.ts";

const PAGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>";

/** Sends a response; JSON objects get a traceId, like nearly all of HighLevel's. */
export function send(reply: FastifyReply, { status, body, headers = {} }: Outcome): void {
  if (body instanceof Attachment) return void reply.code(status).headers({ ...headers, ...body.headers }).send(body.bytes);
  void reply.code(status).headers(headers).send(traced(body));
}

/**
 * Sends a response, or makes it fail according to the fault.
 * @returns the status sent; null if none was
 */
export function deliver(reply: FastifyReply, outcome: Outcome, fault: FaultRule | undefined): number | null {
  switch (fault?.kind) {
    case "timeout":
      reply.hijack();
      return null;
    case "drop":
      reply.hijack();
      reply.raw.destroy();
      return null;
    case "error": {
      const status = fault.status ?? 500;
      send(reply, { status, body: { statusCode: status, message: STATUS_CODES[status] ?? "Error" } });
      return status;
    }
    case "html": {
      const status = fault.status ?? 200;
      void reply.code(status).type("text/html").send(PAGE);
      return status;
    }
    case "truncate":
      truncate(reply, outcome);
      return outcome.status;
    case "duplicate":
      send(reply, { ...outcome, body: repeatFirst(outcome.body) });
      return outcome.status;
    default:
      send(reply, outcome);
      return outcome.status;
  }
}

const isObject = (body: unknown): body is object => typeof body === "object" && body !== null && !Array.isArray(body);
const traced = (body: unknown): unknown => (isObject(body) ? { ...body, traceId: randomUUID() } : body);

function truncate(reply: FastifyReply, { status, body }: Outcome): void {
  const [bytes, headers] = body instanceof Attachment
    ? [body.bytes, body.headers]
    : [Buffer.from(JSON.stringify(traced(body))), { "content-type": "application/json; charset=utf-8" }];
  reply.hijack();
  reply.raw.writeHead(status, { ...headers, "content-length": bytes.length });
  reply.raw.write(bytes.subarray(0, bytes.length / 2), () => reply.raw.destroy());
}

function repeatFirst(body: unknown): unknown {
  const repeat = (value: unknown) => (Array.isArray(value) ? [...value, ...value.slice(0, 1)] : value);
  return isObject(body) && !(body instanceof Attachment) ? Object.fromEntries(Object.entries(body).map(([key, value]) => [key, repeat(value)])) : repeat(body);
}
