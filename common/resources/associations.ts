import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** A constant, since Pipedream's registry would take a literal for the component's key. */
const OWNER_OF_PET = "owner_pet";

/** Associations define which objects can be linked ("owner" of "pet"). They have no timestamps. */
export const associations = defineResource({
  noun: "association",
  label: ({ key, firstObjectLabel, secondObjectLabel, id }) => {
    const labels = [firstObjectLabel, secondObjectLabel].filter((text) => typeof text === "string" && text !== "").join(" – ");
    return [labels, key && `(${String(key)})`].filter(Boolean).join(" ") || String(id);
  },
  sample: {
    id: "67ade73d5119b7a4cd0c4f31",
    locationId: "C2QujeCh8ZnC7al2InWR",
    key: OWNER_OF_PET,
    firstObjectLabel: "Owner",
    firstObjectKey: "contact",
    secondObjectLabel: "Pet",
    secondObjectKey: "custom_objects.pet",
    associationType: "USER_DEFINED",
  } as Fields,
});

/** True for associations that can be changed and deleted; HighLevel's own cannot. */
export const isUserDefined = ({ associationType }: Fields): boolean => associationType === undefined || associationType === "USER_DEFINED";

/** The API description has a single association where live responses have a list. */
const listed = (data: Fields): Fields[] => (data.id === undefined ? data.associations as Fields[] : [data]);

/** Both `skip` and `limit` are required. @see https://marketplace.gohighlevel.com/docs/ghl/associations/find-associations */
export const associationsOfLocation: ListRequest<Fields> = {
  ...api.findAssociations, paginator: paginators.skip, items: listed, pageSize: 100,
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-object-keys */
export const associationsOfObject: ListRequest<Fields> = {
  ...api.getAssociationByObjectKeys, paginator: paginators.none, items: listed,
};

export const relations = defineResource({
  noun: "relation",
  label: ({ firstObjectKey, firstRecordId, secondObjectKey, secondRecordId }) =>
    `${[firstObjectKey, firstRecordId].filter(Boolean).join(" ")} – ${[secondObjectKey, secondRecordId].filter(Boolean).join(" ")}`,
  sample: {
    id: "67ade8a45119b7a4cd0c4f99",
    associationId: "67ade73d5119b7a4cd0c4f31",
    firstObjectKey: "contact",
    firstRecordId: "ocQHyuzHvysMo5N5VsXc",
    secondObjectKey: "custom_objects.pet",
    secondRecordId: "67ade7e05119b7a4cd0c4f70",
    locationId: "C2QujeCh8ZnC7al2InWR",
  } as Fields,
});

/** Both `skip` and `limit` are required. @see https://marketplace.gohighlevel.com/docs/ghl/associations/get-relations-by-record-id */
export const relationsOfRecord: ListRequest<Fields> = {
  ...api.getRelationsByRecordId,
  paginator: paginators.skip,
  items: (data) => (data.id === undefined ? data.relations as Fields[] : [data]),
  pageSize: 100,
};
