/** One request that an action has to send, and the answer it gets. */
export interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** As the server reads it: texts, and lists of them where a name is repeated. */
  query?: Record<string, string | string[]>;
  /** Exactly what is sent; absent where nothing is. */
  body?: unknown;
  /** JSON, or a Buffer for a file. */
  reply: unknown;
  /** 200 unless told. */
  status?: number;
  headers?: Record<string, string>;
}

/** One run of an action: what the form holds, what goes over the wire in this order, and what comes of it. */
export interface Case {
  props: Record<string, unknown>;
  requests: Call[];
  summary: string;
  /** What the step returns; the last reply unless told. */
  returns?: unknown;
  /** What it exports beside the summary. */
  exports?: Record<string, unknown>;
}

/** An action as one row: only what must be filled in, and everything that can be. */
export interface Row {
  required: Case;
  all: Case;
  /** Documented fields of the endpoint that the form does not offer, each with the reason. */
  leftOut?: Record<string, string>;
  /** Declared endpoints that neither case comes to, each with the reason. */
  notCalled?: Record<string, string>;
}

/** The actions of a category by slug; each file of rows/ exports one of these as its default. */
export type Rows = Record<string, Row>;
