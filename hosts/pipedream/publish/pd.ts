/**
 * Pipedream's command line, `pd`. The REST API cannot publish actions to a workspace: `POST /components` answers 200, but the
 * action appears nowhere (https://github.com/PipedreamHQ/pipedream/issues/12150).
 */
import { execFile } from "node:child_process";
import { SetupError } from "../../../local/cli/errors.ts";

/** ms; publishing takes a few seconds. */
const LIMIT_MS = 120_000;

/** The result of `pd publish`. `unclear`: published or not. */
export type Ending =
  | { kind: "published" | "there" }
  | { kind: "slower"; waitS: number | undefined }
  | { kind: "unclear" | "refused"; says: string };

/** Meanings of `pd`'s messages, as it has no error codes. The first match counts. */
const MEANINGS: [kind: "there" | "slower" | "login" | "unclear", words: RegExp][] = [
  ["there", /version.*(greater|higher|already|exists)|already.*version/is],
  ["slower", /\b429\b|rate.?limit|too many requests/i],
  ["login", /\b401\b|unauthori[sz]ed|not logged in|pd login|invalid api key/i],
  ["unclear", /\b50[0-4]\b|internal server error|bad gateway|unavailable|time(d )?.?out|ECONN\w+|ENOTFOUND|\bEOF\b|connection (reset|refused)/i],
];

function parsed(text: string): { key?: unknown; error?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" ? value : undefined;
  } catch {
    return undefined;
  }
}

function ending(code: number | undefined, stdout: string, stderr: string): Ending {
  const answer = parsed(stdout);
  if (code === 0 && typeof answer?.key === "string") return { kind: "published" };
  const told = typeof answer?.error === "string" ? answer.error : answer?.error === undefined ? undefined : JSON.stringify(answer.error);
  const says = (told ?? ([stderr, stdout].join("\n").trim() || "pd said nothing.")).slice(0, 500);
  const meaning = MEANINGS.find(([, words]) => words.test(says))?.[0];
  if (meaning === "login") throw new SetupError(`pd is not logged in to Pipedream, or its key is no longer valid. Run: pd login\npd said: ${says}`);
  if (meaning === "slower") {
    const seconds = /retry.?after\D{0,3}(\d+)/i.exec(says)?.[1];
    return { kind: "slower", waitS: seconds === undefined ? undefined : Number(seconds) };
  }
  if (meaning === "there") return { kind: "there" };
  return { kind: meaning === "unclear" || code === 0 || code === undefined ? "unclear" : "refused", says };
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code === "ENOENT"; // of execFile, which sets it

const notInstalled = () => new SetupError("Pipedream's command line, pd, is not installed, or not in your PATH: https://pipedream.com/docs/cli/install");

/** @throws SetupError where `pd` is missing */
export function requirePd(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    // The output does not matter, only that pd exists.
    execFile("pd", ["--version"], { env, timeout: LIMIT_MS }, (error) => (isMissing(error) ? reject(notInstalled()) : resolve())).stdin?.end();
  });
}

/**
 * Publishes one file with `pd publish`.
 * @param profile of `pd`; by default, its default one
 * @throws SetupError where `pd` is missing or not logged in, so that nothing can be published
 * @see https://pipedream.com/docs/cli/reference#pd-publish
 */
export function pdPublish(file: string, profile: string | undefined, env: NodeJS.ProcessEnv): Promise<Ending> {
  const args = ["publish", file, "--json", ...(profile === undefined ? [] : ["--profile", profile])];
  return new Promise((resolve, reject) => {
    const pd = execFile("pd", args, { env, timeout: LIMIT_MS }, (error, stdout, stderr) => {
      if (isMissing(error)) {
        reject(notInstalled());
        return;
      }
      try {
        resolve(ending(error ? typeof error.code === "number" ? error.code : undefined : 0, stdout, error?.killed ? `Timed out. ${stderr}` : stderr));
      } catch (problem) {
        reject(problem);
      }
    });
    // Nobody would see it if pd asked a question.
    pd.stdin?.end();
  });
}
