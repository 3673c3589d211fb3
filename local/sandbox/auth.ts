import type { Operation } from "../facts/index.ts";
import { operations } from "../facts/index.ts";
import type { Clock } from "./clock.ts";
import { unauthorized, wrongLocation } from "./errors.ts";
import type { Location } from "./model.ts";
import type { Random } from "./random.ts";
import type { Table } from "./table.ts";

/** Lifetime of an OAuth access token in seconds, as in the live API. */
export const ACCESS_TOKEN_SECONDS = 86_399;

/** What a token may do. */
export interface Grant {
  kind: "location" | "agency";
  privateIntegration: boolean;
  scopes: readonly string[];
  companyId: string;
  /** Only for location tokens. */
  locationId?: string;
  /** Milliseconds since 1970; Infinity for Private Integration Tokens. */
  expiresAt: number;
}

export interface TokenOptions {
  /** Default: location. */
  kind?: "location" | "agency";
  /** Default: every scope of the known operations. */
  scopes?: readonly string[];
  /** True for a Private Integration Token (`pit-...`), which does not expire. Default: an OAuth access token. */
  privateIntegration?: boolean;
  /** Of a location token; default: the demo location. */
  locationId?: string;
  /** Lifetime; default: 86399 for OAuth, none for a Private Integration Token. */
  expiresInSeconds?: number;
}

/** All scopes of the known operations, and the two of the OAuth endpoints. */
export const ALL_SCOPES: readonly string[] = [...new Set(operations().flatMap(({ scopes }) => scopes))].sort();

/** JSON Schema of token options. */
export const TOKEN_SCHEMA = {
  type: "object",
  additionalProperties: false,
  properties: {
    kind: { type: "string", enum: ["location", "agency"] },
    scopes: { type: "array", items: { type: "string", enum: ALL_SCOPES } },
    privateIntegration: { type: "boolean" },
    locationId: { type: "string", minLength: 1 },
    expiresInSeconds: { type: "number", minimum: 0 },
  },
} as const;

/** Issues tokens and checks permissions. */
export class Auth {
  private readonly grants = new Map<string, Grant>();

  constructor(private readonly clock: Clock, private readonly random: Random, private readonly home: Location, private readonly locations: Table<Location>) {}

  /** Issues a token and returns it. */
  token(options: TokenOptions = {}): string {
    const { kind = "location", privateIntegration = false, scopes = ALL_SCOPES } = options;
    const lifetime = options.expiresInSeconds ?? (privateIntegration ? Infinity : ACCESS_TOKEN_SECONDS);
    const token = privateIntegration ? `pit-${this.random.uuid()}` : `sandbox-access-${this.random.hex(40)}`;
    this.grants.set(token, {
      kind, privateIntegration, scopes: [...scopes], companyId: this.home.companyId,
      ...(kind === "location" && { locationId: options.locationId ?? this.home.id }),
      expiresAt: this.clock.now() + lifetime * 1000,
    });
    return token;
  }

  /** The grant of an Authorization header, even if expired; undefined if unknown. */
  find(header: string | undefined): Grant | undefined {
    return this.grants.get(/^Bearer (\S+)$/i.exec(header ?? "")?.[1] ?? "");
  }

  /**
   * Checks whether a request is allowed.
   * @param header the Authorization header
   * @throws ApiError 401 for a bad token, a missing scope or the wrong class of token
   */
  authorize(header: string | undefined, operation: Operation): Grant {
    const grant = this.find(header);
    if (!grant) throw unauthorized(/^Bearer pit-/i.test(header ?? "") ? "Invalid Private Integration token" : "Invalid JWT");
    if (grant.expiresAt <= this.clock.now()) throw expiredToken();
    if (!operation.scopes.every((scope) => grant.scopes.includes(scope))) throw missingScope();
    const classes = operation.access.filter((access) => !(access.endsWith("-Only") && grant.privateIntegration));
    if (classes.length === 0) throw missingScope();
    if (classes.some((access) => access.startsWith("Agency") === (grant.kind === "agency"))) return grant;
    if (grant.kind === "agency") throw unauthorized("Token's user type mismatch!");
    throw unauthorized("This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case.");
  }

  /**
   * Checks that a token has access to a location.
   * @throws ApiError 403
   */
  requireLocation(grant: Grant, locationId: string): void {
    const allowed = grant.kind === "location" ? grant.locationId === locationId : this.locations.get(locationId)?.companyId === grant.companyId;
    if (!allowed) throw wrongLocation();
  }
}

/** The response to an expired token. */
export const expiredToken = () => unauthorized("Invalid token: access token is invalid");
const missingScope = () => unauthorized("The token is not authorized for this scope.");
