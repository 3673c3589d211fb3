import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

export const snapshots = defineResource({
  noun: "snapshot",
  sample: {
    id: "1eM2UgkfaECOYyUdCo9P",
    name: "Yoga studio starter",
    type: "own",
  } as Fields,
});

/** Agency tokens only. @see https://marketplace.gohighlevel.com/docs/ghl/snapshots/get-custom-snapshots */
export const snapshotsOfCompany: ListRequest<Fields> = {
  ...api.getCustomSnapshots, paginator: paginators.none, items: "snapshots",
};
