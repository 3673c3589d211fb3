/** Whatever somebody pastes: 20 kB of it are read at once. */
import { describe, expect, it } from "@jest/globals";
import { amountOf } from "../../../common/input/amount.ts";
import { emailAddress } from "../../../common/input/checks.ts";
import { calendarDate } from "../../../common/input/emitted-times.ts";
import { webAddress } from "../../../common/input/web-address.ts";
import { bare, straightened, visible } from "../../../common/core/text/characters.ts";
import { code, codes } from "../../../common/core/text/code.ts";
import { cut } from "../../../common/core/text/cut.ts";
import { bareSender } from "../../../common/core/text/email.ts";
import { unescaped } from "../../../common/core/text/escapes.ts";
import { excerpt } from "../../../common/core/text/excerpt.ts";
import { bareLink, linksOf } from "../../../common/core/text/links.ts";
import { searchedNumber, wholeNumber } from "../../../common/core/text/phone.ts";
import { plainText } from "../../../common/core/text/plain-text.ts";
import { bareToken } from "../../../common/core/text/token.ts";
import { isoWithOffset, toMs } from "../../../common/core/time.ts";

const LENGTH = 20_000;
/** Quadratic time takes more than twice as long, cubic time for ever. CPU, so that other processes do not count. */
const MOST_MS = 700;
const label = "Field";

const READERS: Record<string, (text: string) => unknown> = {
  visible, bare, straightened, bareSender, unescaped, excerpt, bareLink, linksOf, searchedNumber, bareToken, toMs, amountOf, plainText,
  code: (text) => code(text, label), codes: (text) => codes(text, label), cut: (text) => cut(text, 5_000),
  emailAddress: (text) => emailAddress(text, label), wholeNumber: (text) => wholeNumber(text, label),
  webAddress: (text) => webAddress(text, label), isoWithOffset: (text) => isoWithOffset(text, label), calendarDate: (text) => calendarDate(text, label),
};

const RUNS = [" ", "\n", "0", "(0", ".", ",", "'", "\"", "\u201C", "a ", "<", "<a ", "<a x=\"", "<!--", "<style>", "\u{1F600}", "bearer ", "a@", "a@b.", "-"];
const TEXTS = RUNS.flatMap((run) => ["", "+1<"].flatMap((start) => ["", "!"].map((end) => start + run.repeat(LENGTH / run.length) + end)));

function readAll(read: (text: string) => unknown): number {
  let slowest = 0;
  for (const text of TEXTS) {
    const before = process.cpuUsage();
    try {
      read(text);
    } catch {
      // Most are refused.
    }
    const { user } = process.cpuUsage(before);
    slowest = Math.max(slowest, user / 1000);
    if (slowest > MOST_MS) break;
  }
  return slowest;
}

describe("a long text is read at once", () => {
  it.each(Object.keys(READERS))("by %s", (name) => {
    expect(readAll(READERS[name]!)).toBeLessThan(MOST_MS);
  });
});
