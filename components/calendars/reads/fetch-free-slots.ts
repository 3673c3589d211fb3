import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { spanProps } from "../../../common/forms/calendar-span.ts";
import { slotProps, slotQuery } from "../../../common/forms/free-slot-fields.ts";
import { formOf } from "../../../common/input/choices.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { freeSlotList, freeSlots, readSlots } from "../../../common/resources/free-slots.ts";

export default {
  key: "highlevel_oauth-fetch-free-slots",
  name: "Fetch Free Slots",
  description: "Fetch the free slots of a calendar in a span of time. HighLevel gives 31 days at a time; a longer span takes one request for each 31 days. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    calendarId: { propDefinition: [app, "calendarId", dependsOn("locationId")] },
    ...spanProps,
    ...slotProps,
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({
    resource: freeSlots,
    list: freeSlotList,
    form: formOf({ ...spanProps, ...slotProps }),
    query: slotQuery,
    read: readSlots,
  }),
};
