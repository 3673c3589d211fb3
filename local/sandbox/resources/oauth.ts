import { ACCESS_TOKEN_SECONDS } from "../auth.ts";
import { forbidden } from "../errors.ts";
import { handle } from "../resource.ts";
import type { Resource } from "../resource.ts";
import type { TokenRequest } from "../sign-in.ts";

/** OAuth: exchanges codes and refresh tokens for access tokens, and agency tokens for location tokens. */
export const oauth: Resource = {
  "POST /oauth/token": handle<TokenRequest>(({ signIn, body }) => signIn.exchange(body)),

  "POST /oauth/locationToken": handle<{ companyId: string; locationId: string }>(({ auth, grant, body: { companyId, locationId } }) => {
    if (companyId !== grant.companyId) throw forbidden("The token does not have access to this company.");
    // The live exchange adds these two.
    const scopes = [...new Set([...grant.scopes, "oauth.readonly", "oauth.write"])];
    return {
      access_token: auth.token({ kind: "location", locationId, scopes }), token_type: "Bearer", expires_in: ACCESS_TOKEN_SECONDS,
      scope: scopes.join(" "), userType: "Location", locationId, companyId, userId: "SandboxUser000000001",
    };
  }),
};
