/** What people paste into forms, and what of it goes over the wire. */
import { describe, expect, it } from "@jest/globals";
import { LOCATION, mock, run, failureOf } from "./harness.ts";
import { CONTACT_ID, contact, TASK_ID, USER_ID } from "./records.ts";
import type { Call } from "./row.ts";

type Fields = Record<string, unknown>;

/** As browsers and phones copy a text: with marks of direction around it. */
const pasted = (text: string) => `\u202A${text}\u202C\u200B`;
const PHONE = "+12025550188";
const MESSY = "+1\u00A0(202) 555\u20110188";
const EMAIL = "maya.ellison@example.com";
const CAL = "Calendar000000000001";

const found = (query: Record<string, string>): Call => ({ method: "GET", path: "/contacts/search/duplicate", query: { locationId: LOCATION, ...query }, reply: { contact, traceId: "t" } });
const writes = (method: Call["method"], path: string, reply: unknown = {}): Call => ({ method, path, reply });

describe("what is looked up is spelled as HighLevel keeps it", () => {
  it.each([MESSY, `tel:${PHONE}`, "001 202 555 0188", pasted(PHONE)])("Find Contact by phone: %j", async (phone) => {
    const wire = mock([found({ number: PHONE })]);
    expect((await run("find-contact", { phone })).returnValue).toEqual(contact);
    expect(wire[0]?.query).toEqual({ locationId: LOCATION, number: PHONE });
  });

  it.each([`mailto:${EMAIL}`, `\u201C${EMAIL}\u201D`, `${EMAIL}.`, "maya.elli\u200Bson@example.com", `Maya <${EMAIL}>`])("Find Contact by email: %j", async (email) => {
    const wire = mock([found({ email: EMAIL })]);
    await run("find-contact", { email });
    expect(wire[0]?.query).toEqual({ locationId: LOCATION, email: EMAIL });
  });

  it("Find Contact by id", async () => {
    const wire = mock([{ method: "GET", path: `/contacts/${CONTACT_ID}`, reply: { contact } }]);
    await run("find-contact", { contactId: `\u201C${pasted(CONTACT_ID)}\u201D`, locationId: pasted(LOCATION) });
    expect(wire[0]?.path).toBe(`/contacts/${CONTACT_ID}`);
  });

  it("the guard of Create Contact against duplicates", async () => {
    const wire = mock([found({ number: PHONE })]);
    expect((await failureOf("create-contact", { phone: MESSY, notes: ["Met at the fair"] })).message).toContain("A contact with the same phone exists already");
    expect(wire[0]?.query).toEqual({ locationId: LOCATION, number: PHONE });
  });
});

/** One row a field: what the form holds, and what of it is sent. */
const sent: [slug: string, props: Fields, call: Call, body: Fields][] = [
  // Records: what has no country code is HighLevel's to complete
  ["create-contact", { phone: MESSY, email: pasted(EMAIL) }, writes("POST", "/contacts/", { contact }), { phone: PHONE, email: EMAIL }],
  ["create-contact", { phone: pasted("(202) 555\u20110188") }, writes("POST", "/contacts/", { contact }), { phone: "(202) 555-0188" }],
  ["update-contact", { contactId: pasted(CONTACT_ID), phone: "00 44 (0)20 7946 0958" }, writes("PUT", `/contacts/${CONTACT_ID}`, { contact }), { phone: "+442079460958" }],
  ["update-contact", { contactId: CONTACT_ID, dateOfBirth: "\u200E1990\u201109\u201125", tags: [pasted("vip"), "new\u00A0lead"], website: pasted("https://example.com") }, writes("PUT", `/contacts/${CONTACT_ID}`, { contact }), { dateOfBirth: "1990-09-25", tags: ["vip", "new lead"], website: "https://example.com" }],
  ["upsert-contact", { phone: MESSY }, writes("POST", "/contacts/upsert", { new: true, contact }), { phone: PHONE }],
  ["create-business", { name: "Harbor Yoga", phone: MESSY, email: `<${EMAIL}>` }, writes("POST", "/businesses/", { business: { id: "b1" } }), { phone: PHONE, email: EMAIL }],
  ["create-user", { companyId: pasted("Company0000000000001"), locationIds: [pasted(LOCATION)], firstName: "Ann", lastName: "Lee", email: pasted(EMAIL), password: " p\u200Bw ", type: "account", role: pasted("user"), phone: MESSY, twilioPhone: { [pasted(LOCATION)]: MESSY } },
    writes("POST", "/users/", { id: USER_ID }), { companyId: "Company0000000000001", locationIds: [LOCATION], email: EMAIL, password: " p\u200Bw ", role: "user", phone: PHONE, twilioPhone: { [LOCATION]: PHONE } }],
  ["create-location", { companyId: "Company0000000000001", name: "Harbor Yoga", phone: MESSY, timezone: pasted("America/New_York"), mailgunApiKey: pasted("key-1"), mailgunDomain: pasted("mg.example.com"), social: { facebookUrl: pasted("https://facebook.com/x") } },
    writes("POST", "/locations/", { id: LOCATION }), { phone: PHONE, timezone: "America/New_York", mailgun: { apiKey: "key-1", domain: "mg.example.com" }, social: { facebookUrl: "https://facebook.com/x" } }],
  // Messages and notifications
  ["send-message", { contactId: CONTACT_ID, type: pasted("SMS"), message: "\u200FHi \u201Cyou\u201D \u200B", fromNumber: MESSY, toNumber: `tel:${PHONE}` },
    writes("POST", "/conversations/messages", { messageId: "m1" }), { type: "SMS", message: "\u200FHi \u201Cyou\u201D \u200B", fromNumber: PHONE, toNumber: PHONE }],
  ["send-message", { contactId: CONTACT_ID, type: "Email", subject: "Hi", html: "x", emailFrom: `mailto:${EMAIL}`, emailTo: `${EMAIL}.`, emailCc: [`\u201C${EMAIL}\u201D`, "mailto:b@example.com"], emailBcc: [pasted(EMAIL)], forward: { messageId: pasted("m1"), toEmail: `<${EMAIL}>` } },
    writes("POST", "/conversations/messages", { messageId: "m1" }), { emailFrom: EMAIL, emailTo: EMAIL, emailCc: [EMAIL, "b@example.com"], emailBcc: [EMAIL], forward: { isForwarded: true, messageId: "m1", toEmail: EMAIL } }],
  ["send-message", { contactId: CONTACT_ID, type: "SMS", message: "x", attachments: "https://cdn.example.com/w_400,h_400/x.jpg, https://example.com/y.pdf" },
    writes("POST", "/conversations/messages", { messageId: "m1" }), { attachments: ["https://cdn.example.com/w_400,h_400/x.jpg", "https://example.com/y.pdf"] }],
  ["send-message", { contactId: CONTACT_ID, type: "SMS", message: "x", attachments: [JSON.stringify({ url: "https://cdn.example.com/w_400,h_400/x.jpg" })] },
    writes("POST", "/conversations/messages", { messageId: "m1" }), { attachments: ["https://cdn.example.com/w_400,h_400/x.jpg"] }],
  ["update-calendar-notification", { calendarId: CAL, notificationId: "n1", additionalPhoneNumbers: [MESSY], additionalEmailIds: [`mailto:${EMAIL}`], selectedUsers: [pasted(USER_ID)], fromNumber: MESSY, beforeTime: [pasted("30\u00A0mins")] },
    writes("PUT", `/calendars/${CAL}/notifications/n1`), { additionalPhoneNumbers: [PHONE], additionalEmailIds: [EMAIL], selectedUsers: [USER_ID], fromNumber: PHONE, beforeTime: [{ timeOffset: 30, unit: "mins" }] }],
  ["update-calendar-notification", { calendarId: CAL, notificationId: "n1", fromNumber: "HARBOR YOGA" }, writes("PUT", `/calendars/${CAL}/notifications/n1`), { fromNumber: "HARBOR YOGA" }],
  // Times, numbers, choices, lists of objects
  ["update-contact-task", { contactId: CONTACT_ID, taskId: pasted(TASK_ID), dueDate: "\u200E2026\u201312\u201301T09:00:00\u221205:00" }, writes("PUT", `/contacts/${CONTACT_ID}/tasks/${TASK_ID}`, { task: { id: TASK_ID } }), { dueDate: "2026-12-01T09:00:00-05:00" }],
  ["update-opportunity", { opportunityId: pasted("o1"), monetaryValue: "\u22121250.50\u00A0", pipelineId: "\u201Cp1\u201D" }, writes("PUT", "/opportunities/o1", { opportunity: { id: "o1" } }), { monetaryValue: -1250.5, pipelineId: "p1" }],
  ["update-calendar", { calendarId: pasted(CAL), slug: pasted("first-visit"), teamMembers: [`\u200B{ \u201CuserId\u201D: \u201C${pasted(USER_ID)}\u201D }`], openHours: ["Mon\u2013Fri 09:00\u201312:00"], alertEmail: `mailto:${EMAIL}`, calendarCoverImage: pasted("https://example.com/a,b.png") },
    writes("PUT", `/calendars/${CAL}`, { calendar: { id: CAL } }), { slug: "first-visit", teamMembers: [{ userId: USER_ID }], openHours: [{ daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }] }], alertEmail: EMAIL, calendarCoverImage: "https://example.com/a,b.png" }],
  ["update-appointment", { appointmentId: "a1", rrule: pasted("RRULE:FREQ=WEEKLY;COUNT=4"), ignoreFreeSlotValidation: true }, writes("PUT", "/calendars/events/appointments/a1", { id: "a1" }), { rrule: "RRULE:FREQ=WEEKLY;COUNT=4" }],
  // Prose stays as it was written
  ["create-contact-note", { contactId: CONTACT_ID, body: "\u202B\u05E9\u05DC\u05D5\u05DD\u202C \u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u201Cyes\u201D\u00A0\u2013 10\u00ADpm" }, writes("POST", `/contacts/${CONTACT_ID}/notes`, { note: { id: "n1" } }), { body: "\u202B\u05E9\u05DC\u05D5\u05DD\u202C \u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u201Cyes\u201D\u00A0\u2013 10\u00ADpm" }],
];

it.each(sent)("%s %j", async (slug, props, call, body) => {
  const wire = mock([call]);
  await run(slug, props);
  expect(wire[0]?.path).toBe(call.path);
  expect(wire[0]?.body).toMatchObject(body);
});

it("a custom field of files takes links with commas, and names the files in plain letters", async () => {
  const customFields = [{ id: "cfFile", name: "Contract", fieldKey: "contact.contract", dataType: "FILE_UPLOAD" }, { id: "cfText", name: "Nickname", fieldKey: "contact.nickname", dataType: "TEXT" }];
  const wire = mock([
    { method: "GET", path: `/locations/${LOCATION}/customFields`, reply: { customFields } },
    writes("PUT", `/contacts/${CONTACT_ID}`, { contact }),
  ]);
  await run("update-contact", { contactId: CONTACT_ID, customField1: pasted("cfFile"), customFieldValue1: "https://cdn.example.com/w_400,h_400/My%20photo.jpg, https://example.com/100%.pdf", customFields: { [pasted("contact.nickname")]: "May" } });
  const [{ field_value: files }, nickname] = (wire[1]?.body as { customFields: [{ field_value: Record<string, { url: string; meta: Fields }> }, Fields] }).customFields; // as it is sent
  expect(nickname).toEqual({ id: "cfText", field_value: "May" });
  expect(Object.values(files).map(({ url, meta }) => [url, meta.originalname])).toEqual([
    ["https://cdn.example.com/w_400,h_400/My%20photo.jpg", "My photo.jpg"], ["https://example.com/100%.pdf", "100%.pdf"],
  ]);
});

/** What cannot be mended is named, with its field; none of these sends anything. */
const refused: [slug: string, props: Fields, says: string][] = [
  ["find-contact", { phone: "(202) 555-0188" }, "Phone: \"(202) 555-0188\" has no country code, and HighLevel finds no number without one. Write + and the country code before it, such as +12025550143."],
  ["create-contact", { phone: "(202) 555-0188", notes: ["Met at the fair"] }, "Phone (looked up first, as there are Notes or Tasks): \"(202) 555-0188\" has no country code"],
  ["create-contact", { phone: "+1 202 555 0188 ext. 5" }, "Phone: \"+1 202 555 0188 ext. 5\" has an extension"],
  ["send-message", { contactId: CONTACT_ID, type: "SMS", message: "x", toNumber: "202 555 0188" }, "To Number (SMS): \"202 555 0188\" has no country code"],
  ["update-calendar-notification", { calendarId: CAL, notificationId: "n1", additionalPhoneNumbers: ["202 555 0188"] }, "Phone Numbers: \"202 555 0188\" has no country code"],
  ["create-contact", { email: "maya\u2019s@example.com" }, "Email: \"maya\u2019s@example.com\" is not an email address: it contains a curly quotation mark (U+2019). Write one address, such as maya@example.com."],
  ["delete-contact", { contactId: "\u0430bc1" }, "Contact: the value contains a Cyrillic letter (U+0430)"],
  ["delete-contact", { contactId: `${CONTACT_ID}, other` }, "Contact: the value contains a comma (,)"],
  ["delete-contact-task", { contactId: CONTACT_ID, taskId: TASK_ID.replace(/^.{9}/, "$& ") }, "Task: the value contains a space"],
  ["find-contact", { email: EMAIL, locationId: "abc1\u2014def" }, "Sub-Account: the value contains a dash (U+2014)"],
  ["send-message", { contactId: CONTACT_ID, type: "SMS", attachments: ["https://example.com/a b.pdf"] }, "Attachments: \"https://example.com/a b.pdf\" is not a web address: it contains a space."],
  ["create-contact", { email: EMAIL, tasks: [JSON.stringify({ title: "Call", assignedTo: "Ann Lee" })] }, "Tasks, item 1, assignedTo: \"Ann Lee\" is a name, and this field takes an ID. Enter the ID instead."],
  ["create-location", { companyId: "c1", name: "x", mailgunApiKey: "key-\u00E9", mailgunDomain: "example.com" }, "Mailgun API Key: the value contains a letter outside A to Z (U+00E9)"],
  ["update-calendar", { calendarId: CAL, teamMembers: [JSON.stringify({ userId: "Ann Lee" })] }, "Team Members, item 1, userId: \"Ann Lee\" is a name, and this field takes an ID. Enter the ID instead."],
];

it.each(refused)("%s %j is refused before anything is sent", async (slug, props, says) => {
  const error = await failureOf(slug, props);
  expect(error.message.slice(0, says.length)).toBe(says);
  expect(error.name).toBe("ConfigurationError");
});
