import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchMedia } from "../../../common/operations/fetch-media.ts";
import { recordingOf } from "../../../common/resources/call-media.ts";

export default {
  key: "highlevel_oauth-fetch-message-recording",
  name: "Fetch Message Recording",
  description: "Fetch the recording of a call or voicemail, as a data URL (up to 1 MB; of a larger file only size and link). [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-recording)",
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
    conversationId: { propDefinition: [app, "conversationId", dependsOn("locationId")], description: "Used only to fill the list below", optional: true },
    messageId: { propDefinition: [app, "callMessageId", dependsOn("conversationId")] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchMedia({ noun: "recording", endpoint: api.getMessageRecording, read: recordingOf }),
};
