/** Lists that nobody knows to be complete: what is not in them is sent all the same, and the log says so. */
import get from "lodash/get.js";
import { expect, it } from "@jest/globals";
import { mock, run } from "./harness.ts";
import { contact, CONTACT_ID, USER_ID } from "./records.ts";
import type { Call } from "./row.ts";

const user: Call = { method: "PUT", path: `/users/${USER_ID}`, reply: { id: USER_ID } };
const person: Call = { method: "PUT", path: `/contacts/${CONTACT_ID}`, reply: { contact } };
const place: Call = { method: "POST", path: "/locations/", reply: { id: "loc2", name: "Studio" } };
const userId = USER_ID;
const contactId = CONTACT_ID;

it.each<[slug: string, props: Record<string, unknown>, call: Call, at: string, sent: unknown, log: string | undefined]>([
  ["update-user", { userId, scopes: ["contacts.write", "affiliate-manager.readonly", "pipelines.create"] }, user, "scopes", ["contacts.write", "affiliate-manager.readonly", "pipelines.create"], 'Scopes: HighLevel\'s API description does not list "affiliate-manager.readonly", "pipelines.create". Sent as written; if it has no effect, choose from the list.'],
  ["update-user", { userId, scopesAssignedToOnly: "pipelines.create" }, user, "scopesAssignedToOnly", ["pipelines.create"], 'Scopes for Assigned Data Only: HighLevel\'s API description does not list "pipelines.create".'],
  ["update-user", { userId, permissionsGranted: ["wordpressEnabled"], permissionsWithheld: ["tagsEnabled", "giftCardsEnabled"] }, user, "permissions", { wordpressEnabled: true, tagsEnabled: false, giftCardsEnabled: false }, 'Permissions to Grant: HighLevel\'s API description does not list "wordpressEnabled".'],
  ["update-user", { userId, scopes: ["contacts.write"] }, user, "scopes", ["contacts.write"], undefined],
  ["update-contact", { contactId, timezone: "GMT-05:00" }, person, "timezone", "GMT-05:00", 'Time Zone: "GMT-05:00" is not a time zone that is known here. Sent as written; if HighLevel does not take it, choose one from the list, such as America/New_York.'],
  ["update-contact", { contactId, timezone: "US/Pacific" }, person, "timezone", "US/Pacific", undefined],
  ["create-location", { companyId: "agency1", name: "Studio", timezone: "Pacific Standard Time" }, place, "timezone", "Pacific Standard Time", 'Time Zone: "Pacific Standard Time" is not a time zone that is known here.'],
  ["update-contact", { contactId, country: "xk" }, person, "country", "XK", undefined],
])("%s %j", async (slug, props, call, at, sent, log) => {
  const wire = mock([call]);
  const { logs } = await run(slug, props);
  expect(get(wire[0]?.body, at)).toEqual(sent);
  const text = JSON.stringify(logs).replaceAll('\\\\"', '"').replaceAll('\\"', '"');
  if (log === undefined) expect(logs).toEqual([]);
  else expect(text).toContain(log);
});
