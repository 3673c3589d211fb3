/** A `pd` that plays Pipedream: it knows what was published, refuses a version twice, and fails as it is told to. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Built of what the shell does itself: the tests call it many times. */
const PROGRAM = `#!/bin/sh
[ "$1" = --version ] && exit
cd "\${0%/*}/.."
echo "$*" >> calls
name=\${2##*/}; name=\${name%.mjs}
turn=1
while [ -f "answers/$name.$turn.given" ]; do turn=$((turn + 1)); done
: > "answers/$name.$turn.given"
if [ -f "answers/$name.$turn" ]; then . "./answers/$name.$turn"; fi
if [ -f "there/$name" ]; then echo '{"error":"version must be greater than the one that is published"}'; exit 1; fi
: > "there/$name"
echo "{\\"key\\":\\"demo-$name\\"}"
`;

export interface FakePd {
  /** What the command line gets to see. */
  env: NodeJS.ProcessEnv;
  /** Scripts the answers to the calls for a component, in turn; each is shell. Where one does not exit, pd goes on to publish. */
  answer(slug: string, ...answers: string[]): void;
  /** What `pd` was called with, without the folder of the file. */
  calls(): string[];
  /** The components that Pipedream has. */
  there(): string[];
  remove(): void;
}

/** @param dist the built components */
export function fakePd(dist: string): FakePd {
  const folder = mkdtempSync(path.join(tmpdir(), "fake-pd-"));
  for (const name of ["bin", "answers", "there"]) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, "bin/pd"), PROGRAM, { mode: 0o755 });
  const calls = path.join(folder, "calls");
  return {
    env: { PATH: `${path.join(folder, "bin")}:${process.env.PATH}`, HIGHLEVEL_DIST: dist, XDG_STATE_HOME: path.join(folder, "state") },
    answer: (slug, ...answers) => answers.forEach((text, index) => writeFileSync(path.join(folder, `answers/${slug}.${index + 1}`), `${text}\n`)),
    calls: () => (existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n").map((line) => line.replace(/ \S*\//, " ")) : []),
    there: () => readdirSync(path.join(folder, "there")),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
