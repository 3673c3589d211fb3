import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { AVAILABLE, whenAvailable } from "../../../common/polling/strategies/watch/when-available.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { transcriptionFileOf } from "../../../common/resources/call-media.ts";

export default {
  key: "highlevel_oauth-download-transcription",
  name: "Download Transcription",
  description: "Emit new event when the transcription of the call or voicemail can be downloaded, as text and as a data URL (up to 1 MB; of a larger file only size and link). It comes once; after that the trigger can be removed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/download-message-transcription)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    conversationId: {
      propDefinition: [app, "conversationId", dependsOn("locationId")],
      description: "Used only to fill the list below",
      optional: true,
    },
    messageId: {
      propDefinition: [app, "callMessageId", dependsOn("conversationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...whenAvailable({
    noun: "transcription",
    endpoint: api.downloadMessageTranscription,
    read: transcriptionFileOf,
  }),
  sampleEmit: sampleEvent({
    messageId: "ve9EPM428h8vShlRW1KT",
    locationId: "C2QujeCh8ZnC7al2InWR",
    fileName: "transcription.txt",
    contentType: "text/plain",
    size: 27,
    content: "data:text/plain;base64,R29vZCBtb3JuaW5nLCB0aGlzIGlzIERhbmEu",
    url: "https://services.leadconnectorhq.com/conversations/locations/C2QujeCh8ZnC7al2InWR/messages/ve9EPM428h8vShlRW1KT/transcription/download",
    text: "Good morning, this is Dana.",
  }, AVAILABLE),
};
