import { describe, expect, it } from "@jest/globals";
import * as api from "../../../common/api/endpoints.ts";
import nock from "../../support/nock.ts";
import type { ApiRequest } from "../../../common/api/http/request.ts";
import type { Auth, Fields } from "../../../common/core/types.ts";
import { isNotFound } from "../../../common/api/http/errors.ts";
import { idFieldsOf } from "../../../common/input/form.ts";
import { ACCOUNT, HOST, HighLevelError, PIT, READ, SEARCH, TOKEN, WRITE, everythingOf, mock, failureOf } from "./support.ts";

async function refused(status: number, body: Fields | string) {
  mock(WRITE).reply(status, body);
  return failureOf(WRITE);
}

describe("HighLevel's own words", () => {
  it.each([
    ["a string", { message: "phone must be a valid number." }, "HighLevel says: phone must be a valid number. Check the values in the form"],
    ["shouted", { message: "Such a contact exists already!." }, "HighLevel says: Such a contact exists already. Check the values in the form"],
    ["a question", { message: "Is that right?! " }, "HighLevel says: Is that right. Check the values in the form"],
    ["a list", { message: ["email must be an email", "name should not be empty"] }, "HighLevel says: email must be an email; name should not be empty. Check the values in the form"],
    ["only an error", { error: "Bad Request" }, "HighLevel says: Bad Request. Check the values in the form"],
    ["an empty message beside an error", { message: "", error: "Bad Request" }, "HighLevel says: Bad Request. Check the values in the form"],
    ["an object", { message: { field: "email", reason: "invalid" } }, "HighLevel says: {\"field\":\"email\",\"reason\":\"invalid\"}. Check the values in the form"],
    ["a list of objects", { message: [{ field: "email" }] }, "HighLevel says: {\"field\":\"email\"}. Check the values in the form"],
    ["nothing", {}, "HighLevel says: HTTP 400. Check the values in the form"],
    ["a page", "<html>", "HighLevel says: HTTP 400. Check the values in the form"],
  ])("may be %s", async (_, body, says) => {
    const error = await refused(400, body);
    expect(error.message).toContain(says);
    expect(error).toMatchObject({ name: "HighLevelError", kind: "invalid", status: 400 });
  });

  it("stand with method, path, status and trace id, and without values of the form", async () => {
    mock(READ).reply(422, { message: "no", traceId: "3f1c-77" });
    const error = await failureOf(READ);
    expect(error.message).toMatch(/\(GET \/contacts\/\{contactId\}, status 422, trace id 3f1c-77\)$/);
    expect(error).toMatchObject({ traceId: "3f1c-77", status: 422 });
    expect(error.message).not.toContain("c1");
  });
});

describe("a refusal", () => {
  it.each([
    [401, "The token is not authorized for this scope.", "scope", "lacks the scope contacts.write. Reconnect with an OAuth client that asks for it"],
    [401, "This authClass type is not allowed to access this scope. Please reach out to admin", "tokenKind", "wrong kind of token"],
    [401, "Token's user type mismatch!", "tokenKind", "wrong kind of token"],
    [403, "The token does not have access to this location.", "location", "The connected account no longer has access to its sub-account. Reconnect the HighLevel account"],
    [401, "Invalid JWT", "unauthorized", "Reconnect the HighLevel account"],
    [401, "Invalid token: access token is invalid", "unauthorized", "its Private Integration Token has not been revoked"],
    [403, "Forbidden resource", "unauthorized", "Reconnect the HighLevel account"],
    [401, "The user does not exist.", "notFound", "HighLevel has no such record"],
    [400, "Contact with id x not found", "notFound", "HighLevel has no such record"],
    [400, "No task found for the id", "notFound", "HighLevel has no such record"],
    [404, "Cannot GET /nowhere", "notFound", "or this account has no access to it"],
    [422, "pageLimit must be a number", "invalid", "Check the values in the form"],
    [400, "Location is not active", "unavailable", "No field of the form is at fault: HighLevel does not allow this for this sub-account or user."],
    [400, "Your current plan does not include this feature", "unavailable", "Check in HighLevel that the sub-account is active"],
    [403, "You do not have permission to access this resource", "unavailable", "nothing was changed"],
    [400, "User needs permissions for contacts", "unavailable", "that the user has permission"],
    [400, "permissions.campaignsEnabled must be a boolean value", "invalid", "Check the values in the form"],
    [400, "each value in permissions must be a string", "invalid", "Check the values in the form"],
    [422, "No explanation was given", "invalid", "Check the values in the form"],
    [403, "The token has no permission", "unauthorized", "Reconnect"],
    // Another thing than the record is missing.
    [400, "Location with id ve9EPM428h8vShlRW1KT not found", "location", "Reconnect the HighLevel account"],
    [404, "The location does not exist", "location", "Reconnect the HighLevel account"],
    [404, "No location found", "location", "Reconnect the HighLevel account"],
    [400, "Company ve9EPM428h8vShlRW1KT not found", "invalid", "Check the values in the form"],
    [404, "Contact with id x not found in location ve9EPM428h8vShlRW1KT", "notFound", "HighLevel has no such record"],
    [400, "This account does not allow duplicated contacts.", "invalid", "Check the values in the form"],
    // Trouble with the login never reads as a deleted record.
    [401, "version header was not found.", "unauthorized", "Reconnect"],
    [401, "The token was not found", "unauthorized", "Reconnect"],
    [401, "This access token does not exist", "unauthorized", "Reconnect"],
  ])("%d %s is %s", async (status, message, kind, says) => {
    const error = await refused(status, { statusCode: status, message });
    expect(error).toMatchObject({ kind, status });
    expect(error.message).toContain(says);
    expect(isNotFound(error)).toBe(kind === "notFound");
  });

  it.each<[ApiRequest["method"], string, string, string]>([
    ["GET", "/locations/loc1", "/locations/{locationId}", "Location with id loc1 not found"],
    ["GET", "/companies/loc1", "/companies/{companyId}", "Company does not exist"],
  ])("is about the record where %s %s asks for just that", async (method, url, path, message) => {
    nock(HOST).intercept(url, method).reply(400, { message });
    const request = { version: "2021-07-28", method, path, pathParams: { locationId: "loc1", companyId: "loc1" } };
    expect(isNotFound(await failureOf(request))).toBe(true);
  });

  const OWN: Auth = { ...ACCOUNT, locationId: "own1", companyId: "agency1" };
  const AGENCY: Auth = { oauth_access_token: TOKEN };
  const CHOSEN = "Sub-Account: the connected account has no access to this sub-account.";
  const IDS = "An ID in the form may belong to another sub-account. Check the IDs; if they are right, connect the sub-account they belong to.";
  const RECORD = { path: "/x/{contactId}", pathParams: { contactId: "c1" } };
  it.each<[string, string, Auth, Partial<ApiRequest>, string]>([
    ["the form's sub-account", "location", OWN, { query: { locationId: "loc2" } }, `${CHOSEN} Leave it empty, or connect that sub-account.`],
    ["the form's sub-account in the body", "location", OWN, { body: { locationId: "loc2", contactId: "c1" } }, `${CHOSEN} Leave it empty`],
    ["the form's sub-account by its other name", "location", OWN, { query: { location_id: "loc2" } }, CHOSEN],
    ["the form's sub-account, where there is no other", "location", AGENCY, { query: { locationId: "loc2" } }, `${CHOSEN} Choose another one, or connect that sub-account.`],
    ["the connected sub-account", "location", OWN, { query: { locationId: " own1 " } }, "The connected account no longer has access to its sub-account."],
    ["a record in the connected sub-account", "location", OWN, { query: { locationId: "own1", calendarId: "cal1" } }, IDS],
    ["a record", "location", OWN, RECORD, IDS],
    ["several records", "location", OWN, { body: { locationId: "own1", contacts: ["c1"] } }, IDS],
    ["no record, though it could", "location", OWN, { body: { locationId: "own1", contacts: [], userId: "" } }, "no longer has access to its sub-account"],
    ["a record that is gone", "notFound", OWN, RECORD, "Check the IDs in the form: the record may have been deleted or belong to another sub-account, or a field may hold a name where an ID belongs."],
    ["the connected agency", "company", OWN, { body: { companyId: "agency1" } }, "The agency is that of the connected account. Reconnect the HighLevel account."],
    ["another agency", "company", OWN, { body: { companyId: "agency2" } }, "If Agency is filled in, correct it. If not, reconnect the HighLevel account."],
    ["no agency", "invalid", OWN, RECORD, "Check the values in the form"],
  ])("is explained by what the request names: %s", async (_, kind, account, further, says) => {
    const words: Record<string, string> = { location: "Location with id x not found", notFound: "Not found" };
    nock(HOST).post(/^\/x/).query(true).reply(400, { message: words[kind] ?? "Company x not found" });
    const error = await failureOf({ version: "2021-07-28", method: "POST", path: "/x", ...further }, account);
    expect(error).toMatchObject({ kind });
    expect(error.message).toContain(says);
  });

  it.each<[words: string, ids: Record<string, string>, says: string]>([
    ["Calendar with id cal1 not found", { calendarId: "cal1", contactId: "c1" }, "Calendar: HighLevel has no calendar with this ID. It may have been deleted or belong to another sub-account, or this may be the ID of something else. HighLevel says: Calendar with id cal1 not found. (POST /x, status 400)"],
    ["Contact not found", { contactId: "c1", taskId: "t1" }, "Contact: HighLevel has no contact with this ID."],
    ["Not Found", { taskId: "t1" }, "Task: HighLevel has no task with this ID."],
    ["The user does not exist.", { assignedTo: "u1" }, "Owner: HighLevel has no user with this ID."],
    ["Pipeline stage with id s1 not found", { pipelineId: "p1", pipelineStageId: "s1" }, "Stage: the chosen pipeline has no stage with this ID. It may belong to another pipeline or have been deleted. Choose the stage from the list."],
    ["Pipeline stage with id s1 not found", { pipelineStageId: "s1" }, "Stage: the opportunity's pipeline has no stage with this ID"],
    // Of which field it is, it does not pretend to know.
    ["Not Found", { contactId: "c1", taskId: "t1" }, "HighLevel says: Not Found. Check the IDs in the form"],
    ["Custom field with id cf1 not found", { contactId: "c1" }, "HighLevel says: Custom field with id cf1 not found. Check the IDs in the form"],
    ["Contact with id c9 not found", { contactId: "c1" }, "HighLevel says: Contact with id c9 not found. Check the IDs in the form"],
  ])("names the field whose record is missing: %s", async (message, ids, says) => {
    nock(HOST).post("/x").reply(400, { message });
    const error = await failureOf({ version: "2021-07-28", method: "POST", path: "/x", body: ids, idFields: idFieldsOf(ids) }, OWN);
    expect(error).toMatchObject({ kind: "notFound" });
    expect(error.message.slice(0, says.length)).toBe(says);
  });

  it.each<[string, ApiRequest, boolean]>([
    ["a write that may create", WRITE, true],
    ["a search", SEARCH, false],
    ["a change", { version: "2021-07-28", method: "PUT", path: "/contacts/{contactId}", pathParams: { contactId: "c1" }, body: { firstName: "Maya" } }, false],
  ])("with 422 of %s says whether something may have been created", async (_, request, maybe) => {
    mock(request).reply(422, { message: "phone is wrong" });
    const { message } = await failureOf(request);
    expect(message.includes("check in HighLevel whether the record was created anyway")).toBe(maybe);
    expect(message.includes("nothing was changed")).toBe(!maybe);
  });

  it.each<[ApiRequest, boolean]>([
    [api.getCustomSnapshots, true],
    [{ ...api.getCompany, pathParams: { companyId: "agency" } }, true],
    [api.createLocation, true],
    [api.filterUsersByEmail, true],
    [api.searchLocations, false],
    [api.getUserByLocation, false],
    [api.createContact, false],
  ])("with the wrong kind of token says which one is needed: %j", async (request, isAgency) => {
    nock(HOST).intercept(request.path.replace("{companyId}", "agency"), request.method).reply(401, { message: "Token's user type mismatch!" });
    const { message } = await failureOf(request);
    expect(message).toContain(isAgency
      ? "HighLevel says: Token's user type mismatch. The account is connected with the wrong kind of token: this operation needs the agency's token. Connect the agency instead of the sub-account."
      : "HighLevel says: Token's user type mismatch. The account is connected with the wrong kind of token: this operation needs a sub-account's token. Connect the sub-account instead of the agency.");
  });

  it("says which kind of scope is meant where the operation declares none", async () => {
    nock(HOST).get("/x").reply(401, { message: "The token is not authorized for this scope." });
    expect((await failureOf({ version: "2021-07-28", method: "GET", path: "/x" })).message).toContain("lacks the scope of this operation.");
  });

  it("names the contact that a duplicate stands in the way of", async () => {
    const error = await refused(400, {
      statusCode: 400,
      message: "This location does not allow duplicated contacts.",
      meta: { contactId: "existing1", matchingField: "phone" },
    });
    expect(error).toMatchObject({ kind: "duplicate", contactId: "existing1" });
    expect(error.message).toContain("A contact with the same phone already exists: existing1. Use Update Contact with this ID, or Upsert Contact.");
  });

  it("is an error that hosts recognise", async () => {
    expect(await refused(404, {})).toBeInstanceOf(HighLevelError);
    expect(isNotFound(new Error("not found"))).toBe(false);
    expect(isNotFound(undefined)).toBe(false);
  });
});

describe("no error shows a token", () => {
  const echo = { message: `bad token ${TOKEN}`, traceId: "t", headers: { authorization: `Bearer ${TOKEN}` } };
  const broken = (code: string) => Object.assign(new Error(`connect failed for Bearer ${TOKEN}`), { code });

  it.each<[string, (mocked: nock.Interceptor) => unknown]>([
    ["a refusal that repeats it", (mocked) => mocked.reply(401, echo)],
    ["a refusal with it in a list", (mocked) => mocked.reply(400, { message: [TOKEN, `Bearer ${TOKEN}`] })],
    ["a server error", (mocked) => mocked.reply(500, echo)],
    ["429", (mocked) => mocked.times(4).reply(429, echo)],
    ["404", (mocked) => mocked.reply(404, echo)],
    ["a page instead of JSON", (mocked) => mocked.reply(200, `<html>${TOKEN}</html>`)],
    ["a broken connection", (mocked) => mocked.replyWithError(broken("ECONNRESET"))],
    ["an unknown failure of the network", (mocked) => mocked.replyWithError(broken("EWHATEVER"))],
    ["a timeout", (mocked) => mocked.replyWithError(broken("ETIMEDOUT"))],
  ])("after %s", async (_, answer) => {
    answer(mock(WRITE));
    const error = await failureOf(WRITE);
    expect(everythingOf(error)).not.toContain("SECRET");
    expect(error.message.length).toBeGreaterThan(20);
  });

  it("in its trace id or contact id either", async () => {
    const error = await refused(400, { message: "no", traceId: `trace ${TOKEN}`, meta: { contactId: TOKEN } });
    expect(everythingOf(error)).not.toContain("SECRET");
  });

  it.each([["OAuth", { oauth_access_token: TOKEN, api_key: PIT }], ["pasted with a line end", { api_key: `${PIT}\n` }]])("of either kind (%s)", async (_, auth) => {
    mock(WRITE).reply(400, { message: `${TOKEN} ${PIT}` });
    const shown = everythingOf(await failureOf(WRITE, auth));
    for (const token of Object.values(auth)) expect(shown).not.toContain(token.trim());
  });

  it("where the fault is ours: a body that is no JSON", async () => {
    const body: Fields = { firstName: "Maya" };
    body.self = body;
    expect(everythingOf(await failureOf({ ...WRITE, body }))).not.toContain("SECRET");
  });

  it("where the account's address is no address", async () => {
    expect(everythingOf(await failureOf(WRITE, { ...ACCOUNT, base_url: "nowhere" }))).not.toContain("SECRET");
  });
});
