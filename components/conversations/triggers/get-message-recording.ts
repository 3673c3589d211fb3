import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { AVAILABLE, whenAvailable } from "../../../common/polling/strategies/watch/when-available.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { recordingOf } from "../../../common/resources/call-media.ts";

export default {
  key: "highlevel_oauth-get-message-recording",
  name: "Get Message Recording",
  description: "Emit new event when the recording of the call or voicemail becomes available, with the recording as a data URL (up to 1 MB; of a larger file only size and link). It comes once; after that the trigger can be removed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-recording)",
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
    noun: "recording",
    endpoint: api.getMessageRecording,
    read: recordingOf,
  }),
  sampleEmit: sampleEvent({
    messageId: "ve9EPM428h8vShlRW1KT",
    locationId: "C2QujeCh8ZnC7al2InWR",
    fileName: "audio.wav",
    contentType: "audio/x-wav",
    size: 44,
    content: "data:audio/x-wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=",
    url: "https://services.leadconnectorhq.com/conversations/messages/ve9EPM428h8vShlRW1KT/locations/C2QujeCh8ZnC7al2InWR/recording",
  }, AVAILABLE),
};
