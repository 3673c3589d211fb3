import { ConfigurationError } from "#platform";
import { emailAddress } from "../../../common/input/checks.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { withoutAnswer } from "../../../common/api/http/shape.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchValue } from "../../../common/polling/strategies/watch/watch-value.ts";
import { watchedCompanyId } from "../../../common/dropdowns/company-id.ts";
import { users } from "../../../common/resources/users.ts";
import type { Fields } from "../../../common/core/types.ts";

const eventTypes = eventTypesOf({ noun: "user" }, ["found", "changed", "gone"]);

export default {
  key: "highlevel_oauth-filter-users-by-email",
  name: "Filter Users by Email",
  description: "Emit new event when a user with the email appears in the agency, disappears, or is another one than before. Needs an agency token: connect the agency, not a sub-account. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/filter-users-by-email)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    email: {
      type: "string",
      label: "Email",
      description: "The email address to look for",
    },
    includeDeleted: {
      type: "boolean",
      label: "Deleted Users",
      description: "Search deleted users instead of existing ones",
      optional: true,
    },
    eventTypes,
    companyId: {
      propDefinition: [app, "companyId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchValue({
    noun: "user",
    endpoints: [api.filterUsersByEmail, api.getLocation],
    resetOn: ["companyId", "email", "includeDeleted"],
    eventTypes,
    read: async (poll) => {
      const given = poll.text("email");
      if (!given) throw new ConfigurationError("Email is empty. Fill in the address to look for.");
      const email = emailAddress(given, "Email");
      const { includeDeleted: deleted } = poll.source;
      const answer = await poll.request({
        ...api.filterUsersByEmail,
        body: { companyId: await watchedCompanyId(poll), emails: email, deleted, projection: "all" },
      });
      if (!Array.isArray(answer?.users)) throw withoutAnswer(api.filterUsersByEmail, "list of users");
      const rows = answer.users as Fields[]; // the documented shape
      const found = rows.find((row) => String(row.email).toLowerCase() === email.toLowerCase());
      return found
        ? { value: users.id(found), record: found, label: users.label(found) }
        : { value: null, record: { email }, label: email };
    },
    kindOf: (before, now) => (now === null ? "gone" : before === null ? "found" : "changed"),
  }),
  sampleEmit: sampleEvent(users.sample, "found"),
};
