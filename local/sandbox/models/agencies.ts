/** An agency: the company of its sub-accounts and users. */
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

/** Fields of a user besides name and role; absent if never set. */
export interface UserRights {
  permissions?: Record<string, boolean>;
  /** An empty list denies everything. */
  scopes?: string[];
  scopesAssignedToOnly?: string[];
  profilePhoto?: string;
  /** By location id. */
  twilioPhone?: Record<string, string>;
  platformLanguage?: string;
  /** When a deletion takes effect, in milliseconds since 1970. */
  deletedAt?: number;
}

/** Optional fields of a sub-account besides address and owner. */
export interface LocationExtras {
  allowDuplicateOpportunity?: boolean;
  allowFacebookNameMerge?: boolean;
  disableContactTimezone?: boolean;
  social?: Record<string, string>;
  snapshotId?: string;
}
