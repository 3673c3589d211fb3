import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { AVAILABLE, whenAvailable } from "../../../common/polling/strategies/watch/when-available.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { transcriptionOf } from "../../../common/resources/call-media.ts";

export default {
  key: "highlevel_oauth-get-message-transcription",
  name: "Get Message Transcription",
  description: "Emit new event when the transcription of the call or voicemail becomes available, as a whole text and sentence by sentence. It comes once; after that the trigger can be removed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-transcription)",
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
    endpoint: api.getMessageTranscription,
    read: transcriptionOf,
  }),
  sampleEmit: sampleEvent({
    messageId: "ve9EPM428h8vShlRW1KT",
    locationId: "C2QujeCh8ZnC7al2InWR",
    text: "Good morning, this is Dana. How can I help?",
    sentences: [
      { mediaChannel: 1, sentenceIndex: 0, startTime: 120, endTime: 1900, transcript: "Good morning, this is Dana.", confidence: 0.97 },
      { mediaChannel: 1, sentenceIndex: 1, startTime: 1900, endTime: 2800, transcript: "How can I help?", confidence: 0.95 },
    ],
  }, AVAILABLE),
};
