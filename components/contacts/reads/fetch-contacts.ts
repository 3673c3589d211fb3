import app from "../../../common/highlevel.app.ts";
import { contactFilterProps } from "../../../common/forms/contact-filters.ts";
import { searchFilters } from "../../../common/forms/contact-search.ts";
import { searchSort, sortProps } from "../../../common/forms/sorting.ts";
import { formOf } from "../../../common/input/choices.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { contacts, contactSearch, contactSortFields, searchedContactFields } from "../../../common/resources/contacts.ts";

const sorting = sortProps(contactSortFields);

export default {
  key: "highlevel_oauth-fetch-contacts",
  name: "Fetch Contacts",
  description: "Fetch the contacts of the sub-account that match a search and filters. HighLevel's search finds a new contact a few seconds after it was created. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced)",
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
    query: { propDefinition: [app, "searchText"] },
    ...contactFilterProps(app),
    ...sorting,
    returnFields: { propDefinition: [app, "returnFields"], options: searchedContactFields },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({
    resource: contacts,
    list: contactSearch,
    form: formOf({ ...contactFilterProps(app), ...sorting }),
    body: [locationId, "query", searchFilters, searchSort],
  }),
};
