import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchMedia } from "../../../common/operations/fetch-media.ts";
import { transcriptionOf } from "../../../common/resources/call-media.ts";

export default {
  key: "highlevel_oauth-fetch-message-transcription",
  name: "Fetch Message Transcription",
  description: "Fetch the transcription of a call or voicemail, as a whole text and sentence by sentence. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-transcription)",
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
  ...fetchMedia({ noun: "transcription", endpoint: api.getMessageTranscription, read: transcriptionOf }),
};
