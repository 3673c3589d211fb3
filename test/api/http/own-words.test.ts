/** HighLevel's words about a form: the labels of its fields stand where the API's names stood. */
import { expect, it } from "@jest/globals";
import { inFormWords } from "../../../common/api/http/own-words.ts";

const LABELS = { assignedUserId: "Assigned To", teamMembers: "Team Members", rawHTML: "Content (HTML)", slug: "URL Slug", name: "Full Name", type: "Channel", tags: "Tags", address1: "Street Address" };

it.each<[words: string, text: string, named: string[]]>([
  ["A team member needs to be selected. assignedUserId is missing", "A team member needs to be selected. Assigned To is missing", ["Assigned To"]],
  ["teamMembers.0.userId must be a string", "Team Members, item 1, userId must be a string", ["Team Members"]],
  ["rawHTML should not be empty; address1 must be a string", "Content (HTML) should not be empty; Street Address must be a string", ["Content (HTML)", "Street Address"]],
  // Plain words are fields only where a validator speaks of them; a sentence stays as it is, but says which field it is about.
  ["name must be a string", "Full Name must be a string", ["Full Name"]],
  ["each value in tags must be a string", "each value in Tags must be a string", ["Tags"]],
  ["property type should not exist", "property Channel should not exist", ["Channel"]],
  ["The slug is already taken", "The slug is already taken", ["URL Slug"]],
  ["Slug already exists", "Slug already exists", ["URL Slug"]],
  ["Bad Request", "Bad Request", []],
  ["assignedUserIds and myname are something else", "assignedUserIds and myname are something else", []],
])("%s", (words, text, named) => {
  expect(inFormWords(words, LABELS)).toEqual({ text, named });
});
