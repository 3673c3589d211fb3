import { ConfigurationError } from "#platform";
import { isEmpty } from "../core/text/values.ts";
import * as api from "../api/endpoints.ts";
import { associations, associationsOfLocation, isUserDefined, relations, relationsOfRecord } from "../resources/associations.ts";
import { contactOption, contactSearch } from "../resources/contacts.ts";
import { businessesOfLocation } from "../resources/lookups.ts";
import { objectsOfLocation, recordLabel, recordsOfObject } from "../resources/objects.ts";
import { opportunities, opportunitySearch } from "../resources/opportunities.ts";
import type { App, Fields, Option, OptionsCall } from "../core/types.ts";
import { dropdown } from "./dropdown.ts";
import type { DropdownSpec, SharedProp } from "./dropdown.ts";
import { byLocation, bySearch, named } from "./parts.ts";

/** Objects that can be linked, labeled as in HighLevel. */
function objectOption({ key, labels }: Fields): Option {
  const { singular } = (labels ?? {}) as { singular?: string }; // documented shape of this endpoint
  return { label: singular ? `${singular} (${String(key)})` : String(key), value: String(key) };
}

/** Each kind of object has a list of its own. */
const RECORDS: Record<string, DropdownSpec> = {
  contact: { list: contactSearch, option: contactOption, searchesItself: true, call: bySearch },
  opportunity: { list: opportunitySearch, option: opportunities, searchesItself: true, call: bySearch },
  business: { list: businessesOfLocation, option: named, call: byLocation },
};

const customRecords: DropdownSpec = {
  list: recordsOfObject,
  option: (record) => ({ label: recordLabel(record), value: String(record.id) }),
  call: (app, { locationId, objectKey: schemaKey }) => ({ pathParams: { schemaKey }, body: { locationId: app.locationId(locationId), query: "", searchAfter: [] } }),
};

/** The endpoints that list records. */
const RECORD_LISTS = [...Object.values(RECORDS), customRecords].map(({ list }) => list);

type Options = Awaited<ReturnType<ReturnType<typeof dropdown>>>;

async function recordOptions(this: App, input: OptionsCall): Promise<Options> {
  if (isEmpty(input.objectKey)) throw new ConfigurationError("Choose the object first, or type the ID of the record.");
  return dropdown(RECORDS[String(input.objectKey)] ?? customRecords).call(this, input);
}

/** Records on one side of an association, which states their object. */
/* @__NO_SIDE_EFFECTS__ */
function sideOptions(side: "firstObjectKey" | "secondObjectKey") {
  return async function options(this: App, input: OptionsCall): Promise<Options> {
    const { associationId } = input;
    if (isEmpty(associationId)) throw new ConfigurationError("Choose the association first, or type the ID of the record.");
    const { [side]: objectKey } = await this.request({ ...api.getAssociationById, pathParams: { associationId } });
    return recordOptions.call(this, { ...input, objectKey });
  };
}

const associationList = /* @__NO_SIDE_EFFECTS__ */ (where?: (record: Fields) => boolean): DropdownSpec => ({ list: associationsOfLocation, option: associations, call: byLocation, where });

export const objectKey: SharedProp = {
  type: "string",
  label: "Object Key",
  description: "An object type. Choose one, or type its key: contact, opportunity, business, or `custom_objects.` followed by the name of your own object (the list needs the scope `objects/schema.readonly`)",
  dropdown: { list: objectsOfLocation, option: objectOption, call: byLocation },
};

export const associationId: SharedProp = {
  type: "string",
  label: "Association",
  description: "The association. Choose one, or type an ID",
  dropdown: associationList(),
};

export const ownAssociationId: SharedProp = {
  type: "string",
  label: "Association",
  description: "An association of your own; HighLevel's own cannot be changed. Choose one, or type an ID",
  dropdown: associationList(isUserDefined),
};

export const associationKey: SharedProp = {
  type: "string",
  label: "Association Key",
  description: "The key of the association. Choose one, or type a key",
  dropdown: {
    list: associationsOfLocation,
    option: (record) => ({ label: associations.label(record), value: String(record.key) }),
    call: byLocation,
  },
};

export const recordId = {
  type: "string",
  label: "Record",
  description: "A record of the chosen object. Choose one, or type an ID",
  useQuery: true,
  reads: RECORD_LISTS,
  options: recordOptions,
};

export const firstRecordId = {
  type: "string",
  label: "First Record",
  description: "A record of the association's first object. Choose one, or type an ID",
  useQuery: true,
  reads: [api.getAssociationById, ...RECORD_LISTS],
  options: sideOptions("firstObjectKey"),
};

export const secondRecordId = {
  type: "string",
  label: "Second Record",
  description: "A record of the association's second object. Choose one, or type an ID",
  useQuery: true,
  reads: [api.getAssociationById, ...RECORD_LISTS],
  options: sideOptions("secondObjectKey"),
};

export const relationId: SharedProp = {
  type: "string",
  label: "Relation",
  description: "The link between the chosen record and another one. Choose one, or type an ID",
  dropdown: {
    list: relationsOfRecord,
    option: relations,
    call: (app, input) => ({ ...byLocation(app, input), pathParams: { recordId: input.recordId } }),
  },
};
