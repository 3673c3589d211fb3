/** The account that the command line makes of its environment. */
import { describe, expect, it } from "@jest/globals";
import { connect } from "../../local/cli/connection.ts";
import { Output } from "../../local/cli/output.ts";
import { Masker } from "../../hosts/runtime/mask.ts";
import { Captured } from "./support.ts";

const live = (env: NodeJS.ProcessEnv, masker = new Masker()) => connect({ live: true }, { env, masker }, new Output(false, { stdout: new Captured(), stderr: new Captured(), color: false }));

describe("HIGHLEVEL_TOKEN as people paste it", () => {
  it.each(["pit-0123-4567", "Bearer pit-0123-4567", "\"Bearer pit-0123-4567\"", "\u201Cpit-0123-4567\u201D", " pit-0123\u20114567\n", "\uFEFFpit-0123-4567\u200B", "Authorization: Bearer pit-0123-4567"])("%j is a Private Integration Token", async (token) => {
    expect((await live({ HIGHLEVEL_TOKEN: token })).auth).toEqual({ api_key: "pit-0123-4567" });
  });

  it("is an OAuth token otherwise; the ids are cleaned too", async () => {
    const { auth } = await live({ HIGHLEVEL_TOKEN: "Bearer eyJhbGciOi", HIGHLEVEL_LOCATION_ID: "\u202Aloc1\u202C", HIGHLEVEL_COMPANY_ID: "\"comp1\"", HIGHLEVEL_BASE_URL: " http://127.0.0.1:1 " });
    expect(auth).toEqual({ oauth_access_token: "eyJhbGciOi", locationId: "loc1", companyId: "comp1", base_url: "http://127.0.0.1:1" });
  });

  it("is hidden as it is sent", async () => {
    const masker = new Masker();
    await live({ HIGHLEVEL_TOKEN: "\u201CBearer pit-0123-4567\u201D" }, masker);
    expect(masker.text("sent pit-0123-4567")).toBe("sent [$auth.api_key]");
  });

  it("is refused where no header can carry it, without being shown", async () => {
    const error = await live({ HIGHLEVEL_TOKEN: "pit-0123-\u0430567" }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: "UsageError", message: "HIGHLEVEL_TOKEN is invalid: it contains a Cyrillic letter (U+0430). Copy the token again." });
  });

  it.each(["", "Bearer ", "\u200B"])("is asked for where %j is none", async (token) => {
    await expect(live({ HIGHLEVEL_TOKEN: token })).rejects.toThrow("--live needs HIGHLEVEL_TOKEN");
  });
});
