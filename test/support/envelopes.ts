/** Compares the sandbox's responses with the API description. */
import { DEVIATIONS } from "../../local/sandbox/deviations.ts";
import type { Operation } from "../../local/facts/index.ts";
import { replyProblems } from "../components/answers.ts";

/** Allowed in any response, as most live ones contain it. */
const ANYWHERE = ["traceId"];

const listed = new Set(DEVIATIONS.flatMap(({ operations, places }) => operations.flatMap((operation) => places.map((place) => `${operation} ${place}`))));

/** Undocumented top-level fields of a response that are not in the sandbox's table of deviations. */
export function envelopeProblems({ method, path, responses }: Operation, body: unknown): string[] {
  const sent: unknown = JSON.parse(JSON.stringify(body ?? null)); // as sent over the wire
  const problems = replyProblems(sent, Object.values(responses)) ?? [];
  const atTop = problems.filter(({ at }) => !at.includes(".") && !ANYWHERE.includes(at));
  return atTop.filter(({ at }) => !listed.has(`${method} ${path} ${at}`)).map(({ says }) => `${method} ${path}: ${says}`);
}
