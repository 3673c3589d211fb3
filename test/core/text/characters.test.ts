import { describe, expect, it } from "@jest/globals";
import { bare, nameOf, visible } from "../../../common/core/text/characters.ts";
import { code, codes } from "../../../common/core/text/code.ts";
import { cut } from "../../../common/core/text/cut.ts";
import { bareEmail, bareSender } from "../../../common/core/text/email.ts";
import { excerpt } from "../../../common/core/text/excerpt.ts";
import { bareToken, oddInToken } from "../../../common/core/text/token.ts";

const FAMILY = "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}";

describe("short texts for people", () => {
  it.each([
    ["\u202Avip\u202C", "vip"], ["\u2066vip\u2069", "vip"], ["v\u200Bi\uFEFFp\u00AD", "vip"], ["\u00A0new\u00A0lead\u3000", "new lead"], ["a\u0000b\u0007", "ab"],
    // Halves of characters
    ["hi \uD83D", "hi"], ["\uDE00hi", "hi"],
    // Meant
    [FAMILY, FAMILY], ["\u2764\uFE0F", "\u2764\uFE0F"], ["\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"],
    ["\u05D0\u200E1", "\u05D0\u200E1"], ["\u201Cquoted\u201D \u2013 so", "\u201Cquoted\u201D \u2013 so"], ["two\nlines", "two\nlines"],
  ])("%j becomes %j", (text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe("values that are not prose", () => {
  it.each([
    ["\u201C2026-12-01\u201D", "2026-12-01"], ["2026\u201112\u201301", "2026-12-01"], ["\u22121250.50", "-1250.50"], ["'open'", "open"], ["\u00ABopen\u00BB", "open"], ["\u201E\u201Copen\u201D\u201C", "open"],
    ["\uFF12\uFF10\uFF12\uFF16-12-01", "2026-12-01"], ["op\u200D\uFE0Fen\u200E", "open"], [" \u200B America/New_York\uFEFF ", "America/New_York"],
    // Not around the whole
    ["\"a\", \"b\"", "\"a\", \"b\""], ["\"open", "\"open"], ["\u2018tis", "\u2018tis"],
  ])("%j becomes %j", (text, expected) => {
    expect(bare(text)).toBe(expected);
  });
});

describe("ids and keys", () => {
  it.each(["abc123", "\u202Aabc123\u202C", "abc\u200B123", "\uFEFFabc123", "\u201Cabc123\u201D", "'abc123'", "abc123.", " abc123\u00A0\n", "a\u00ADbc123", "\uFF41\uFF42\uFF43123"])("%j is abc123", (id) => {
    expect(code(id, "Contact")).toBe("abc123");
  });

  it.each([["61c2-4f\u2011a", "61c2-4f-a"], ["contact.budget", "contact.budget"], ["custom_objects.pets", "custom_objects.pets"], ["{{contact.id}}", "{{contact.id}}"]])("%j is %j", (id, expected) => {
    expect(code(id, "Key")).toBe(expected);
  });

  it("may stand in a list with commas", () => {
    expect(codes("a1, \u201Cb2\u201D ,,\u200Bc3", "Followers")).toBe("a1,b2,c3");
  });

  it.each([
    ["\u0430bc123", "a Cyrillic letter (U+0430)"], ["abc 123", "a space"], ["abc\u00A0123", "a space"], ["abc\n123", "a line break (U+000A)"],
    ["abc\u2014123", "a dash (U+2014)"], ["abc\u201D123", "a curly quotation mark (U+201D)"], ["abc,123", "a comma (,)"], ["caf\u00E9", "a letter outside A to Z (U+00E9)"],
    ["abc\u{1F600}", "an emoji (U+1F600)"], ["abc\u2026", "an ellipsis (U+2026)"],
  ])("%j is refused, naming what is in it but not the value", (id, what) => {
    expect(() => code(id, "Contact")).toThrow(`Contact: the value contains ${what}, which is not allowed here. Remove it, or copy the value again.`);
  });
});

it.each([
  ["\u200B", "an invisible character (U+200B)"], ["\u0000", "a control character (U+0000)"], ["\u3000", "an unusual space (U+3000)"], ["\u00A0", "a no-break space (U+00A0)"], ["\t", "a tab (U+0009)"],
  ["\u03B1", "a Greek letter (U+03B1)"], ["\u4E2D", "a Chinese letter (U+4E2D)"], ["\u0665", "a digit outside 0 to 9 (U+0665)"], ["\u00BB", "an angled quotation mark (U+00BB)"], ["\u00A7", "a punctuation mark (U+00A7)"], ["\u20AC", "a symbol (U+20AC)"],
])("%j is named %s", (character, name) => {
  expect(nameOf(character)).toBe(name);
});

it.each([
  ["mailto:maya@example.com", "maya@example.com"], ["MAILTO:maya%2Bnews@example.com?subject=Hello", "maya+news@example.com"], ["Maya Ellison <maya@example.com>", "maya@example.com"],
  ["\"Ellison, Maya\" <mailto:maya@example.com>;", "maya@example.com"], ["<maya@example.com>", "maya@example.com"], ["maya@example.com.", "maya@example.com"],
  ["\u201Cmaya@exam\u200Bple.com\u201D", "maya@example.com"], ["maya@my\u2011studio.com", "maya@my-studio.com"], ["maya\uFF20example.com", "maya@example.com"],
  ["(maya@example.com)", "maya@example.com"], ["[maya@example.com].", "maya@example.com"], ["<maya@example.com>,", "maya@example.com"],
  ["m\u00FCller@example.com", "m\u00FCller@example.com"], ["o'brien@example.com", "o'brien@example.com"],
])("the email address in %j is %s", (pasted, address) => {
  expect(bareEmail(pasted)).toBe(address);
});

it.each([["Dana \u2013 Office <office@example.com>\u200B", "Dana \u2013 Office <office@example.com>"], ["Dana <mailto:office@example.com >.", "Dana <office@example.com>"], ["<office@example.com>", "office@example.com"], ["mailto:office@example.com", "office@example.com"], ["office@example.com.", "office@example.com"]])("the sender in %j is %s", (pasted, sender) => {
  expect(bareSender(pasted)).toBe(sender);
});

describe("tokens", () => {
  it.each([
    "pit-a1", "Bearer pit-a1", "bearer   pit-a1\n", "\"pit-a1\"", "\u201CBearer pit-a1\u201D", "Bearer \"pit-a1\"", "Authorization: Bearer pit-a1", "'Authorization: Bearer pit-a1'",
    "\uFEFFpit-a1\u200B", "\u202Apit-a1\u202C", "pit\u2011a1", "pit-\n  a1", "pit-\r\na1", "\u00A0pit-a1\u00A0", "Bearer: pit-a1",
    "Bearer\npit-a1", "Authorization:\r\nBearer\r\npit-a1", "Bearer <pit-a1>", "\"Authorization\": \"Bearer pit-a1\",", "-H 'Authorization: Bearer pit-a1'", "\"pit-a1\",", "pit-a1.",
  ])("%j is pit-a1", (pasted) => {
    expect(bareToken(pasted)).toBe("pit-a1");
  });

  it.each(["", "Bearer", "Bearer ", "\u201C\u201D", "\u200B"])("%j is none", (pasted) => {
    expect(bareToken(pasted)).toBe("");
  });

  it("begins with what it begins with", () => {
    expect(bareToken("bearertoken")).toBe("bearertoken");
  });

  it.each([["pit-\u0430", "a Cyrillic letter (U+0430)"], ["pit a", "a space"], ["pit\u2026", "an ellipsis (U+2026)"]])("%j cannot be sent", (pasted, odd) => {
    expect(oddInToken(bareToken(pasted))).toBe(odd);
  });
});

describe("cutting", () => {
  it.each([
    ["short", 5, "", "short"], ["longer", 5, "", "longe"], ["longer", 5, "\u2026", "long\u2026"],
    [`abc\u{1F600}d`, 4, "", "abc"], [`abc\u{1F600}d`, 5, "", "abc\u{1F600}"], [`ab${FAMILY}cd`, 6, "", "ab"], [`ab${FAMILY}cd`, 10, "", `ab${FAMILY}`],
    ["\u{1F1E9}\u{1F1EA}\u{1F1EB}\u{1F1F7}", 5, "", "\u{1F1E9}\u{1F1EA}"], ["e\u0301e\u0301", 3, "", "e\u0301"], [`${"a".repeat(58)}\u{1F600}\u{1F600}`, 60, "\u2026", `${"a".repeat(58)}\u2026`],
  ])("%j to %d (%j) is %j", (text, most, end, expected) => {
    expect(cut(text, most, end)).toBe(expected);
    expect(cut(text, most, end).length).toBeLessThanOrEqual(most);
  });

  it("leaves no half of a character at any length", () => {
    const text = `Caf\u00E9 e\u0301 ${FAMILY}\u{1F44D}\u{1F3FD} \u{1F1EB}\u{1F1F7} done`;
    const whole = [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
    for (let most = 0; most <= text.length; most++) {
      const short = [...new Intl.Segmenter("en").segment(cut(text, most))].map(({ segment }) => segment);
      expect(short).toEqual(whole.slice(0, short.length));
    }
  });

  it("takes an excerpt of HTML on one line", () => {
    expect(excerpt(`<p>Hello\n<b>Maya</b></p>${"\u{1F600}".repeat(40)}`)).toBe(`Hello Maya ${"\u{1F600}".repeat(24)}\u2026`);
    expect(excerpt(undefined)).toBe("");
  });
});
