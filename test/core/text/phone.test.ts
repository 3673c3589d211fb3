import { describe, expect, it } from "@jest/globals";
import { phoneNumber, searchedNumber, senderNumber, wholeNumber } from "../../../common/core/text/phone.ts";

/** Ways to write one number, and how HighLevel keeps it. */
const SPELLINGS: [spelled: string, number: string][] = [
  ["+12025550188", "+12025550188"],
  ["+1 (202) 555-0188", "+12025550188"],
  ["(+1) 202.555.0188.", "+12025550188"],
  ["+1\u00A0202/555\u20110188", "+12025550188"],
  ["+1 202 \u2013 555 \u2014 0188", "+12025550188"],
  ["\u202A+1 202-555-0188\u202C", "+12025550188"],
  ["\u2066+1\u200B2025550188\u2069\uFEFF", "+12025550188"],
  ["\u201C+1 202 555 0188\u201D", "+12025550188"],
  ["001 202 555 0188", "+12025550188"],
  ["0044 20 7946 0958", "+442079460958"],
  ["+44 (0)20 7946 0958", "+442079460958"],
  ["0044(0)20 7946 0958", "+442079460958"],
  ["+44 (020) 7946 0958", "+442079460958"],
  ["+39 (0)6 698 1234", "+39066981234"],
  ["\uFF0B\uFF11\uFF12\uFF10\uFF12\uFF15\uFF15\uFF15\uFF10\uFF11\uFF18\uFF18", "+12025550188"],
  ["+\u0664\u0664 \u0662\u0660 \u0667\u0669\u0664\u0666 \u0660\u0669\u0665\u0668", "+442079460958"],
  ["+\u096F\u0967 98765 43210", "+919876543210"],
  ["tel:+12025550188", "+12025550188"],
  ["TEL:+1-202-555-0188;phone-context=example.com", "+12025550188"],
  ["tel:%2B1%20202%20555%200188", "+12025550188"],
  ["sms:+12025550188?body=Hello", "+12025550188"],
  ["whatsapp:+12025550188", "+12025550188"],
];

describe("a number with its country code", () => {
  it.each(SPELLINGS)("%j is %s", (spelled, number) => {
    expect(wholeNumber(spelled, "Phone")).toBe(number);
    expect(phoneNumber(spelled, "Phone")).toBe(number);
    expect(senderNumber(spelled, "Phone")).toBe(number);
  });

  it("may come as a number", () => {
    expect(phoneNumber(2025550188, "Phone")).toBe("2025550188");
  });
});

describe("a number without its country code", () => {
  const rows: [spelled: string, kept: string][] = [
    ["(202) 555-0188", "(202) 555-0188"],
    ["\u202A(202) 555\u20110188\u202C", "(202) 555-0188"],
    ["tel:202-555-0188", "202-555-0188"],
    ["1 (202) 555-0188", "1 (202) 555-0188"],
    ["12345", "12345"],
  ];
  it.each(rows)("%j is kept as %j, and cannot be looked up", (spelled, kept) => {
    expect(phoneNumber(spelled, "Phone")).toBe(kept);
    expect(() => wholeNumber(spelled, "To Number")).toThrow(`To Number: "${kept}" has no country code, and HighLevel finds no number without one. Write + and the country code before it, such as +12025550143.`);
  });

  const refused: [spelled: string, says: string][] = [
    ["020-7946-0018", "\"020-7946-0018\" has no country code, and HighLevel finds no number without one. Write it as dialed from abroad, with + and the country code, such as +442079460018."],
    ["020\u00A07946  0958", "\"020 7946 0958\" has no country code"],
    ["(0)20 7946 0958", "has no country code"],
    ["000442079460018", "has no country code"],
  ];
  it.each(refused)("%j is kept nowhere", (spelled, says) => {
    for (const read of [wholeNumber, phoneNumber]) expect(() => read(spelled, "Phone")).toThrow(says);
  });

  it("may begin with the prefix of calls abroad", () => {
    expect(phoneNumber("0044 20 7946 0018", "Phone")).toBe("+442079460018");
  });

  it("may be a short code, where it is a sender", () => {
    expect(senderNumber("\u202A12345\u202C", "From Number")).toBe("12345");
    expect(() => senderNumber("202 555 0188", "From Number")).toThrow("has no country code");
  });
});

describe("what is no number is refused everywhere, and says why", () => {
  const EXTENSION = "has an extension, which HighLevel does not support. Write only the number, such as +12025550143.";
  const rows: [spelled: string, says: string][] = [
    ["+1 202 555 0188 ext. 12", EXTENSION], ["202-555-0188 x12", EXTENSION], ["+1 202 555 0188 #12", EXTENSION],
    ["tel:+12025550188;ext=5", EXTENSION], ["(202) 555-0188 Extension 7", EXTENSION],
    ["1-800-FLOWERS", "is not a phone number: it contains a letter (F). Write it with the country code, such as +12025550143."],
    ["+1 202 555 O188", "is not a phone number: it contains a letter (O)."], ["+1_202_555_0188", "is not a phone number: it contains a punctuation mark (_)."],
    ["+1 202 555 \u041E188", "is not a phone number: it contains a Cyrillic letter (U+041E)."],
    ["+1 202 555 0188 \u{1F600}", "is not a phone number: it contains an emoji (U+1F600)."],
    ["+1 202 555 0188/89", "is not a phone number."], ["+1 202 555 018", "is not a phone number."], ["12", "is not a phone number."], ["+1 202", "is not a phone number."], ["+1234567890123456", "is not a phone number."],
    ["+0 202 555 0188", "is not a phone number."], ["+1 202 555 0188 / +1 303 555 0188", "is not a phone number."],
  ];
  it.each(rows)("%j", (spelled, says) => {
    for (const read of [wholeNumber, phoneNumber, senderNumber]) {
      expect(() => read(spelled, "Phone")).toThrow(/^Phone: "/);
      expect(() => read(spelled, "Phone")).toThrow(says);
    }
  });
});

describe("a search text", () => {
  it.each([
    ["+1 (202) 555-0188", "+12025550188"], ["(202) 555-0188", "2025550188"], ["07946 095 812", "7946095812"], ["tel:+12025550188", "+12025550188"],
    // No numbers
    ["maya", "maya"], ["Suite 202-555", "Suite 202-555"], ["2026-11-30", "2026-11-30"], ["2026-11-30 10:00", "2026-11-30 10:00"], ["2026-2027", "2026-2027"], ["2026/2027", "2026/2027"], ["2026-001234", "2026-001234"], ["11/30/2026", "11/30/2026"], ["0012345678", "0012345678"], ["202-55", "202-55"], ["", ""],
  ])("%j becomes %j", (text, searched) => {
    expect(searchedNumber(text)).toBe(searched);
  });
});
