import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
let now = Date.UTC(2026, 10, 23, 12);
beforeAll(async () => {
  bed = await open({ now: () => now });
});
afterAll(() => bed.close());

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${bed.url}${path}`, { method: "POST", body: new URLSearchParams(form), headers });
  return { status: response.status, body: (await response.json()) as unknown };
}
const token = (form: Record<string, string>) => post("/oauth/token", { client_id: bed.client.id, client_secret: bed.client.secret, ...form });
const redeem = (code: string) => token({ grant_type: "authorization_code", code });
const refresh = (refreshToken: string, form = {}) => token({ grant_type: "refresh_token", refresh_token: refreshToken, ...form });
const works = async (accessToken: string) => (await bed.api("GET", "/contacts/", { query: { locationId: bed.locationId }, token: accessToken })).status;

describe("POST /oauth/token", () => {
  it("gives a token for a code, once, without a Version header", async () => {
    const code = bed.code({ scopes: ["contacts.readonly"] });
    const { status, body } = await redeem(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 86399, scope: "contacts.readonly", userType: "Location", locationId: bed.locationId, companyId: bed.companyId, refresh_token: expect.any(String) });
    expect(await works(at(body, "access_token"))).toBe(200);
    expect(await redeem(code)).toMatchObject({ status: 401, body: { error: "UnAuthorized!", error_description: "Authorization code not found" } });
  });

  it("checks the client, after the code", async () => {
    expect(await token({ grant_type: "authorization_code", code: "made-up", client_secret: "wrong" })).toMatchObject({ body: { error_description: "Authorization code not found" } });
    expect(await token({ grant_type: "authorization_code", code: bed.code(), client_secret: "wrong" })).toMatchObject({ status: 401, body: { error_description: "Invalid client credentials!" } });
    expect(await post("/oauth/token", { grant_type: "password" })).toMatchObject({ status: 422 });
  });

  it("rotates refresh tokens: each works once, and within 30 s gives the same answer again", async () => {
    const first = (await redeem(bed.code())).body;
    const second = await refresh(at(first, "refresh_token"));
    expect(second.status).toBe(200);
    expect(at(second.body, "refresh_token")).not.toBe(at(first, "refresh_token"));
    now += 30_000;
    expect((await refresh(at(first, "refresh_token"))).body).toMatchObject({ refresh_token: at(second.body, "refresh_token"), access_token: at(second.body, "access_token") });
    now += 1;
    expect(await refresh(at(first, "refresh_token"))).toMatchObject({ status: 400, body: { error: "invalid_grant", error_description: "This refresh token is invalid" } });
    expect((await refresh(at(second.body, "refresh_token"), { client_secret: "wrong" })).status).toBe(401);
    expect(await works(at((await refresh(at(second.body, "refresh_token"))).body, "access_token"))).toBe(200);
  });

  it("gives access tokens that expire after a day, and refresh tokens that last a year", async () => {
    const { body } = await redeem(bed.code());
    now += 86_398_000;
    expect(await works(at(body, "access_token"))).toBe(200);
    now += 2000;
    expect(await works(at(body, "access_token"))).toBe(401);
    now += 365 * 86_400_000;
    expect((await refresh(at(body, "refresh_token"))).status).toBe(400);
  });

  it("never shows its secrets in the log", () => {
    expect(JSON.stringify(bed.requests)).not.toContain(bed.client.secret);
    expect(JSON.stringify(bed.requests)).not.toContain("sandbox-refresh");
  });
});

describe("POST /oauth/locationToken", () => {
  it("makes a location token of an agency's OAuth token, and of no other", async () => {
    const { body } = await redeem(bed.code({ kind: "agency", scopes: ["oauth.write", "contacts.readonly"] }));
    expect(body).toMatchObject({ userType: "Company" });
    expect(body).not.toHaveProperty("locationId");
    const ask = (accessToken: string, locationId = bed.locationId) => post("/oauth/locationToken", { companyId: bed.companyId, locationId }, { authorization: `Bearer ${accessToken}`, version: "2021-07-28" });
    const exchanged = await ask(at(body, "access_token"));
    expect(exchanged).toMatchObject({ status: 200, body: { userType: "Location", locationId: bed.locationId, scope: "oauth.write contacts.readonly oauth.readonly" } });
    expect(await works(at(exchanged.body, "access_token"))).toBe(200);
    expect((await ask(at(body, "access_token"), "elsewhere")).status).toBe(403);
    expect((await ask(bed.token())).status).toBe(401);
    expect((await ask(bed.token({ kind: "agency", privateIntegration: true }))).status).toBe(401);
  });
});
