import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchMedia } from "../../../common/operations/fetch-media.ts";
import { transcriptionFileOf } from "../../../common/resources/call-media.ts";

export default {
  key: "highlevel_oauth-fetch-transcription-file",
  name: "Fetch Transcription File",
  description: "Fetch the transcription of a call or voicemail as HighLevel offers it for download: as text and as a data URL (up to 1 MB; of a larger file only size and link). [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/download-message-transcription)",
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
  ...fetchMedia({ noun: "transcription", endpoint: api.downloadMessageTranscription, read: transcriptionFileOf }),
};
