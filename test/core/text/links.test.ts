import { expect, it } from "@jest/globals";
import { fileNameOf, linksOf } from "../../../common/core/text/links.ts";

const COMMAS = "https://cdn.example.com/w_400,h_400/x.jpg";
const OTHER = "https://example.com/y,1.pdf?a=b,c";

it.each<[value: unknown, links: string[]]>([
  [COMMAS, [COMMAS]],
  [[COMMAS], [COMMAS]],
  [`${COMMAS},${OTHER}`, [COMMAS, OTHER]],
  [`${COMMAS}, ${OTHER}`, [COMMAS, OTHER]],
  [`${COMMAS}\n${OTHER}\r\n`, [COMMAS, OTHER]],
  [`${COMMAS} ${OTHER}`, [COMMAS, OTHER]],
  [`${COMMAS};${OTHER};`, [COMMAS, OTHER]],
  [[`${COMMAS}, ${OTHER}`, COMMAS], [COMMAS, OTHER]],
  [JSON.stringify([COMMAS, OTHER]), [COMMAS, OTHER]],
  [`[\u201C${COMMAS}\u201D, \u201C${OTHER}\u201D]`, [COMMAS, OTHER]],
  [`"${COMMAS}", "${OTHER}"`, [COMMAS, OTHER]],
  [`\u201C${COMMAS}\u201D, \u201C${OTHER}\u201D`, [COMMAS, OTHER]],
  [`<${COMMAS}> <${OTHER}>`, [COMMAS, OTHER]],
  [[{ url: COMMAS, meta: { name: "x.jpg" } }, OTHER], [COMMAS, OTHER]],
  [JSON.stringify([{ url: COMMAS }]), [COMMAS]],
  [[[COMMAS, OTHER]], [COMMAS, OTHER]],
  [`\u200B${COMMAS}\u00A0`, [COMMAS]],
  [`${COMMAS},ftp://example.com/z`, [COMMAS, "ftp://example.com/z"]],
  [`${COMMAS}\uFF0C${OTHER}\u3001`, [COMMAS, OTHER]],
  [`\u2022 ${COMMAS}\n\u2022 ${OTHER}`, [COMMAS, OTHER]],
  // What is none stays whole, so that the check can show it.
  [`${COMMAS}, www.example.com`, [`${COMMAS}, www.example.com`]],
  ["offer.pdf", ["offer.pdf"]],
  ["", []], [[], []], [[" ", ""], []], [",", []],
])("the links in %j are %j", (value, links) => {
  expect(linksOf(value)).toEqual(links);
});

it.each([
  ["https://example.com/offer.pdf", "offer.pdf"],
  ["https://example.com/My%20offer%20%F0%9F%98%80.pdf?x=1#y", "My offer \u{1F600}.pdf"],
  ["https://example.com/100%25%20off.pdf", "100% off.pdf"],
  ["https://example.com/100%.pdf", "100%.pdf"],
  ["https://example.com/a%20b%E0%A4%A.pdf", "a b%E0%A4%A.pdf"],
  ["https://storage.example.com/o/location%2Fabc%2FMy%20file.pdf?alt=media", "My file.pdf"],
  ["https://example.com/caf\u00E9.png", "caf\u00E9.png"],
  ["https://example.com/", "https://example.com/"],
])("the file of %s is named %s", (link, name) => {
  expect(fileNameOf(link)).toBe(name);
});
