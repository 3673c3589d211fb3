/** What the sandbox answers, compared with the API description. */
import { DEVIATIONS } from "../../local/sandbox/deviations.ts";
import type { Operation } from "../../local/facts/index.ts";
import { replyProblems } from "../components/answers.ts";

/** In any answer: most live ones carry it. */
const ANYWHERE = ["traceId"];

const listed = new Set(DEVIATIONS.flatMap(({ operations, places }) => operations.flatMap((operation) => places.map((place) => `${operation} ${place}`))));

/** What stands at the top of an answer other than documented, without a reason in the sandbox's table of deviations. */
export function envelopeProblems({ method, path, responses }: Operation, body: unknown): string[] {
  const sent: unknown = JSON.parse(JSON.stringify(body ?? null)); // as it goes over the wire
  const problems = replyProblems(sent, Object.values(responses)) ?? [];
  const atTop = problems.filter(({ at }) => !at.includes(".") && !ANYWHERE.includes(at));
  return atTop.filter(({ at }) => !listed.has(`${method} ${path} ${at}`)).map(({ says }) => `${method} ${path}: ${says}`);
}
