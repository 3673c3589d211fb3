/** Where replies of the rows are deliberately as the live API gives them, because the official description differs. */

/** In any answer. */
export const ANYWHERE: Record<string, string> = {
  traceId: "most live answers carry it; the description leaves it out in places",
  succeeded: "documented as `succeded` or `success`; the live API has all three",
  succeded: "documented as `succeeded`; the live API has all three",
  success: "documented as `succeded`; the live API has all three",
};

const OPTIONS = "the options of choices are objects in the live API, documented as texts";
const STATUS = "the live API has this spelling beside `appointmentStatus`";
const CALENDARS = "documented where a resource is read, not where it is changed";
const CURSOR = "the live API carries the cursor behind each record";

/** By slug: the place in the answer, and the reason. */
export const LIVE: Record<string, Record<string, string>> = {
  "create-business": { business: "documented as `buiseness`; reading one gives it as `business`, so both are read" },
  "delete-calendar": { message: "the live API says what it did", calendar: "the live API adds the deleted calendar" },
  "create-appointment": { appoinmentStatus: STATUS },
  "update-appointment": { appoinmentStatus: STATUS },
  "create-calendar-notification": { "": "documented as a list; one in an envelope is read too" },
  "create-calendar-resource": { _id: "the description shows no id" },
  "update-calendar-resource": { calendarIds: CALENDARS },
  "fetch-appointment": { appointment: "documented as `event`; the live API has this, so both are read" },
  "fetch-calendar-resource": { _id: "the description shows no id" },
  "create-contact": { "customFields.picklistOptions": OPTIONS },
  "update-contact": { "customFields.picklistOptions": OPTIONS },
  "upsert-contact": { "customFields.picklistOptions": OPTIONS },
  "add-tags-to-contact": { tagsAdded: "the live API says which ones were new" },
  "remove-tags-from-contact": { tagsRemoved: "the live API says which ones it had" },
  "bulk-update-contact-tags": { responses: "one object a contact, documented as texts" },
  "fetch-conversations": { "conversations.sort": CURSOR },
  "fetch-opportunities": { "opportunities.sort": CURSOR },
  "fetch-pipelines": { "pipelines.stages": "the stages are objects, documented as lists" },
};
