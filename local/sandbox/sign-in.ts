import { ACCESS_TOKEN_SECONDS, ALL_SCOPES } from "./auth.ts";
import type { Auth, TokenOptions } from "./auth.ts";
import type { Clock } from "./clock.ts";
import { ApiError } from "./errors.ts";
import type { Location } from "./model.ts";
import type { Random } from "./random.ts";

/** A refresh token sent again within this time by the same client gets the same response. */
const REPLAY_MS = 30_000;
const YEAR_MS = 365 * 86_400_000;

/** The app that the sandbox's authorization codes belong to. */
export const DEMO_CLIENT = { id: "sandbox-client", secret: "sandbox-secret" } as const;

/** The form of POST /oauth/token. */
export interface TokenRequest {
  client_id: string;
  client_secret: string;
  grant_type: string;
  code?: string;
  refresh_token?: string;
}

type TokenAnswer = Record<string, unknown>;
interface RefreshToken {
  options: TokenOptions;
  expiresAt: number;
  used?: { at: number; answer: TokenAnswer };
}

/** OAuth 2.0 for one app: authorization codes, access tokens, and single-use refresh tokens. */
export class SignIn {
  private readonly codes = new Map<string, TokenOptions>();
  private readonly refreshTokens = new Map<string, RefreshToken>();

  constructor(private readonly auth: Auth, private readonly clock: Clock, private readonly random: Random, private readonly home: Location) {}

  /** Issues a single-use authorization code, as in the redirect after a user's consent. */
  code(options: TokenOptions = {}): string {
    const code = this.random.hex(40);
    this.codes.set(code, options);
    return code;
  }

  /**
   * Handles POST /oauth/token.
   * @throws ApiError 401 for an unknown code or client, 400 for an invalid or used refresh token
   */
  exchange(request: TokenRequest): TokenAnswer {
    if (request.grant_type === "authorization_code") return this.redeem(request);
    if (request.grant_type === "refresh_token") return this.refresh(request);
    throw refused(400, "unsupported_grant_type", `The sandbox does not play grant_type ${request.grant_type}`);
  }

  private redeem(request: TokenRequest): TokenAnswer {
    // The live API checks the code before the client.
    const options = this.codes.get(request.code ?? "");
    if (!options) throw refused(401, "UnAuthorized!", "Authorization code not found");
    checkClient(request);
    this.codes.delete(request.code ?? "");
    return this.issue(options);
  }

  private refresh(request: TokenRequest): TokenAnswer {
    checkClient(request);
    const now = this.clock.now();
    const token = this.refreshTokens.get(request.refresh_token ?? "");
    if (token?.used && now - token.used.at <= REPLAY_MS) return token.used.answer;
    if (!token || token.used || token.expiresAt <= now) throw refused(400, "invalid_grant", "This refresh token is invalid");
    const answer = this.issue(token.options);
    token.used = { at: now, answer };
    return answer;
  }

  private issue(options: TokenOptions): TokenAnswer {
    const { kind = "location", scopes = ALL_SCOPES, locationId = this.home.id } = options;
    const refreshToken = `sandbox-refresh-${this.random.hex(40)}`;
    this.refreshTokens.set(refreshToken, { options, expiresAt: this.clock.now() + YEAR_MS });
    return {
      access_token: this.auth.token(options),
      token_type: "Bearer",
      expires_in: options.expiresInSeconds ?? ACCESS_TOKEN_SECONDS,
      refresh_token: refreshToken,
      scope: scopes.join(" "),
      userType: kind === "agency" ? "Company" : "Location",
      ...(kind === "location" && { locationId }),
      companyId: this.home.companyId,
      userId: "SandboxUser000000001",
      isBulkInstallation: false,
    };
  }
}

function checkClient({ client_id: id, client_secret: secret }: TokenRequest): void {
  if (id !== DEMO_CLIENT.id || secret !== DEMO_CLIENT.secret) throw refused(401, "UnAuthorized!", "Invalid client credentials!");
}

/** The errors of this endpoint have their own format. */
const refused = (status: number, error: string, description: string) => new ApiError(status, { error, error_description: description });
