import { endpoint } from "../../../common/operations/action.ts";
import { required } from "../../../common/input/fields.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { blockBody, blockForm, blockOwner, oneOwner } from "../../../common/forms/block-slot-fields.ts";
import { endTime, startTime } from "../../../common/input/times.ts";

export default {
  key: "highlevel_oauth-create-block-slot",
  name: "Create Block Slot",
  description: "Block time in a calendar or for a user, so that it cannot be booked. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    startTime: {
      type: "string",
      label: "Start Time",
      description: "When the blocked time starts, such as `2026-12-01T09:00:00-05:00`. A time without an offset is read in the sub-account's time zone",
    },
    endTime: {
      type: "string",
      label: "End Time",
      description: "When the blocked time ends, such as `2026-12-01T10:00:00-05:00`. A time without an offset is read in the sub-account's time zone",
    },
    ...blockOwner,
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
    ...api.createBlockSlot,
    form: blockForm,
    rules: [oneOwner],
    body: [...blockBody, required(startTime), required(endTime)],
    summary: (slot, props) => {
      const { startTime: start, endTime: end } = withForm(slot, props);
      return `Blocked the time from ${start} to ${end} (${idOf(slot)})`;
    },
  }),
};
