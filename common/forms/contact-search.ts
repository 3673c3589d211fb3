import * as api from "../api/endpoints.ts";
import { deadlineOf } from "../input/deadline.ts";
import type { FieldSpec, Input } from "../input/fields.ts";
import { customFieldsOf } from "../resources/custom-fields.ts";
import { customFieldsOfLocation } from "../resources/lookups.ts";
import { checkCustomFilters, contactFilterPropNames, contactFilters, withCustomFieldIds } from "./contact-filters.ts";
import { meantField } from "./meant-field.ts";

/** Epoch ms by which look-ups have to be done. */
const deadlineIn = ({ $ }: Input): number => deadlineOf($) ?? Infinity;

/** The body's `filters`, of the filters in the form. */
export const searchFilters: FieldSpec = {
  name: "filters",
  props: contactFilterPropNames,
  calls: [customFieldsOfLocation, api.getLocation],
  read: async (input) => {
    const { app, props } = input;
    const withIds = await withCustomFieldIds(props, async (key, label) => (
      meantField(await customFieldsOf(app, "contact", props.locationId, deadlineIn(input)), key, label).id
    ));
    const filters = await contactFilters(withIds, () => app.timeZone(props.locationId));
    await checkCustomFilters(app, withIds, deadlineIn(input));
    // Flat filters and groups side by side are refused, so all stand in one group.
    return filters.length > 0 ? [{ group: "AND", filters }] : undefined;
  },
};
