import { emailAddress, wholeNumber } from "../../../common/input/checks.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { withoutAnswer } from "../../../common/api/http/shape.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchValue } from "../../../common/polling/strategies/watch/watch-value.ts";
import { contacts } from "../../../common/resources/contacts.ts";
import type { Fields } from "../../../common/core/types.ts";

const eventTypes = eventTypesOf({ noun: "contact" }, ["found", "changed", "gone"]);

export default {
  key: "highlevel_oauth-get-duplicate-contact",
  name: "Get Duplicate Contact",
  description: "Emit new event when a contact with the email or phone number appears, disappears, or is another one than before. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-duplicate-contact)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    email: {
      type: "string",
      label: "Email",
      description: "The email address to look for. Fill in this field, Phone, or both",
      optional: true,
    },
    phone: {
      type: "string",
      label: "Phone",
      description: "The phone number to look for, with the country code, such as +12025550143",
      optional: true,
    },
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchValue({
    noun: "contact",
    endpoints: [api.getDuplicateContact],
    resetOn: ["email", "phone"],
    eventTypes,
    rules: [{ fields: ["email", "phone"], filled: "any", why: "They say which contact to look for." }],
    read: async (poll) => {
      const [givenEmail, givenPhone] = [poll.text("email"), poll.text("phone")];
      const email = givenEmail && emailAddress(givenEmail, "Email");
      const phone = givenPhone && wholeNumber(givenPhone, "Phone");
      const answer = await poll.request({ ...api.getDuplicateContact, query: { locationId: poll.locationId, email, number: phone } });
      const found = answer?.contact as Fields | null | undefined; // null if there is none
      if (found === undefined) throw withoutAnswer(api.getDuplicateContact, "contact");
      return found
        ? { value: contacts.id(found), record: found, label: contacts.label(found), ts: contacts.updatedAt(found) }
        : { value: null, record: { email, phone }, label: email ?? phone ?? "" };
    },
    kindOf: (before, now) => (now === null ? "gone" : before === null ? "found" : "changed"),
  }),
  sampleEmit: sampleEvent(contacts.sample, "found"),
};
