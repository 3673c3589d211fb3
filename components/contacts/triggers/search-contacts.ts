import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { incremental } from "../../../common/polling/strategies/incremental/incremental.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { checkCustomFilters, contactFieldId, contactFilterPropNames, contactFilterProps, contactFilters, withCustomFieldIds, withFilterRow } from "../../../common/forms/contact-filters.ts";
import { formOf } from "../../../common/input/choices.ts";
import { inOneGroup } from "../../../common/forms/filter-group.ts";
import { contacts, contactSearch, searchedContact } from "../../../common/resources/contacts.ts";
import { customFieldsOfLocation } from "../../../common/resources/lookups.ts";
import { HOUR_MS } from "../../../common/core/durations.ts";

const eventTypes = eventTypesOf(contacts, ["created", "updated"]);

export default {
  key: "highlevel_oauth-search-contacts",
  name: "Search Contacts",
  description: "Emit new event when a contact that matches the search is created or updated. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    query: {
      type: "string",
      label: "Search Text",
      description: "Only contacts that HighLevel's search finds for this text (name, email, phone, tag or company), at most 75 characters",
      optional: true,
    },
    ...contactFilterProps(app),
    pageSize: {
      type: "integer",
      label: "Contacts per Request",
      description: "How many contacts to read per request",
      optional: true,
      default: 500,
      min: 1,
      max: 500,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...incremental({
    resource: contacts,
    endpoints: [contactSearch, api.getLocation, customFieldsOfLocation],
    resetOn: ["query", ...contactFilterPropNames],
    eventTypes,
    form: formOf(contactFilterProps(app)),
    order: "asc",
    async* read(poll, { by, from, newestFirst, limit, after }) {
      const field = by === "created" ? "dateAdded" : "dateUpdated";
      const since = from === undefined ? [] : [{
        field,
        operator: "range",
        value: { gte: new Date(from).toISOString() },
      }];
      const props = await withCustomFieldIds(poll.source, (key, label) => poll.cachedLookup(`field ${key}`, HOUR_MS, () => (
        contactFieldId(poll.app, poll.source.locationId, { key, label, deadline: poll.deadline })
      )));
      const filters = inOneGroup([...since, ...await contactFilters(props, () => poll.timeZone())]);
      // Only the first reading of a start has neither: polls have a range, samples have a limit.
      if (from === undefined && limit === undefined) await checkCustomFilters(poll.app, props, poll.deadline);
      try {
        yield* poll.pages(contactSearch, {
          body: {
            locationId: poll.locationId,
            query: poll.text("query"),
            sort: [{ field, direction: newestFirst ? "desc" : "asc" }],
            ...(filters && { filters }),
          },
          pageSize: limit ?? Number(poll.source.pageSize ?? contactSearch.pageSize),
          after,
        });
      } catch (error) {
        throw withFilterRow(error, props, since.length);
      }
    },
  }),
  sampleEmit: sampleEvent(searchedContact, "created"),
};
