import * as api from "../api/endpoints.ts";
import { deadlineOf } from "../input/deadline.ts";
import { zoneOf } from "../input/times.ts";
import type { FieldSpec } from "../input/fields.ts";
import { customFieldsOfLocation } from "../resources/lookups.ts";
import { checkCustomFilters, contactFieldId, contactFilterPropNames, contactFilters, withCustomFieldIds } from "./contact-filters.ts";
import { inOneGroup } from "./filter-group.ts";

/** The body's `filters`, of the filters in the form. */
export const searchFilters: FieldSpec = {
  name: "filters",
  props: contactFilterPropNames,
  calls: [customFieldsOfLocation, api.getLocation],
  read: async (input) => {
    const { app, props, $ } = input;
    const withIds = await withCustomFieldIds(props, (key, label) => contactFieldId(app, props.locationId, { key, label, deadline: deadlineOf($) }));
    const filters = await contactFilters(withIds, () => zoneOf(input));
    await checkCustomFilters(app, withIds, deadlineOf($));
    return inOneGroup(filters);
  },
};
