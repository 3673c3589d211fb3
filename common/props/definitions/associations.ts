import { ConfigurationError } from "#platform";
import { isEmpty } from "../../actions/values.ts";
import * as api from "../../api/endpoints.ts";
import { associations, associationsOfLocation, isUserDefined, relations, relationsOfRecord } from "../../resources/associations.ts";
import { contactOption, contactSearch } from "../../resources/contacts.ts";
import { businessesOfLocation } from "../../resources/lookups.ts";
import { objectsOfLocation, recordLabel, recordsOfObject } from "../../resources/objects.ts";
import { opportunities, opportunitySearch } from "../../resources/opportunities.ts";
import type { App, Fields, Option, OptionsCall } from "../../types.ts";
import { dropdown } from "../dropdown.ts";

const byLocation = (app: App, { locationId }: OptionsCall) => ({ query: { locationId: app.locationId(locationId) } });
const inBody = (app: App, { locationId }: OptionsCall) => ({ locationId: app.locationId(locationId) });
const associationOption = (record: Fields): Option => ({ label: associations.label(record), value: associations.id(record) });

/** The objects that can be linked; their labels are theirs in HighLevel. */
function objectOption({ key, labels }: Fields): Option {
  const { singular } = (labels ?? {}) as { singular?: string }; // documented shape of this endpoint
  return { label: singular ? `${singular} (${String(key)})` : String(key), value: String(key) };
}

const named = ({ id, name }: Fields): Option => ({ label: String(name ?? id), value: String(id) });

/** Each kind of object has a list of its own. */
const RECORDS: Record<string, ReturnType<typeof dropdown>> = {
  contact: dropdown({
    list: contactSearch,
    option: contactOption,
    searchesItself: true,
    call: (app, input) => ({ body: { ...inBody(app, input), ...(input.query && { query: input.query }) } }),
  }),
  opportunity: dropdown({
    list: opportunitySearch,
    option: (record) => ({ label: opportunities.label(record), value: opportunities.id(record) }),
    searchesItself: true,
    call: (app, input) => ({ body: { ...inBody(app, input), ...(input.query && { query: input.query }) } }),
  }),
  business: dropdown({ list: businessesOfLocation, option: named, call: byLocation }),
};

const customRecords = dropdown({
  list: recordsOfObject,
  option: (record) => ({ label: recordLabel(record), value: String(record.id) }),
  call: (app, input) => ({ pathParams: { schemaKey: input.objectKey }, body: { ...inBody(app, input), query: "", searchAfter: [] } }),
});

type Options = Awaited<ReturnType<typeof customRecords>>;

async function recordOptions(this: App, input: OptionsCall): Promise<Options> {
  if (isEmpty(input.objectKey)) throw new ConfigurationError("Choose the object first, or type the id of the record.");
  return (RECORDS[String(input.objectKey)] ?? customRecords).call(this, input);
}

/** Records on one side of an association: which object they are of is asked from it. */
function sideOptions(side: "firstObjectKey" | "secondObjectKey") {
  return async function options(this: App, input: OptionsCall): Promise<Options> {
    const { associationId } = input;
    if (isEmpty(associationId)) throw new ConfigurationError("Choose the association first, or type the id of the record.");
    const { [side]: objectKey } = await this.request({ ...api.getAssociationById, pathParams: { associationId } });
    return recordOptions.call(this, { ...input, objectKey });
  };
}

const associationList = (where?: (record: Fields) => boolean) => dropdown({ list: associationsOfLocation, option: associationOption, call: byLocation, where });

/** Dropdowns of objects, associations, records and relations. */
export const associationDefinitions = {
  objectKey: {
    type: "string",
    label: "Object Key",
    description: "An object type. Choose one, or type its key: contact, opportunity, business, or `custom_objects.` followed by the name of your own object (the list needs the scope `objects/schema.readonly`)",
    useQuery: true,
    options: dropdown({ list: objectsOfLocation, option: objectOption, call: byLocation }),
  },
  associationId: {
    type: "string",
    label: "Association",
    description: "The association. Choose one, or type an ID",
    useQuery: true,
    options: associationList(),
  },
  ownAssociationId: {
    type: "string",
    label: "Association",
    description: "An association of your own; HighLevel's own cannot be changed. Choose one, or type an ID",
    useQuery: true,
    options: associationList(isUserDefined),
  },
  associationKey: {
    type: "string",
    label: "Association Key",
    description: "The key of the association. Choose one, or type a key",
    useQuery: true,
    options: dropdown({
      list: associationsOfLocation,
      option: (record) => ({ label: associations.label(record), value: String(record.key) }),
      call: byLocation,
    }),
  },
  recordId: {
    type: "string",
    label: "Record",
    description: "A record of the chosen object. Choose one, or type an ID",
    useQuery: true,
    options: recordOptions,
  },
  firstRecordId: {
    type: "string",
    label: "First Record",
    description: "A record of the association's first object. Choose one, or type an ID",
    useQuery: true,
    options: sideOptions("firstObjectKey"),
  },
  secondRecordId: {
    type: "string",
    label: "Second Record",
    description: "A record of the association's second object. Choose one, or type an ID",
    useQuery: true,
    options: sideOptions("secondObjectKey"),
  },
  relationId: {
    type: "string",
    label: "Relation",
    description: "The link between the chosen record and another one. Choose one, or type an ID",
    useQuery: true,
    options: dropdown({
      list: relationsOfRecord,
      option: (relation) => ({ label: relations.label(relation), value: relations.id(relation) }),
      call: (app, input) => ({ ...byLocation(app, input), pathParams: { recordId: input.recordId } }),
    }),
  },
};
