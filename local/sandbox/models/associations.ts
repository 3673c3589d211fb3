/** Which objects can be linked. */
export interface Association {
  id: string;
  locationId: string;
  key: string;
  firstObjectLabel: string;
  firstObjectKey: string;
  secondObjectLabel: string;
  secondObjectKey: string;
  associationType: "USER_DEFINED" | "SYSTEM_DEFINED";
}

/** A link between two records. */
export interface Relation {
  id: string;
  locationId: string;
  associationId: string;
  firstObjectKey: string;
  firstRecordId: string;
  secondObjectKey: string;
  secondRecordId: string;
}

/** A type of record: HighLevel's own, or a custom one. */
export interface ObjectSchema {
  id: string;
  locationId: string;
  key: string;
  standard: boolean;
  labels: { singular: string; plural: string };
  primaryDisplayProperty: string;
  dateAdded: number;
}

/** A record of a custom object. */
export interface ObjectRecord {
  id: string;
  locationId: string;
  objectKey: string;
  properties: Record<string, unknown>;
  dateAdded: number;
}
