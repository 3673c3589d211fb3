/** An agency; the sub-accounts and users below it name it as their company. */
export interface Company {
  id: string;
  name: string;
  email: string;
  phone: string;
  website: string;
  domain: string;
  address: string;
  city: string;
  state: string;
  country: string;
  postalCode: string;
  timezone: string;
  plan: number;
  currency: string;
  status: string;
}

/** What a user has beside name and role; absent where it was never set. */
export interface UserRights {
  permissions?: Record<string, boolean>;
  /** An empty list closes every area. */
  scopes?: string[];
  scopesAssignedToOnly?: string[];
  profilePhoto?: string;
  /** By location id. */
  twilioPhone?: Record<string, string>;
  platformLanguage?: string;
  /** When a deletion shows, in milliseconds since 1970. */
  deletedAt?: number;
}

/** What a sub-account may have beside address and owner. */
export interface LocationExtras {
  allowDuplicateOpportunity?: boolean;
  allowFacebookNameMerge?: boolean;
  disableContactTimezone?: boolean;
  social?: Record<string, string>;
  snapshotId?: string;
}
