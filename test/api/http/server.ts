/** A server on this machine, for what no mock can imitate. */
import { afterEach } from "@jest/globals";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const running: Server[] = [];

afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

export interface Serving {
  /** Without a slash at the end. */
  base_url: string;
  /** The requests that have come. */
  seen: IncomingMessage[];
  close(): Promise<void>;
}

/** Starts one that lives as long as the test. */
export async function serve(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<Serving> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(response, request);
  });
  running.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  return { base_url: `http://127.0.0.1:${port}`, seen, close: () => new Promise((closed) => server.close(() => closed())) };
}

/** Sends pieces until the connection is closed, or so many bytes are sent. @returns what has been sent so far, bytes */
export function flood(response: ServerResponse, most: number): () => number {
  let sent = 0;
  const more = () => {
    while (!response.destroyed && sent < most) {
      sent += 65_536;
      if (!response.write(Buffer.alloc(65_536, " "))) return void response.once("drain", more);
    }
  };
  more();
  return () => sent;
}
