import { endpoint } from "../../../common/operations/action.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { blockBody, blockForm, changedBlockOwner, oneOwner } from "../../../common/forms/block-slot-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { endTime, startTime } from "../../../common/input/times.ts";

export default {
  key: "highlevel_oauth-update-block-slot",
  name: "Update Block Slot",
  description: "Change a blocked slot: reschedule it, rename it, or move it to another calendar or user. Fields you leave empty stay unchanged. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-block-slot)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    ...changedBlockOwner,
    blockedSlotId: {
      propDefinition: [app, "blockedSlotId", dependsOn("locationId", "calendarId", { userId: "assignedUserId" })],
    },
    startTime: {
      type: "string",
      label: "Start Time",
      description: "When the blocked time starts, such as `2026-12-01T09:00:00-05:00`. A time without an offset is read in the sub-account's time zone",
      optional: true,
    },
    endTime: {
      type: "string",
      label: "End Time",
      description: "When the blocked time ends, such as `2026-12-01T10:00:00-05:00`. A time without an offset is read in the sub-account's time zone",
      optional: true,
    },
    title: {
      type: "string",
      label: "Title",
      description: "The title shown in the calendar, such as `Team meeting`",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.editBlockSlot,
    ids: [required(renamed("eventId", "blockedSlotId"))],
    form: blockForm,
    rules: [oneOwner],
    body: [...blockBody, startTime, endTime],
    summary: (slot, { blockedSlotId }) => `Updated blocked slot "${slot.title ?? blockedSlotId}" (${blockedSlotId})`,
  }),
};
